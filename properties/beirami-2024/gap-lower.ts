import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { localGap } from '../../src/quantities/local-gap.ts';
import { isBestOnly } from '../shared/atoms.ts';
import { belowBest, belowEstimatorBest } from '../shared/below-best.ts';
import { inDecimals } from '../shared/cross-checks.ts';
import {
  estimatorIsFormulaLessGap,
  isTooLarge,
  localGaps,
  parts,
  scaling,
  step,
  telescoping,
  topGapIsPositive,
} from '../shared/steps.ts';

/** The sharp form behind "the gap is unbounded when n·ε_∞ grows". */
export const claim = defineClaim({
  id: 'gap-lower',
  title: 'The gap is large where the best outcome is common',
  statement: 'log n − (n−1)/n − KL(π‖p) ≥ γ(ε_∞), that is KL(π‖p) ≤ D̂_n(ε_∞)',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 3.6, in the sharp form proved in docs/theory.md',
  hypotheses: 'finite policy, integer n ≥ 1; ε_∞ is the mass of the best level where rewards tie',
  expected: 'holds',
  proof: { theorems: ['gap_ge_top', 'kl_le_estimator_best', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    // Nothing is stated where the two sides are equal and have no exact forms.
    if (isBestOnly(q.policy)) return;
    const below = belowBest(q);
    if (below) {
      yield belowEstimatorBest(q, below);
      return;
    }
    yield atMost('γ(ε_∞)', q.bestAtomGap, 'gap', q.gap);
    yield atMost('KL', q.kl, 'D̂_n(ε_∞)', q.estimatorBest);
  },
  *crossChecks(q) {
    yield {
      name: 'D̂_n(ε_∞) and formula − γ(ε_∞)',
      one: q.estimatorBest,
      other: difference(q.atomlessKl, q.bestAtomGap),
    };
    const top = q.policy.mass(q.policy.atoms.length - 1);
    yield* inDecimals('γ(ε_∞)', q, q.bestAtomGap, ({ field, n }) =>
      localGap(field, Rational.ONE.sub(top), Rational.ONE, n),
    );
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const gaps = [...localGaps(q)];
    yield telescoping(q, gaps);
    const few = parts(q);
    for (const [i, part] of few.slice(0, -1).entries()) {
      yield scaling(q, part, gaps[i] as Real);
      yield topGapIsPositive(q, part.share);
    }
    const best = gaps[few.length - 1] as Real;
    yield step('the last local gap is the top gap', equal('g(F_{K−1}, 1)', best, 'γ(ε_∞)', q.bestAtomGap));
    if (!q.isTrivial) yield step('the others only add to it', atMost('γ(ε_∞)', q.bestAtomGap, 'gap', q.gap));
    yield estimatorIsFormulaLessGap(q, q.policy.mass(q.policy.atoms.length - 1), q.estimatorBest);
    yield step('so the estimator is above', atMost('KL', q.kl, 'D̂_n(ε_∞)', q.estimatorBest));
  },
});
