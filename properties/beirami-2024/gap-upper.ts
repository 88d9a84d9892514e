import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { gapUpperBound } from '../../src/bounds/gap-bounds.ts';
import { atMost, type CrossCheck, defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, times } from '../../src/claims/expression/expression.ts';
import { GAP, SQUARES } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { asStated, collisionProbability, rationals } from '../shared/cross-checks.ts';
import {
  excess,
  isTooLarge,
  localGaps,
  parts,
  powerOnlyLessens,
  scaling,
  squaresAddUp,
  step,
  telescoping,
} from '../shared/steps.ts';

/** Theorem 3.4, also read for real n. */
export const GAP_AT_MOST_SQUARES = isAtMost(GAP, times(2, n, minus(n, 1), SQUARES));

export const claim = defineClaim({
  id: 'gap-upper',
  title: 'The gap is small where collisions are rare',
  statement: 'log n − (n−1)/n − KL(π‖p) ≤ 2n(n−1) Σ p_i² = 2n(n−1) e^{−H_2}',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 3.4',
  hypotheses: 'finite policy, integer n ≥ 1; p_i are the masses of levels where rewards tie',
  expected: 'holds',
  proof: { theorems: ['gap_le_quadratic', 'gap_le_collision_entropy', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  // Among policies of atoms only, the smallest counterexamples for n in (1, 2) have tens of thousands of outcomes.
  extensions: { 'real-draws': { witness: { weights: [1n, 399n], ranks: [0, 1], n: 1.25, continuousParts: [1] } } },
  states: [GAP_AT_MOST_SQUARES],
  *crossChecks(q) {
    yield asStated('2n(n−1) Σ p²', q, GAP_AT_MOST_SQUARES, rationalReal(gapUpperBound(q.policy, q.draws)));
    const squares = collisionProbability(q).mul(q.draws.mul(q.draws).sub(q.draws)).mul(Rational.of(2));
    yield rationals('2n(n−1) Σ p², mass by mass', gapUpperBound(q.policy, q.draws), squares);
    yield entropy(q, 2, Rational.of(-1));
    yield entropy(q, 3, Rational.of(-1, 2));
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const gaps = [...localGaps(q)];
    yield telescoping(q, gaps);
    const { draws } = q;
    const half = draws.mul(draws.sub(Rational.ONE)).div(Rational.of(2));
    for (const [i, part] of parts(q).entries()) {
      yield scaling(q, part, gaps[i] as Real);
      const { share } = part;
      const over = excess(q, share);
      yield step('log x ≤ x − 1', atMost(`γ(${share})`, q.topGapAt(share), 'n t − 1 + (1−t)^n', over));
      const square = rationalReal(half.mul(share).mul(share));
      yield step('the mean value theorem', atMost('n t − 1 + (1−t)^n', over, 'n(n−1)/2 t²', square));
      if (q.n >= 2) yield powerOnlyLessens(q, part, 2);
    }
    const bound = gapUpperBound(q.policy, q.draws);
    const quarter = bound.div(Rational.of(4));
    yield squaresAddUp(q, half, quarter);
    yield step('the sum', atMost('gap', q.gap, 'n(n−1)/2 Σ p²', rationalReal(quarter)));
    yield step(
      'a larger constant does as well',
      atMost('n(n−1)/2 Σ p²', rationalReal(quarter), '2n(n−1) Σ p²', rationalReal(bound)),
    );
  },
});

/** A cross-check of H_α with its definition, mass by mass. */
function entropy(q: BestOfN, alpha: number, factor: Rational): CrossCheck {
  const form = LogForm.log(collisionProbability(q, alpha)).scale(factor);
  return { name: `H_${alpha}, mass by mass`, one: q.renyi(alpha), other: exactReal(form) };
}
