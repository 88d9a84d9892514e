/** Logarithm and exponential in plain doubles: relative errors in units of 2^−53. */
import * as elementary from '../../../src/arithmetic/double-elementary.ts';
import { exponentOf, integer } from '../draws.ts';
import { drawn, type Family, grid, type Tape } from '../family.ts';
import { dyadic, floorAt, minus, plus, quotientUp, ratio, size, times } from '../reference/dyadic.ts';
import { growth, LOST_BITS } from '../reference/exponential.ts';
import { ERROR, logarithm } from '../reference/logarithm.ts';

const { EXPONENTIAL_ERROR, exponential, LOG_ERROR, log, NEGATIVE_LOG_ERROR, negativeLog } = elementary;

const BITS = 256;
const ONE = 1n << BigInt(BITS);

function logOf(x: number): bigint {
  const { m, e } = dyadic(x);
  return logarithm(e > 0 ? m << BigInt(e) : m, e < 0 ? 1n << BigInt(-e) : 1n, BITS);
}

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Here x and d = 1 − x must be exact: d a multiple of 2^−53 or so. */
function negativeLogShare({ x, d }: { readonly x: number; readonly d: number }): number {
  const reference = -logOf(x);
  const error = absolute(floorAt(dyadic(negativeLog(x, d)), BITS) - reference) + ERROR + 1n;
  return quotientUp(error << 53n, BigInt(NEGATIVE_LOG_ERROR) * (reference - ERROR));
}

function logShare(z: number): number {
  const reference = logOf(z);
  const error = absolute(floorAt(dyadic(log(z)), BITS) - reference) + ERROR + 1n;
  return quotientUp(error << 53n, BigInt(LOG_ERROR) * (ONE + reference - ERROR));
}

/** Through e^E·computed = 1. */
function exponentialShare(E: number): number {
  const { m, e } = dyadic(E);
  const grown = growth(m, e < 0 ? 1n << BigInt(-e) : 1n, BITS);
  const one = { m: 1n, e: 0 };
  const error = plus(size(minus(times(dyadic(exponential(E)), grown), one)), { m: 2n, e: LOST_BITS - BITS });
  return ratio(error, { m: BigInt(EXPONENTIAL_ERROR), e: -53 });
}

/** x with an exact complement: a multiple of 2^−53, below 1. */
function withComplement(d: number): { x: number; d: number } {
  const exact = Math.min(1 - 2 ** -53, Math.max(2 ** -53, Math.round(d * 2 ** 53) / 2 ** 53));
  return { x: 1 - exact, d: 1 - (1 - exact) };
}

function drawComplement(tape: Tape): { x: number; d: number } {
  return withComplement(tape() < 0.5 ? tape() : tape() * 2 ** -integer(tape, 0, 50));
}

const showComplement = ({ x, d }: { x: number; d: number }): string => `x = ${x}, d = ${d}`;
const negative = { bound: 'NEGATIVE_LOG_ERROR', share: negativeLogShare, show: showComplement };
const logarithmic = { bound: 'double LOG_ERROR', share: logShare };
const exponent = { bound: 'EXPONENTIAL_ERROR', share: exponentialShare };
const STEP = Math.log(2) / 64;

/** The double so many ulps further from 0. */
function nudged(x: number, ulps: number): number {
  return x + ulps * 2 ** (exponentOf(x) - 52);
}

export const doubleElementary: Family[] = [
  drawn({ name: 'negativeLog', draw: drawComplement, slow: 16_384, ...negative }),
  drawn({
    name: 'negativeLog below 1/2',
    draw: (tape) => withComplement(1 - 2 ** -integer(tape, 0, 40) * (0.5 + 0.5 * tape())),
    ...negative,
  }),
  grid({
    name: 'negativeLog beside the ends of the table’s intervals',
    at: (row, column) =>
      withComplement(0.5 - (2 * row + (column % 2)) / 512 + (Math.floor(column / 2) - 32) * 2 ** -53),
    ...negative,
  }),
  grid({
    name: 'negativeLog about d = 1/4 and d = 1/2',
    at: (row, column) => withComplement((row < 64 ? 0.25 : 0.5) + (128 * (row % 64) + column - 4096) * 2 ** -53),
    ...negative,
  }),
  grid({
    name: 'negativeLog of 1 − a·2^−k',
    at: (row, column) => withComplement((1 + row) * 2 ** -(7 + (column % 47)) * (column < 47 ? 1 : 1 - 2 ** -20)),
    ...negative,
  }),
  drawn({ name: 'double log', draw: (tape) => (1 + tape()) * 2 ** integer(tape, 0, 40), slow: 16_384, ...logarithmic }),
  grid({
    name: 'double log beside the ends of the table’s intervals',
    at: (row, column) =>
      Math.max(1, (1 + (2 * row + (column % 2)) / 256 + (Math.floor(column / 4) - 16) * 2 ** -52) * 2 ** (column % 4)),
    ...logarithmic,
  }),
  grid({ name: 'double log of 1 + a·2^−k', at: (row, column) => 1 + (1 + row) * 2 ** -(column % 53), ...logarithmic }),
  drawn({ name: 'exponential', draw: (tape) => (tape() < 0.5 ? 700 * tape() : 8 * tape()), slow: 8192, ...exponent }),
  grid({
    name: 'exponential beside the switches of j',
    at: (row, column) => nudged((504 * row + column + 0.5) * STEP, (column % 33) - 16),
    slow: 8192,
    ...exponent,
  }),
  grid({
    name: 'exponential of a·2^−k, 700 − a·2^−k and multiples of log 2/64',
    at: (row, column) => {
      if (row < 48) return (1 + column) * 2 ** -row;
      return row < 88 ? 700 - column * 2 ** -(row - 40) : nudged((128 * (row - 87) + column) * STEP, row - 100);
    },
    ...exponent,
  }),
];
