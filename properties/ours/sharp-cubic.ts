import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { cubicConstant, cubicGapBound, weightedCubicGapBound } from '../../src/bounds/gap-bounds.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import type { Law } from '../../src/selection/law.ts';
import { placeOf, someAtoms } from '../shared/atoms.ts';
import { collisionProbability, inDecimals, rationals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'sharp-cubic',
  title: 'The best constant with Σp³',
  statement: 'log n − (n−1)/n − KL(π‖p) ≤ n(n−1)²/24 · Σ F_i^(n−3) p_i³ ≤ n(n−1)²/24 · Σ p_i³',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 3; p_i are the masses of levels where rewards tie',
  expected: 'holds',
  proof: {
    theorems: [
      'gap_le_cubic_weighted',
      'weighted_cubes_le',
      'gap_cubic_constant_iff',
      'gap_cubic_weighted_constant_sharp',
      'level_policy',
      'random_ties_kl',
    ],
  },
  domain: { atoms: 1, draws: 3 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'real-draws': 'fails' },
  relations: (q) => [
    atMost('gap', q.gap, 'n(n−1)²/24 Σ F^(n−3) p³', weighted(q)),
    atMost('gap', q.gap, 'n(n−1)²/24 Σ p³', rationalReal(cubicGapBound(q.policy, q.draws))),
  ],
  *crossChecks(q) {
    const { draws: n } = q;
    const cube = n
      .mul(n)
      .mul(n)
      .sub(n.mul(n).mul(Rational.of(2)))
      .add(n);
    const cubes = collisionProbability(q, 3).mul(cube.div(Rational.of(24)));
    yield rationals('n(n−1)²/24 Σ p³, mass by mass', cubicGapBound(q.policy, n), cubes);
    yield* inDecimals('n(n−1)²/24 Σ F^(n−3) p³', q, weighted(q), weightedCubicGapBound);
  },
  derivation: steps,
});

function weighted(q: BestOfN): Real {
  return q.of(WEIGHTED_BOUND);
}

const WEIGHTED_BOUND = defineQuantity({
  symbol: 'n(n−1)²/24 Σ F^(n−3) p³',
  formula: weightedCubicGapBound,
  isZero: ({ isOneDraw, policy }) => isOneDraw || policy.isAtomless,
});

/** At t = p/F of each atom: a polynomial P ≥ 0 gives γ′ ≤ 3C t² for the constant C, which gives γ ≤ C t³. */
function* steps(q: BestOfN): Generator<Step> {
  const constant = cubicConstant(q.draws);
  const zero = rationalReal(Rational.ZERO);
  for (const i of someAtoms(q)) {
    const { ratio, share } = placeOf(q, i);
    if (ratio.sign() > 0) {
      yield { name: 'P(1−t) ≥ 0', relation: atMost('0', zero, 'P', polynomial(q, ratio)) };
      const square = rationalReal(constant.mul(Rational.of(3)).mul(share.pow(2)));
      yield { name: 'γ′(t) ≤ n(n−1)²/8 t²', relation: atMost('γ′', slope(q, ratio), 'n(n−1)²/8 t²', square) };
    }
    const cube = rationalReal(constant.mul(share.pow(3)));
    yield { name: 'γ(t) ≤ n(n−1)²/24 t³', relation: atMost('γ(p/F)', q.topGapAt(share), 'n(n−1)²/24 t³', cube) };
  }
  yield { name: 'gap = Σ F_i^n γ(p_i/F_i)', relation: equal('gap', q.gap, 'Σ g', q.gapByParts) };
}

/** P(a) = n(n−1)/8·[(n−1) − 2(n−2)a + (n−3)a²] − 1 + n a^(n−1) − (n−1)a^n − (n−1)/4·(a − a^(n+1)). */
function polynomial(q: BestOfN, a: Rational): Real {
  return q.of(POLYNOMIAL, a);
}

const POLYNOMIAL = defineQuantity({ symbol: 'P', formula: polynomialOf });

function polynomialOf<Q, T>({ field, n }: Law<Q, T>, a: Rational): T {
  const of = (integer: number): Rational => Rational.of(integer);
  const [less, twice, thrice] = [1, 2, 3].map((k) => n.sub(of(k))) as [Rational, Rational, Rational];
  const square = less.sub(twice.mul(of(2)).mul(a)).add(thrice.mul(a.pow(2)));
  const quarter = less.div(of(4));
  const fixed = square.mul(n).mul(less).div(of(8)).sub(Rational.ONE).sub(a.mul(quarter));
  // n − (n−1)a + (n−1)/4·a², the factor of a^(n−1).
  const factor = n.sub(less.mul(a)).add(quarter.mul(a.pow(2)));
  const power = field.pow(field.rational(a), less);
  return field.lift(field.add(field.rational(fixed), field.mul(power, field.rational(factor))));
}

/** γ′(t) = f log(f/m) − f + m at a = 1 − t, with f = n a^(n−1) and m = (1−a^n)/(1−a). */
function slope(q: BestOfN, a: Rational): Real {
  return q.of(SLOPE, a);
}

const SLOPE = defineQuantity({ symbol: 'γ′', formula: slopeOf });

function slopeOf<Q, T>({ field, n }: Law<Q, T>, a: Rational): T {
  const base = field.rational(a);
  const f = field.mul(field.rational(n), field.pow(base, n.sub(Rational.ONE)));
  const rest = field.sub(field.rational(Rational.ONE), field.pow(base, n));
  const m = field.div(rest, field.rational(Rational.ONE.sub(a)));
  return field.plus(field.relativeEntropy(f, m), field.lift(field.sub(m, f)));
}
