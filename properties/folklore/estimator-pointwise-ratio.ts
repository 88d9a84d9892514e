import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, type Relation } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { LOG_RATIO } from '../../src/quantities/divergence-quantities.ts';
import { type BelowBest, belowBest, logOf } from '../shared/below-best.ts';

export const claim = defineClaim({
  id: 'estimator-pointwise-ratio',
  title: 'The estimator bounds the log-ratio',
  statement: 'log(π_i/p_i) ≤ D̂_n(p_i) at every outcome',
  source: 'it would imply that the estimator is an upper bound in the mean; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; π_i and p_i are those of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['estimator_lt_best_log_ratio', 'level_policy', 'level_best_of'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  *relations(q) {
    const below = belowBest(q);
    for (const index of likelyAtoms(q)) {
      const ratio = q.of(LOG_RATIO, index);
      if (below && index === q.policy.atoms.length - 1) {
        yield ratioAtBest(q, below, ratio);
        continue;
      }
      yield atMost(`log(π/p) of ${index + 1}`, ratio, `D̂_n(p_${index + 1})`, q.estimatorAt(q.policy.mass(index)));
    }
  },
});

/** D̂_n(p_K) − log(π_K/p_K) = s (D̃_n + (n−1) log F − log(π_K/p_K)). */
function ratioAtBest(q: BestOfN, { share }: BelowBest, ratio: Real): Relation {
  const bracket = sum(q.atomlessKl, multiple(q.draws.sub(Rational.ONE), logOf(share)));
  return atMost('log(π/p) of the best', ratio, 'D̃_n + (n−1) log F', bracket);
}

/** The atoms where π_i may exceed p_i, best first. At the others log(π_i/p_i) ≤ log(n F_i^(n−1)) < 0 ≤ D̂_n. */
function* likelyAtoms({ policy, n }: BestOfN): Generator<number> {
  for (let index = policy.atoms.length - 1; index >= 0; index -= 1) {
    const upTo = Number(((policy.cumulative[index + 1] as bigint) * SCALE) / policy.total + 1n) / Number(SCALE);
    if (n * upTo ** (n - 1) < 0.9) return;
    if (!policy.continuousParts.has(index)) yield index;
  }
}

const SCALE = 2n ** 52n;
