/**
 * Logarithm and exponential by their plain series: every term is one quotient of exact integer powers, rounded down for the
 * lower bound and up for the upper one, and the remainder is bounded by hand. Slow, and sharing nothing with the sources'
 * fixed-point series.
 */
import { Rational } from '../../src/arithmetic/rational.ts';

export interface Bounds {
  readonly lo: Rational;
  readonly hi: Rational;
}

const UNIT = 2n ** 400n;

/** Bounds of Σ tops[k]/bottoms[k] + [0, tail], in units of 1/UNIT. */
function addUp(terms: readonly (readonly [bigint, bigint])[]): { lo: bigint; hi: bigint } {
  let [lo, hi] = [0n, 0n];
  for (const [top, bottom] of terms) {
    const quotient = (UNIT * top) / bottom;
    lo += quotient;
    hi += quotient + 1n;
  }
  return { lo, hi };
}

/** 2 atanh(a/b) = 2·Σ (a/b)^(2k+1)/(2k+1) for 0 ≤ a/b ≤ 1/2; the tail is below twice the first power left out. */
function twiceAtanh(a: bigint, b: bigint, terms: number): { lo: bigint; hi: bigint } {
  const list: [bigint, bigint][] = [];
  let [top, bottom] = [2n * a, b];
  for (let k = 0n; k < terms; k += 1n) {
    list.push([top, bottom * (2n * k + 1n)]);
    [top, bottom] = [top * a * a, bottom * b * b];
  }
  const { lo, hi } = addUp(list);
  return { lo, hi: hi + (2n * UNIT * top) / bottom + 1n };
}

/** Bounds of log q for q > 0, by halving q into [1, 2) first. */
export function logBounds(q: Rational, terms: number): Bounds {
  let { num, den } = q;
  let doublings = 0n;
  for (; num >= 2n * den; doublings += 1n) den *= 2n;
  for (; num < den; doublings -= 1n) num *= 2n;
  const log = twiceAtanh(num - den, num + den, terms);
  const log2 = twiceAtanh(1n, 3n, terms);
  const [low, high] = doublings >= 0n ? [log2.lo, log2.hi] : [log2.hi, log2.lo];
  return { lo: Rational.of(log.lo + doublings * low, UNIT), hi: Rational.of(log.hi + doublings * high, UNIT) };
}

/** Bounds of exp(a/b) = Σ (a/b)^k/k! for a/b ≥ 0: the remainder after N > 2a/b terms is at most 2(a/b)^N/N!. */
export function expBounds({ num, den }: Rational, terms: number): Bounds {
  if (num < 0n || 2n * num >= BigInt(terms) * den)
    throw new RangeError(`${terms} terms do not bound exp(${num}/${den})`);
  const list: [bigint, bigint][] = [];
  let [top, bottom] = [1n, 1n];
  for (let k = 1n; k <= terms; k += 1n) {
    list.push([top, bottom]);
    [top, bottom] = [top * num, bottom * den * k];
  }
  const { lo, hi } = addUp(list);
  return { lo: Rational.of(lo, UNIT), hi: Rational.of(hi + (2n * UNIT * top) / bottom + 1n, UNIT) };
}
