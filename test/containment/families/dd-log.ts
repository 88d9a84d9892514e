/** The double-double logarithm against the reference at 224 bits. */
import { LOG_ERROR, log, TABLE_BITS } from '../../../src/arithmetic/dd-log.ts';
import { REGISTERS } from '../../../src/arithmetic/double-double.ts';
import { integer, lowOf, type Pair, pair, positivePair, showPair } from '../draws.ts';
import { drawn, type Family, grid, type Tape } from '../family.ts';
import { floorAt, quotientUp, sumOf } from '../reference/dyadic.ts';
import { ERROR, logarithm } from '../reference/logarithm.ts';

const BITS = 224;
const ONE = 1n << BigInt(BITS);
const R = new Float64Array(REGISTERS);

function shareOf({ hi, lo }: Pair): number {
  R.set([hi, lo]);
  log(R, 2, 0);
  const { m, e } = sumOf(hi, lo);
  const reference = logarithm(e > 0 ? m << BigInt(e) : m, e < 0 ? 1n << BigInt(-e) : 1n, BITS);
  const difference = floorAt(sumOf(R[2] as number, R[3] as number), BITS) - reference;
  const error = (difference < 0n ? -difference : difference) + ERROR + 1n;
  const magnitude = reference < 0n ? -reference : reference;
  return quotientUp(error << 106n, BigInt(LOG_ERROR) * (ONE + magnitude - ERROR));
}

function drawNearOne(tape: Tape): Pair {
  const hi = 1 + (tape() - 0.5) * 2 ** -integer(tape, 0, 52);
  return pair(hi, lowOf(tape, hi));
}

const common = { bound: 'dd-log LOG_ERROR', share: shareOf, show: showPair };
const CELLS = 2 ** TABLE_BITS;

export const ddLog: Family[] = [
  drawn({ name: 'dd-log of any size', draw: (tape) => positivePair(tape, 800), slow: 16_384, ...common }),
  drawn({ name: 'dd-log in [1/2, 2)', draw: (tape) => positivePair(tape, 1), slow: 16_384, ...common }),
  drawn({ name: 'dd-log near 1', draw: drawNearOne, slow: 16_384, nearDegenerate: true, ...common }),
  grid({
    name: 'dd-log beside the ends of the table’s intervals',
    at: (row, column): Pair => {
      const hi = 1 + (8 * row + (column % 8)) / CELLS + (Math.floor(column / 8) - 8) * 2 ** -52;
      return pair(hi, (column - 64) * 2 ** -60);
    },
    ...common,
  }),
  grid({
    name: 'dd-log of 2^k·(1 ± a·2^−52)',
    at: (row, column): Pair => {
      const scale = 2 ** (12 * (row - 64));
      return pair(scale * (1 + (column - 64) * 2 ** -53), scale * (row - 64) * 2 ** -62);
    },
    ...common,
  }),
  grid({
    name: 'dd-log of 1 ± a·2^−k',
    at: (row, column): Pair => {
      const distance = (1 + (row >> 1) / 64) * 2 ** -column * (row % 2 === 0 ? 0.5 : -0.5);
      return pair(1, distance);
    },
    ...common,
  }),
];
