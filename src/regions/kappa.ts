import { type Direction, fraction, quotient } from '../arithmetic/decimal.ts';
import { DomainError } from '../arithmetic/errors.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { workingBits } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { exactReal, type Real, real } from '../arithmetic/real.ts';
import { cover, powerBound, type Question, type XBox } from './cover.ts';
import { Curve } from './curve.ts';

/** Significant digits of κ by default. */
export const DIGITS = 25;
/** The end of the boxes for the limit. For larger x, G ≤ log x, so the ratio is at most log(8)/64 < TAIL: docs/regions.md. */
const LIMIT_END = Rational.of(8);
const TAIL = Rational.of(163, 5000);
/** The factor by which the ratio may decrease between two points 2^−50 apart. */
const ALMOST = Rational.ONE.sub(Rational.of(1, 1n << 40n));
const LARGEST = 10 ** 9;
const STEPS = 100;
const REMEMBERED = 1024;
/** Bits that evaluations lose besides those of n. If this were too small, the maximum would not be certified. */
const ROOM = 13;
/** The box around the maximum is at least five cells of width 2^−FINEST wide. */
const FINEST = 12n;

/** κ, the maximum of γ(t)/t² over 0 < t ≤ 1, and its point; for the limit, those of G(x)/x² over x > 0. Both are enclosed. */
export interface Maximum {
  readonly lo: Rational;
  readonly hi: Rational;
  readonly at: { readonly lo: Rational; readonly hi: Rational };
  /** The boxes, on the scale x = nt, that show γ/t² ≤ hi. */
  readonly boxes: readonly XBox[];
}

const known = new Map<string, Maximum>();

/**
 * κ_n with at least `digits` certified digits, for an integer n from 2 to 10^9, or lim κ_n/n² for null.
 *
 * @example
 * sharpQuadraticConstant(2).at.lo.toString(); // '1'
 */
export function sharpQuadraticConstant(n: number | null, digits = DIGITS): Maximum {
  if (n !== null) checkDraws(n);
  const key = `${n} ${digits}`;
  let found = known.get(key);
  if (!found) {
    if (known.size >= REMEMBERED) known.clear();
    found = maximise(n, digits);
    known.set(key, found);
  }
  return found;
}

/** An upper bound of κ_n that exceeds it by less than two units of the 25th digit. The last thousand results are cached. */
export function kappaUpper(n: number): Rational {
  return sharpQuadraticConstant(n).hi;
}

const reals = new Map<number, Real>();

/**
 * κ_n as a real. It is exact for n = 2 and 3, where the maximum is at t = 1 and κ_n = γ(1). While it is remembered, the same n gives the same
 * real, which equals itself.
 */
export function kappa(n: number): Real {
  checkDraws(n);
  const found = reals.get(n) ?? kappaOf(n);
  if (reals.size >= REMEMBERED) reals.clear();
  reals.set(n, found);
  return found;
}

function kappaOf(n: number): Real {
  if (n === 2 || n === 3)
    return exactReal(LogForm.log(Rational.of(n)).sub(LogForm.rational(Rational.of(BigInt(n) - 1n, n))));
  return real({
    enclose: (digits) => {
      const { lo, hi } = sharpQuadraticConstant(n, Math.max(digits, DIGITS));
      return new Interval(intervals(digits).rational(lo).lo, intervals(digits).rational(hi).hi);
    },
  });
}

function checkDraws(n: number): void {
  if (!Number.isInteger(n) || n < 2 || n > LARGEST) throw new DomainError(`${n} is not an integer n from 2 to 10^9`);
}

function maximise(n: number | null, digits: number): Maximum {
  // E = a^n errs by about n units in the last place, and the results computed from it by less than 2^ROOM times as many.
  const lost = ROOM + Math.ceil(Math.log2(n ?? 1));
  const bits = workingBits(digits, lost + 10);
  const curve = new Curve(n, bits);
  const scale = n === null ? Rational.ONE : Rational.of(n).pow(2);
  const top = n !== null && n <= 3 ? Rational.of(n) : stationary(curve);
  const { G } = curve.point(top);
  const unit = scale.div(top.pow(2)).div(Rational.of(1n << BigInt(bits)));
  const lo = rounded(unit.mul(Rational.of(G.lo)), digits, 'down');
  // The boxes need a small margin, far less than the last digit.
  const hi = rounded(unit.mul(Rational.of(G.hi + (1n << BigInt(lost)))), digits, 'up');
  const constant = hi.div(scale).reduced();
  const question = powerBound(curve, 2, constant);
  const touch = n !== null && n <= 3 ? undefined : touching(question, top, lo.div(scale), constant);
  const found = cover(question, n === null ? LIMIT_END : Rational.of(n), touch);
  if (found.outcome !== 'certified') throw unplaced(n);
  const others = found.boxes.filter((box) => (touch ? box !== touch : box !== found.boxes.at(-1)));
  const below = [...others.map(({ bound }) => bound.mul(scale)), ...(n === null ? [TAIL] : [])];
  if (below.some((bound) => bound.compare(lo) >= 0)) throw unplaced(n);
  const at = touch ? around(curve, top, lo.div(scale)) : { lo: top, hi: top };
  const inT = (x: Rational): Rational => (n === null ? x : x.div(Rational.of(n))).reduced();
  return { lo, hi, at: { lo: inT(at.lo), hi: inT(at.hi) }, boxes: found.boxes };
}

