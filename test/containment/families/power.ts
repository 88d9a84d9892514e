/** Powers of double-doubles against powers of the exact base with a long mantissa. */
import { MUL_ERROR, power, REGISTERS } from '../../../src/arithmetic/double-double.ts';
import { integer, lowOf, oneOf, type Pair, pair, showPair } from '../draws.ts';
import { drawn, type Family, grid, type Tape } from '../family.ts';
import { type Dyadic, dyadic, minus, plus, ratio, size, sumOf } from '../reference/dyadic.ts';
import { powerOf } from '../reference/power.ts';

interface Power {
  readonly base: Pair;
  readonly n: number;
}

/** What the kernels promise to flush no power above. */
const FLUSH = 2 ** -440;
/** Powers are cut to this: off by less than 2^(33 − 256) relative, n < 2^31. */
const BITS = 256;
const R = new Float64Array(REGISTERS);

/** Relative to n·MUL_ERROR·1.01·u²; a power may be flushed from FLUSH down only. */
function shareOf({ base, n }: Power): number {
  R.set([base.hi, base.lo]);
  power(R, 2, 0, n);
  const reference = powerOf(sumOf(base.hi, base.lo), n, BITS);
  if (R[2] === 0) return ratio(reference, dyadic(FLUSH)) < 1 ? 0 : Number.POSITIVE_INFINITY;
  const computed = sumOf(R[2] as number, R[3] as number);
  const error = plus(size(minus(computed, reference)), { m: reference.m, e: reference.e + 33 - BITS });
  return ratio(error, scaled(reference, n * MUL_ERROR * 1.01));
}

function scaled({ m, e }: Dyadic, units: number): Dyadic {
  const factor = dyadic(units);
  return { m: m * factor.m, e: e + factor.e - 106 };
}

const show = ({ base, n }: Power): string => `(${showPair(base)})^${n}`;

const DRAWS = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 255, 256, 257, 1000, 10 ** 6, 10 ** 9, 2 ** 31 - 1];

/** A base whose n-th power is 2^−size or so. */
function baseFor(n: number, exponent: number, nudge: number): number {
  return Math.min(1, 2 ** (-exponent / n) * (1 + nudge));
}

function relative(hi: number, low: number): Pair {
  return pair(hi, low * hi);
}

function drawPower(tape: Tape): Power {
  const n = tape() < 0.5 ? oneOf(tape, DRAWS) : integer(tape, 1, 2 ** integer(tape, 1, 30));
  const hi = baseFor(n, tape() < 0.3 ? 440 * tape() : 40 * tape(), (tape() - 0.5) * 2 ** -integer(tape, 0, 50));
  return { base: pair(hi, hi === 1 ? -Math.abs(lowOf(tape, hi)) / 2 : lowOf(tape, hi)), n };
}

const common = { bound: 'n(B + MUL_ERROR)·1.01, B = 0', share: shareOf, show };

export const powers: Family[] = [
  drawn({ name: 'double-double power', draw: drawPower, slow: 16_384, ...common }),
  grid({
    name: 'power of bases beside 1',
    at: (row, column): Power => ({
      base: pair(1, -((row % 16) + 1) * 2 ** -(54 + 2 * Math.floor(row / 16))),
      n: column < DRAWS.length ? (DRAWS[column] as number) : 3 + 7 * column,
    }),
    ...common,
  }),
  grid({
    name: 'powers from 2^−384 to 2^−511, about the flush',
    at: (row, column): Power => ({
      base: relative(baseFor(2 + (row % 37), 384 + column, (row - 64) * 2 ** -52), (row - 64) * 2 ** -62),
      n: 2 + (row % 37),
    }),
    ...common,
  }),
  grid({
    name: 'powers near 2^−440 and 2^−880 with huge exponents',
    at: (row, column): Power => {
      const n = DRAWS[row % DRAWS.length] as number;
      return { base: relative(baseFor(n, (column < 64 ? 408 : 752) + column, 0), -(row + 1) * 2 ** -62), n };
    },
    ...common,
  }),
];
