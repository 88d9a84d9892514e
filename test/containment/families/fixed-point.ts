/** logRatio and expSmall at 64 … 400 bits: each must hold the reference, worked out by other code at more bits. */
import { expSmall } from '../../../src/arithmetic/fixed-exp.ts';
import { logRatio } from '../../../src/arithmetic/fixed-point.ts';
import { integer, positive } from '../draws.ts';
import { shareInside, shareOfOverlap } from '../enclosure.ts';
import { drawn, type Family, grid, type Tape } from '../family.ts';
import { floorAt } from '../reference/dyadic.ts';
import { growth, LOST_BITS } from '../reference/exponential.ts';
import { logarithmBounds } from '../reference/logarithm.ts';

interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
  readonly bits: number;
}

const PRECISIONS = [64, 65, 96, 127, 128, 192, 256, 320, 400];
const FINE = 640;

function logShare({ num, den, bits }: Ratio): number {
  return shareInside(logRatio(num, den, bits), bits, logarithmBounds(num, den, FINE), FINE);
}

interface Argument {
  readonly r: bigint;
  readonly bits: number;
}

function expShare({ r, bits }: Argument): number {
  const value = growth(r, 1n << BigInt(bits), FINE);
  const lo = floorAt(value, FINE);
  const outer = expSmall(r, bits);
  return shareInside(outer, bits, { lo, hi: lo + (1n << BigInt(LOST_BITS + 8)) }, FINE);
}

/** exp(log x) must overlap x, and log(xy) log x + log y, and log x^n n log x. */
function equationsShare({ num, den, bits }: Ratio): number {
  const [x, y] = [logRatio(num, den, bits), logRatio(den + 1n, num + 2n, bits)];
  const xy = logRatio(num * (den + 1n), den * (num + 2n), bits);
  const fifth = logRatio(num ** 5n, den ** 5n, bits);
  const product = shareOfOverlap(xy, { lo: x.lo + y.lo, hi: x.hi + y.hi });
  const power = shareOfOverlap(fifth, { lo: 5n * x.lo, hi: 5n * x.hi });
  const one = 1n << BigInt(bits);
  if (num < den || num > 50n * den) return Math.max(product, power);
  const back = { lo: expSmall(x.lo, bits).lo, hi: expSmall(x.hi, bits).hi };
  const itself = { lo: (num * one) / den, hi: (num * one) / den + 1n };
  return Math.max(product, power, shareOfOverlap(back, itself));
}

function drawRatio(tape: Tape): Ratio {
  const bits = PRECISIONS[integer(tape, 0, PRECISIONS.length - 1)] as number;
  const den = positive(tape, 300);
  const kind = tape();
  if (kind < 0.3) return { num: den + positive(tape, 200), den, bits };
  if (kind < 0.5) return { num: den * positive(tape, 6) + 1n, den, bits };
  return { num: positive(tape, 300), den, bits };
}

function drawArgument(tape: Tape): Argument {
  const bits = PRECISIONS[integer(tape, 0, PRECISIONS.length - 1)] as number;
  const r = positive(tape, bits + 2);
  return { r: r > 4n << BigInt(bits) ? 4n << BigInt(bits) : r, bits };
}

const log = {
  bound: 'logRatio’s enclosure',
  closed: true,
  share: logShare,
  show: ({ num, den, bits }: Ratio) => `log(${num}/${den}) at ${bits} bits`,
};
const exp = {
  bound: 'expSmall’s enclosure',
  closed: true,
  share: expShare,
  show: ({ r, bits }: Argument) => `exp(${r}·2^−${bits})`,
};

export const fixedPoint: Family[] = [
  drawn({ name: 'logRatio', draw: drawRatio, slow: 24_576, ...log }),
  grid({
    name: 'logRatio on the grid points 1 + j/2^7 and beside them',
    at: (row, column): Ratio => {
      const bits = PRECISIONS[column % PRECISIONS.length] as number;
      return { num: ((128n + BigInt(row)) << BigInt(bits - 7)) + BigInt(column - 64), den: 1n << BigInt(bits), bits };
    },
    ...log,
  }),
  grid({
    name: 'logRatio on the grid points 1 + j/2^14 and beside them',
    at: (row, column): Ratio => {
      const bits = PRECISIONS[column % PRECISIONS.length] as number;
      return {
        num: ((16384n + BigInt(row)) << BigInt(bits - 14)) + BigInt(column - 64),
        den: 1n << BigInt(bits),
        bits,
      };
    },
    ...log,
  }),
  grid({
    name: 'logRatio of 1 ± a·2^−k',
    at: (row, column): Ratio => {
      const den = 1n << BigInt(8 + 3 * column);
      return {
        num: den + BigInt(row % 2 === 0 ? row + 1 : -row),
        den,
        bits: PRECISIONS[row % PRECISIONS.length] as number,
      };
    },
    ...log,
  }),
  drawn({ name: 'expSmall', draw: drawArgument, slow: 16_384, ...exp }),
  grid({
    name: 'expSmall beside the halvings, 0 and 4',
    at: (row, column): Argument => {
      const bits = PRECISIONS[column % PRECISIONS.length] as number;
      const one = 1n << BigInt(bits);
      const top = 4n * one;
      const places = [
        BigInt(column),
        BigInt(4096 * (row + 1) + column - 64),
        top - BigInt(column),
        one >> BigInt(row % 60),
      ];
      const r = places[row % 4] as bigint;
      return { r: r > top ? top : r, bits };
    },
    slow: 8192,
    ...exp,
  }),
  drawn({
    name: 'log xy = log x + log y, log x⁵ = 5 log x, exp log x = x',
    bound: 'overlaps',
    closed: true,
    draw: drawRatio,
    share: equationsShare,
    show: log.show,
    slow: 16_384,
  }),
];
