import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { chiSquareBound } from '../../src/bounds/divergence-bounds.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { CHI_SQUARE } from '../../src/claims/expression/divergence-symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { stepRewards } from '../../src/quantities/reward.ts';
import { rationals } from '../shared/cross-checks.ts';
import { gain, gainAgain, rewardVariance, scaledSquare } from '../shared/gain.ts';

/** The variance is worked out over all pairs of at most so many atoms. */
const PAIRS = 12;

export const claim = defineClaim({
  id: 'hartley-david',
  title: 'What best-of-n gains, by the standard deviation of the reward',
  statement: '(E_π r − E_p r)² ≤ Var_p(r) (n−1)²/(2n−1)',
  source:
    'Hartley and David 1954, and Gumbel 1954, for distributions without atoms; for policies docs/theory-selections.md',
  hypotheses: 'finite policy with nondecreasing rewards, integer n ≥ 1; rewards rise by arbitrary steps from 0 to 1',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) => [atMost('(E_π r − E_p r)²', squaredGain(q), 'Var(r) (n−1)²/(2n−1)', rationalReal(bound(q)))],
  *crossChecks(q) {
    yield* gainAgain(q);
    if (q.policy.atoms.length <= PAIRS)
      yield rationals('Var(r) and half the mean square of a difference', rewardVariance(q), byPairs(q));
  },
  *derivation(q) {
    const product = multiple(rewardVariance(q), CHI_SQUARE.value(q));
    yield {
      name: 'the inequality of Cauchy and Schwarz',
      relation: atMost('(E_π r − E_p r)²', squaredGain(q), 'Var(r) χ²', product),
    };
    yield {
      name: 'χ² ≤ (n−1)²/(2n−1)',
      relation: atMost('Var(r) χ²', product, 'Var(r) (n−1)²/(2n−1)', rationalReal(bound(q))),
    };
  },
});

function squaredGain(q: BestOfN): Real {
  return scaledSquare(Rational.ONE, gain(q));
}

function bound(q: BestOfN): Rational {
  return rewardVariance(q).mul(chiSquareBound(q.draws));
}

/** Var_p(r) = ½ Σ p_i p_j (r_i − r_j)² */
function byPairs({ policy, auxiliary }: BestOfN): Rational {
  const rewards = stepRewards(policy, auxiliary);
  let sum = Rational.ZERO;
  for (const [i, one] of rewards.entries())
    for (const [j, other] of rewards.slice(0, i).entries())
      sum = sum.add(policy.mass(i).mul(policy.mass(j)).mul(one.sub(other).pow(2)));
  return sum;
}
