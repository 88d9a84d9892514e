import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { gain, gainAgain, rewardVariance, scaledSquare } from '../shared/gain.ts';

const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'std-transport',
  title: 'What a divergence buys, with the standard deviation of the reward',
  statement:
    '(E_π r − E_p r)² ≤ 2 Var_p(r) KL, so the gain is at most the standard deviation of the reward times the square root of 2 KL',
  source: 'the inequality for Gaussian rewards used for all of that variance; refuted in docs/theory-falsehoods.md',
  hypotheses:
    'finite policy with K ≥ 2 and nondecreasing rewards, integer n ≥ 2; rewards rise by arbitrary steps from 0 to 1',
  expected: 'fails',
  domain: { atoms: 2, draws: 2, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations: (q) => [
    atMost(
      '(E_π r − E_p r)²',
      scaledSquare(Rational.ONE, gain(q)),
      '2 Var(r) KL',
      multiple(TWO.mul(rewardVariance(q)), q.kl),
    ),
  ],
  crossChecks: gainAgain,
});