function unplaced(n: number | null): DomainError {
  return new DomainError(`the maximum for n = ${n} was not certified`);
}

/** x rounded to `digits` significant digits. */
export function rounded(x: Rational, digits: number, direction: Direction): Rational {
  const { num, den } = fraction(quotient(x.num, x.den, digits, direction));
  return Rational.of(num, den);
}

export function roundedText(x: Rational, digits: number, direction: Direction): string {
  return quotient(x.num, x.den, digits, direction).toString();
}

/** Newton's method for xG′ = 2G with midpoints, to a little more than half the bits. The result is a starting point, not evidence. */
function stationary(curve: Curve): Rational {
  const { field } = curve;
  const bits = BigInt(field.bits);
  const kept = bits - bits / 4n;
  let x = Rational.of(19, 8);
  if (curve.n !== null) x = x.mul(Rational.of(BigInt(curve.n) + 2n, curve.n));
  for (let step = 0; step < STEPS; step += 1) {
    const p = curve.point(x);
    const excess = middle(field.sub(field.mul(p.x, p.G1), field.add(p.G, p.G)));
    const slope = middle(field.sub(field.mul(p.x, p.G2 as FixedInterval), p.G1));
    const by = (excess << bits) / slope;
    x = Rational.of((middle(p.x) - by) >> (bits - kept), 1n << kept);
    if (by >> (bits / 2n) === 0n || by >> (bits / 2n) === -1n) break;
  }
  return x;
}

function middle(x: FixedInterval): bigint {
  return (x.lo + x.hi) >> 1n;
}

/** The box around the maximum, where Cx² − G is convex. Its ends are multiples of 2^−k, about two of them to either side. */
function touching(question: Question, top: Rational, lo: Rational, constant: Rational): XBox {
  const { curve } = question;
  for (let k = 3n; k <= FINEST; k += 1n) {
    const cell = (top.num << k) / top.den;
    const from = Rational.of(cell - 2n, 1n << k);
    const to = Rational.of(cell + 3n, 1n << k);
    if (curve.n !== null && to.compare(Rational.of(curve.n)) >= 0) continue;
    const left = curve.point(from);
    const right = curve.point(to);
    const { G2 } = curve.range(left, right);
    const convex = G2 !== null && G2.hi < curve.field.rational(lo.mul(ALMOST).mul(Rational.of(2))).lo;
    if (convex && question.least(left, right, curve.point(top)))
      return { from, to, how: 'curvature', at: top, bound: constant };
  }
  throw unplaced(curve.n);
}

/**
 * Certifies that the maximum lies within 2^−(5/8 of the bits) of `top`. ψ = xG′ − 2G is > 0 at the left end and < 0 at the right end, so it
 * vanishes at some z between them. There r = G/x² is stationary, and r(z)x² − G touches 0. On the box around the maximum this difference is
 * convex (G″ < 2·ALMOST·lo ≤ 2r(z), the last because G increases), so it is ≥ 0 and vanishes at z only. So z is the only maximum of r on
 * the box.
 */
function around(curve: Curve, top: Rational, lo: Rational): Maximum['at'] {
  const { field } = curve;
  const reach = Rational.of(1, 1n << BigInt((5 * field.bits) / 8));
  const at = { lo: top.sub(reach), hi: top.add(reach) };
  const left = curve.point(at.lo);
  const right = curve.point(at.hi);
  const psi = (p: typeof left): FixedInterval => field.sub(field.mul(p.x, p.G1), field.add(p.G, p.G));
  const least = Rational.of(left.G.lo, 1n << BigInt(field.bits)).div(at.hi.pow(2));
  if (psi(left).lo <= 0n || psi(right).hi >= 0n || least.compare(lo.mul(ALMOST)) < 0) {
    throw unplaced(curve.n);
  }
  return at;
}
