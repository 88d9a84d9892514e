import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Curve, Point } from './curve.ts';
import { gapCoefficients, REACH, signNearZero, tailOfGap, tailOfSlope } from './series.ts';

/** The method that certified a box; docs/regions.md explains each. */
export type How = 'series' | 'range' | 'slope' | 'curvature' | 'coefficients';

/** A box on the scale of x, with a certified bound of the ratio there. `at` is the point of expansion of `curvature`. */
export interface XBox {
  readonly from: Rational;
  readonly to: Rational;
  readonly how: How;
  readonly at?: Rational;
  readonly bound: Rational;
}

export type Cover =
  | { readonly outcome: 'certified'; readonly boxes: readonly XBox[] }
  | { readonly outcome: 'refuted'; readonly at: Rational }
  | { readonly outcome: 'undecided'; readonly from: Rational; readonly to: Rational };

/** An inequality to show on (0, end]: the difference is ≥ 0 on each box. `bound` turns a lower bound of it into a bound of the ratio. */
export interface Question {
  readonly curve: Curve;
  /** The difference that should be ≥ 0, at one point. */
  difference(point: Point): FixedInterval;
  /** A lower bound of the difference on the box between two points, in fixed point, and its method; null where none was found. */
  least(from: Point, to: Point, at: Point | null): { readonly low: bigint; readonly how: How } | null;
  /** The bound of the ratio on the box, from the lower bound of the difference. */
  bound(low: bigint, to: Point): Rational;
  /** The sign of the difference on (0, reach] by series, 0 where the series does not decide it, and the bound of the ratio. */
  nearZero(reach: Rational): { readonly sign: -1 | 0 | 1; readonly bound: Rational };
}

/** The search ends at a box narrower than this share of its left end. */
const NARROWEST = Rational.of(1, 1n << 40n);
/** How often the interval of the series is halved. */
const SHORTENINGS = 64;
const HALF = Rational.of(1, 2);
const TWO = Rational.of(2);

/**
 * Covers (0, end] by boxes on which the inequality is certified. The first box uses the series. The width of the others is doubled after a
 * success and halved after a failure. `touch` is a box around a point where the difference nearly vanishes, expanded at that point.
 */
export function cover(question: Question, end: Rational, touch?: XBox): Cover {
  let reach = REACH;
  let near = question.nearZero(reach);
  for (let k = 0; near.sign === 0; k += 1) {
    if (k === SHORTENINGS) return { outcome: 'undecided', from: Rational.ZERO, to: reach };
    reach = reach.mul(HALF).reduced();
    near = question.nearZero(reach);
  }
  if (near.sign < 0) return { outcome: 'refuted', at: reach };
  const boxes: XBox[] = [{ from: Rational.ZERO, to: reach, how: 'series', bound: near.bound }];
  const stretches = touch ? [touch.from, end] : [end];
  for (const stretch of stretches) {
    const failed = sweep(question, (boxes.at(-1) as XBox).to, stretch, boxes);
    if (failed) return failed;
    if (touch && stretch === touch.from) boxes.push(touch);
  }
  return { outcome: 'certified', boxes };
}

function sweep(question: Question, start: Rational, end: Rational, boxes: XBox[]): Cover | null {
  const { curve } = question;
  let from = start;
  let width = start.mul(HALF);
  while (from.compare(end) < 0) {
    const sum = from.add(width).reduced();
    const to = sum.compare(end) < 0 ? sum : end;
    const left = curve.point(from);
    const right = curve.point(to);
    if (question.difference(left).hi < 0n) return { outcome: 'refuted', at: from };
    if (question.difference(right).hi < 0n) return { outcome: 'refuted', at: to };
    const middle = from.add(to).mul(HALF).reduced();
    const found = question.least(left, right, null) ?? question.least(left, right, curve.point(middle));
    if (found) {
      boxes.push({ from, to, how: found.how, bound: question.bound(found.low, right) });
      from = to;
      width = width.mul(TWO).reduced();
    } else {
      if (question.difference(curve.point(middle)).hi < 0n) return { outcome: 'refuted', at: middle };
      width = to.sub(from).mul(HALF).reduced();
      if (width.compare(from.mul(NARROWEST)) < 0) return { outcome: 'undecided', from, to };
    }
  }
  return null;
}

/**
 * C·x^p − G(x) ≥ 0 for p = 2 or 3. `slope`: the derivative keeps its sign on the box, so the least value is at an end.
 * `curvature`: if q is a lower bound of the second derivative, the value at x + h is at least D + D′h + qh²/2.
 */
