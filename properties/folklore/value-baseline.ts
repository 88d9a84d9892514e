import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { gradientSquare } from '../../src/quantities/softmax-gradient.ts';
import { armsOf, gradientAgain } from '../shared/arms.ts';

export const claim = defineClaim({
  id: 'value-baseline',
  title: 'The value as baseline lowers the variance of the gradient',
  statement:
    'with the value E_p r as baseline, the gradient of a softmax policy has no larger variance than without one',
  source: 'a common reason for the baseline of REINFORCE; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with rewards ≥ 0 of its outcomes; integer n ≥ 1, which does not matter',
  expected: 'fails',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: {
    'continuous-parts': { notApplicable: 'a softmax policy has finitely many arms' },
    'one-atom': 'holds',
  },
  relations(q) {
    const { masses, rewards, value } = armsOf(q);
    const [less, plain] = [gradientSquare(masses, rewards, value), gradientSquare(masses, rewards, Rational.ZERO)];
    return [atMost('with V', rationalReal(less), 'without', rationalReal(plain))];
  },
  crossChecks: gradientAgain,
});
