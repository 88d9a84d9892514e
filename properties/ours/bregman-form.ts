import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { bregmanBound, bregmanBracket } from '../../src/quantities/bregman.ts';
import { defineEnclosed, defineQuantity } from '../../src/quantities/quantity.ts';
import type { Law } from '../../src/selection/law.ts';
import { localGapAt, placeOf, someAtoms } from '../shared/atoms.ts';
import { estimateAt } from './unbiased-estimator.ts';

/** Digits beyond those requested: for the cancellation between λ and sinh λ, of relative size (nλ)⁴, and for e^(nλ). */
const GUARD_DIGITS = 60;
/** The largest nλ for the cross-check by exponentials. */
const MAX_NATS = 60;

/** How many atoms are checked. The identity is decided exactly at each. */
const FEW = 4;

export const claim = defineClaim({
  id: 'bregman-form',
  title: 'The local gap as a Bregman divergence',
  statement:
    'g(F_{i−1}, F_i) = π_i [L(λ) − L(nλ) + (n−1)λ L′(nλ)], and ½L″(nλ)(n−1)²λ² ≤ [·] ≤ ½L″(λ)(n−1)²λ² ≤ (n−1)²λ²/24',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; λ = log(F_i/F_{i−1}) for some atoms but the lowest',
  expected: 'holds',
  proof: {
    theorems: ['local_gap_bregman', 'bregman_bounds', 'log_sinh_derivatives', 'level_policy', 'level_best_of'],
  },
  domain: { atoms: 2, draws: 1, exactForms: true },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.2, ties: 0.05 },
  cost: 'high',
  extensions: {
    'real-draws': { notApplicable: 'exact forms, which decide the identity, need an integer n' },
    'one-atom': { notApplicable: 'it speaks of the atoms above the lowest one' },
  },
  *relations(q) {
    for (const i of someAtoms(q, FEW)) {
      if (i === 0) continue;
      const bracket = bracketAt(q, i);
      yield equal(`g(${i + 1})`, localGapAt(q, i), 'π · [·]', scaled(q, i));
      yield atMost('½L″(nλ)(n−1)²λ²', boundAt(q, i, q.draws), '[·]', bracket);
      yield atMost('[·]', bracket, '½L″(λ)(n−1)²λ²', boundAt(q, i, Rational.ONE));
      yield atMost('½L″(λ)(n−1)²λ²', boundAt(q, i, Rational.ONE), '(n−1)²λ²/24', squareAt(q, i));
    }
  },
  *crossChecks(q) {
    for (const i of someAtoms(q, FEW)) {
      if (i === 0 || q.isOneDraw) continue;
      const { upTo, below } = placeOf(q, i);
      if (q.n * Math.log(Number(upTo.num) / Number(below.num)) > MAX_NATS) continue;
      const again = real({ enclose: (digits) => byExponentials(q, i, digits) });
      yield { name: '[·] by sinh and coth', one: bracketAt(q, i), other: again };
    }
  },
  derivation: steps,
});

function bracketAt(q: BestOfN, i: number): Real {
  return q.of(BRACKET, i);
}

const BRACKET = defineEnclosed({ symbol: '[·]', formula: bracketOf, isZero: ({ isOneDraw }) => isOneDraw });

function bracketOf<Q, T>({ field, policy, n }: Law<Q, T>, i: number): T {
  return bregmanBracket(field, placeOf({ policy }, i).ratio, n);
}

function scaled(q: BestOfN, i: number): Real {
  return q.of(SCALED_BRACKET, i);
}

const SCALED_BRACKET = defineQuantity<[i: number]>({
  symbol: 'π [·]',
  formula: (law, i) => {
    const { field, policy, n } = law;
    const { below, upTo } = placeOf({ policy }, i);
    const won = field.sub(field.pow(field.rational(upTo), n), field.pow(field.rational(below), n));
    return field.scale(won, bracketOf(law, i));
  },
  isZero: ({ isOneDraw }) => isOneDraw,
});

function boundAt(q: BestOfN, i: number, k: Rational): Real {
  return q.of(BOUND, i, k);
}

const BOUND = defineEnclosed<[i: number, k: Rational]>({
  symbol: '½L″(kλ)(n−1)²λ²',
  formula: ({ field, policy, n }, i, k) => bregmanBound(field, placeOf({ policy }, i).ratio, n, k),
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** (n−1)²λ²/24 */
function squareAt(q: BestOfN, i: number): Real {
  return q.of(SQUARE, i);
}

const SQUARE = defineEnclosed<[i: number]>({
  symbol: '(n−1)²λ²/24',
  formula: ({ field, policy, n }, i) => {
    const log = field.log(field.rational(placeOf({ policy }, i).ratio));
    const factor = n.sub(Rational.ONE).pow(2).div(Rational.of(24));
    return field.mul(field.rational(factor), field.mul(log, log));
  },
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** L(λ) − L(nλ) + (n−1)λ L′(nλ) by definition, with L′(x) = coth(x/2)/2 − 1/x. */
function byExponentials(q: BestOfN, i: number, digits: number): ReturnType<Real['enclose']> {
  const field = intervals(digits + GUARD_DIGITS);
  const of = (value: Rational): ReturnType<Real['enclose']> => field.rational(value);
  const { upTo, below } = placeOf(q, i);
  const lambda = field.log(of(upTo.div(below)));
  const n = q.draws;
  const far = field.mul(of(n), lambda);
  const half = of(Rational.of(1, 2));
  const ends = (x: typeof lambda): { sinh: typeof lambda; cosh: typeof lambda } => {
    const up = field.exp(field.mul(half, x));
    const down = field.div(of(Rational.ONE), up);
    return { sinh: field.mul(half, field.sub(up, down)), cosh: field.mul(half, field.add(up, down)) };
  };
  const logOf = (x: typeof lambda): typeof lambda => field.log(field.div(ends(x).sinh, field.mul(half, x)));
  const { sinh, cosh } = ends(far);
  const slope = field.sub(field.mul(half, field.div(cosh, sinh)), field.div(of(Rational.ONE), far));
  const rise = field.mul(field.mul(of(n.sub(Rational.ONE)), lambda), slope);
  return field.add(field.sub(logOf(lambda), logOf(far)), rise);
}

function* steps(q: BestOfN): Generator<Step> {
  for (const i of someAtoms(q, FEW)) {
    if (i === 0) continue;
    const share = difference(q.atomlessKl, estimateAt(q, i));
    yield { name: 'g/π = β(p_i/F_i) = [·]', relation: equal('formula − D̂*(p/F)', share, '[·]', bracketAt(q, i)) };
    const zero = rationalReal(Rational.ZERO);
    yield { name: 'L″ ≥ 0', relation: atMost('0', zero, '½L″(nλ)(n−1)²λ²', boundAt(q, i, q.draws)) };
    if (q.isOneDraw) continue;
    // ½L″(x)(n−1)²λ² decreases as x grows from λ to nλ.
    const between = boundAt(q, i, q.draws.add(Rational.ONE).div(Rational.of(2)));
    yield {
      name: 'L″ falls',
      relation: atMost('at nλ', boundAt(q, i, q.draws), 'at kλ', q.n === 2 ? boundAt(q, i, Rational.ONE) : between),
    };
  }
}
