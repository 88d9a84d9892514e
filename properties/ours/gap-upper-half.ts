import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { halfGapBound } from '../../src/bounds/gap-bounds.ts';
import { atMost, defineClaim, type Step } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, over, times } from '../../src/claims/expression/expression.ts';
import { GAP, SQUARES } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { gapIsLocal, localGapScales, placeOf, someAtoms } from '../shared/atoms.ts';
import { asStated, collisionProbability, rationals } from '../shared/cross-checks.ts';

const STATED = isAtMost(GAP, times(over(times(n, minus(n, 1)), 2), SQUARES));

export const claim = defineClaim({
  id: 'gap-upper-half',
  title: 'A quarter of the bound in Σp²',
  source: 'this project, docs/theory-ours.md; sharpens Beirami et al., arXiv 2401.01879, Theorem 3.4',
  hypotheses: 'finite policy, integer n ≥ 1; p_i are the masses of levels where rewards tie',
  expected: 'holds',
  proof: { theorems: ['gap_le_half_quadratic', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  // As for gap-upper: a light atom below a continuous part. Searches among policies of atoms only do not find a counterexample.
  extensions: { 'real-draws': { witness: { weights: [1n, 399n], ranks: [0, 1], n: 1.25, continuousParts: [1] } } },
  states: [STATED],
  *crossChecks(q) {
    yield asStated('n(n−1)/2 Σ p²', q, STATED, rationalReal(halfGapBound(q.policy, q.draws)));
    const squares = collisionProbability(q).mul(pairsOf(q));
    yield rationals('n(n−1)/2 Σ p², mass by mass', halfGapBound(q.policy, q.draws), squares);
  },
  derivation: steps,
});

function* steps(q: BestOfN): Generator<Step> {
  yield gapIsLocal(q);
  for (const i of someAtoms(q)) {
    const { share } = placeOf(q, i);
    yield localGapScales(q, i);
    const above = tangent(q, share);
    const first = atMost('γ(p/F)', q.topGapAt(share), 'nt − 1 + (1−t)^n', above);
    yield { name: 'γ(t) ≤ nt − (1 − (1−t)^n)', relation: first };
    const half = rationalReal(pairsOf(q).mul(share.pow(2)));
    // For two draws both sides are t².
    if (q.n === 2) continue;
    const second = atMost('nt − 1 + (1−t)^n', above, 'n(n−1)/2 t²', half);
    yield { name: 'nt − (1 − (1−t)^n) ≤ n(n−1)/2 t²', relation: second };
  }
}

/** nt − (1 − (1−t)^n): the difference at u = 1−t between u^n and its tangent at 1. */
function tangent(q: BestOfN, t: Rational): Real {
  return q.of(TANGENT, t);
}

const TANGENT = defineQuantity<[t: Rational]>({
  symbol: 'nt − 1 + (1−t)^n',
  formula: ({ field, n }, t) => {
    const line = field.rational(n.mul(t).sub(Rational.ONE));
    return field.lift(field.add(line, field.pow(field.rational(Rational.ONE.sub(t)), n)));
  },
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** n(n−1)/2 */
function pairsOf({ draws }: BestOfN): Rational {
  return draws.mul(draws.sub(Rational.ONE)).div(Rational.of(2));
}