export function powerBound(curve: Curve, power: 2 | 3, constant: Rational): Question {
  const { field } = curve;
  const G = gapCoefficients(curve.n);
  const C = field.rational(constant);
  const first = field.rational(constant.mul(Rational.of(power)));
  const second = field.rational(constant.mul(Rational.of(power * (power - 1))));
  const difference = ({ x, G }: Point): FixedInterval => field.sub(field.mul(C, field.pow(x, BigInt(power))), G);
  const slope = (x: FixedInterval, G1: FixedInterval): FixedInterval =>
    field.sub(field.mul(first, field.pow(x, BigInt(power - 1))), G1);

  return {
    curve,
    difference,
    least(from, to, at) {
      const range = curve.range(from, to);
      const x = { lo: from.x.lo, hi: to.x.hi };
      if (!at) {
        const D1 = slope(x, range.G1);
        if (D1.lo < 0n && D1.hi > 0n) return null;
        const { lo } = difference(D1.lo >= 0n ? from : to);
        return lo >= 0n ? { low: lo, how: 'slope' } : null;
      }
      if (!range.G2) return null;
      const q = field.sub(field.mul(second, field.pow(x, BigInt(power - 2))), range.G2).lo;
      const low = model(curve, difference(at), slope(at.x, at.G1), q, from.x.lo - at.x.hi, to.x.hi - at.x.lo);
      return low >= 0n ? { low, how: 'curvature' } : null;
    },
    bound: (low, to) => constant.sub(halved(low, curve).div(to.at.pow(power))),
    nearZero(reach) {
      const rough = (G[3] as Rational).mul(TWO).mul(reach);
      const bound = power === 3 || rough.compare(constant) > 0 ? constant : rough;
      const d = G.map((g, k) => (k === power ? bound.sub(g) : g.neg()));
      return { sign: signNearZero(d, tailOfGap(reach), reach), bound };
    },
  };
}

/** G′(x) ≥ 0; the ratio is G′/x². `range`: by the range of G′ itself. `slope`: G″ keeps its sign, so the least value is at an end. */
export function slopeBound(curve: Curve): Question {
  const G1 = gapCoefficients(curve.n)
    .slice(1)
    .map((g, k) => g.mul(Rational.of(k + 1)));
  const half = (G1[2] as Rational).mul(HALF);
  const difference = ({ G1 }: Point): FixedInterval => G1;
  return {
    curve,
    difference,
    least(from, to, at) {
      if (at) return null;
      const { G1, G2 } = curve.range(from, to);
      if (G1.lo > 0n) return { low: G1.lo, how: 'range' };
      if (!G2 || (G2.lo < 0n && G2.hi > 0n)) return null;
      const { lo } = difference(G2.lo >= 0n ? from : to);
      return lo > 0n ? { low: lo, how: 'slope' } : null;
    },
    bound: (low, to) => halved(low, curve).div(to.at.pow(2)),
    nearZero(reach) {
      const d = G1.map((g, k) => (k === 2 ? g.sub(half) : g));
      return { sign: signNearZero(d, tailOfSlope(reach), reach), bound: half };
    },
  };
}

/**
 * Half the margin. The certificate claims only half of what was shown, so that the re-checker, which uses other arithmetic, can confirm
 * it.
 */
function halved(low: bigint, { field }: Curve): Rational {
  return Rational.of(low, 1n << BigInt(field.bits + 1));
}

/** A lower bound of D + D′h + qh²/2 over lo ≤ h ≤ hi. The minimum is at an end or, for q > 0, at the vertex h = −D′/q inside. */
function model(curve: Curve, D: FixedInterval, D1: FixedInterval, q: bigint, lo: bigint, hi: bigint): bigint {
  const { field } = curve;
  const bend = q >> 1n;
  const at = (h: bigint): bigint => field.mul(point(h), field.add(D1, field.mul(point(h), point(bend)))).lo;
  let least = smaller(at(lo), at(hi));
  const full = point(2n * bend);
  const inside = -D1.hi <= field.mul(full, point(hi)).hi && -D1.lo >= field.mul(full, point(lo)).lo;
  if (bend > 0n && inside) {
    const steepest = point(-smaller(D1.lo, -D1.hi));
    least = smaller(least, -field.div(field.mul(steepest, steepest), point(4n * bend)).hi);
  }
  return D.lo + least;
}

function point(value: bigint): FixedInterval {
  return { lo: value, hi: value };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
