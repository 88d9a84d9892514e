import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { bestBaseline, gradientSquare } from '../../src/quantities/softmax-gradient.ts';
import { armsOf, gradientAgain } from '../shared/arms.ts';

export const claim = defineClaim({
  id: 'best-baseline',
  title: 'The baseline of least variance',
  statement:
    'of all baselines, the mean of the rewards weighted by p_i and the squared length of the score gives the gradient of a softmax policy the least variance; for two arms it is p_2 r_1 + p_1 r_2',
  source: 'Greensmith, Bartlett and Baxter 2004; docs/theory-selections.md',
  hypotheses:
    'finite policy with rewards ≥ 0 of its outcomes; compared with no baseline and with the value; integer n ≥ 1, which does not matter',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'continuous-parts': { notApplicable: 'a softmax policy has finitely many arms' } },
  *relations(q) {
    const { masses, rewards, value } = armsOf(q);
    const least = rationalReal(gradientSquare(masses, rewards, bestBaseline(masses, rewards)));
    yield atMost('with b*', least, 'with V', rationalReal(gradientSquare(masses, rewards, value)));
    yield atMost('with b*', least, 'without', rationalReal(gradientSquare(masses, rewards, Rational.ZERO)));
  },
  *crossChecks(q) {
    yield* gradientAgain(q);
    const { masses, rewards } = armsOf(q);
    const [p, rest, ...others] = masses;
    const [first, second] = rewards;
    if (!p || !rest || !first || !second || others.length > 0) return;
    const crossed = rest.mul(first).add(p.mul(second));
    yield { name: 'b* for two arms', one: rationalReal(bestBaseline(masses, rewards)), other: rationalReal(crossed) };
  },
});
