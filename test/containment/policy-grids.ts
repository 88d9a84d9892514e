/** Policies on grids: the places where a kernel branches, cancels, rounds a weight or flushes a power. */
import { DRAWS } from './policies.ts';
import type { Instance } from './reference/policy.ts';

function draws(place: number): number {
  return DRAWS[place % DRAWS.length] as number;
}

export interface PolicyGrid {
  readonly name: string;
  readonly at: (row: number, column: number) => Instance;
  /** Rows, where there are fewer than 128. */
  readonly rows?: number;
}

function atLeastOne(x: bigint): bigint {
  return x > 0n ? x : 1n;
}

/** ⌊2^bits·x⌉ for a double x in (0, 1). */
function scaled(x: number, size: number): bigint {
  return size <= 53 ? BigInt(Math.round(x * 2 ** size)) : BigInt(Math.round(x * 2 ** 53)) << BigInt(size - 53);
}

/** So that n·w/(C_i + C_{i−1}) is as close to `u` as weights of some 2^40 allow, and so many units of them away. */
function aboutSwitch(u: number, n: number, units: number): Instance {
  const m = 2 ** 40 + 2 * units;
  const w = Math.max(2, Math.min(m - 2, Math.round((m * u) / n) + (units % 5) - 2));
  const lower = Math.max(1, Math.floor((m - w) / 2));
  return { weights: [BigInt(lower), BigInt(w), BigInt(1 + Math.floor(m / (n + 3)))], n };
}

/** Weights w with which w·(1/(w + 1)) comes out above 1 in double-double: π of an atom of mass 1/(w + 1) above it is negative then. */
const ROUNDED_ABOVE_1 = [
  78813394447248276957014909779968n,
  76982407072200020898446330298368n,
  75765175340403915084292098621440n,
  79092761966944365874932208369664n,
  79203404770415257176887428907008n,
  77217255128455628944809847160832n,
  76550469069097230442085859983360n,
  73738210866088221336725352349696n,
];

const LADDER = 48;
const LADDER_DRAWS = [2, 3, 4, 5, 8, 13, 15, 16, 17, 18, 25, 33, 100, 1000, 10_000, 10 ** 6];

/** Rising by one factor, so that n·w/(C_i + C_{i−1}) is u for all atoms but the first, whose share e^(−2u·48) is small. */
function ladder(u: number, n: number): Instance {
  const s = Math.min(0.9, u / n);
  const factor = (1 - s) / (1 + s);
  const sums = Array.from({ length: LADDER }, (_, i) => 2 ** 52 * factor ** (LADDER - 1 - i));
  return { weights: sums.map((sum, i) => atLeastOne(BigInt(Math.round(sum - (sums[i - 1] ?? 0))))), n };
}

export const policyGrids: PolicyGrid[] = [
  {
    name: 'one u for all atoms, up to 0.64',
    at: (row, column) => ladder((column + 1) / 200, LADDER_DRAWS[row] as number),
    rows: LADDER_DRAWS.length,
  },
  {
    name: 'F_{K−1} rounded above 1',
    at: (row, column) => {
      const w = ROUNDED_ABOVE_1[row % ROUNDED_ABOVE_1.length] as bigint;
      const split = BigInt(row >> 3);
      return { weights: split > 0n ? [split, w - split, 1n] : [w, 1n], n: column < 32 ? 2 + column : draws(column) };
    },
  },
  {
    name: 'ε = a·2^−k at the top',
    at: (row, column) => {
      const k = 8 + Math.min(97, column);
      const a = BigInt(row + 1);
      return { weights: [(1n << BigInt(k)) - a, a], n: draws(row * 5 + column) };
    },
  },
  {
    name: '1 − ε = a·2^−k at the top',
    at: (row, column) => {
      const k = 8 + Math.min(97, column);
      const a = BigInt(row + 1);
      return { weights: [a, (1n << BigInt(k)) - a], n: draws(row * 5 + column) };
    },
  },
  {
    name: 'n·ε = 1 nearly',
    at: (row, column) => {
      const n = draws(row);
      const size = 30 + Math.floor(row / 2);
      const w = atLeastOne((1n << BigInt(size)) / BigInt(n) + BigInt(column - 64));
      return { weights: [1n << BigInt(size - 1), w, w + 1n, 1n << BigInt(size - 2)], n };
    },
  },
  {
    name: 'F_{i−1}/F_i → 1',
    at: (row, column) => {
      const large = 1n << BigInt(20 + Math.floor(row * 0.65));
      const step = BigInt(column + 1);
      return { weights: [large + BigInt(row), step, 1n, step * step, 2n], n: draws(row + 3 * column) };
    },
  },
  {
    name: 'sums about 2^53',
    at: (row, column) => {
      const half = 1n << 52n;
      return {
        weights: [half - BigInt(row), half - 64n + BigInt(row + column), BigInt(1 + (row % 3))],
        n: draws(row + column),
      };
    },
  },
  {
    name: 'sums just below 2^106',
    at: (row, column) => {
      const total = (1n << 106n) - 1n - BigInt(column);
      const second = row < 64 ? (1n << 53n) + BigInt(row) : (1n << BigInt(row - 32)) - BigInt(column % 2);
      const third = 1n + BigInt(column % 7);
      return {
        weights: row % 2 === 0 ? [total - second - third, second, third] : [second, total - second - third, third],
        n: draws(row + 7 * column),
      };
    },
  },
  {
    name: 'masses of 1 against 2^52 and 2^100',
    at: (row, column) => {
      const huge = (1n << (row % 2 === 0 ? 52n : 100n)) + BigInt(column);
      const small = [1n, BigInt(1 + (column % 5))] as const;
      const weights = [
        [...small, huge],
        [huge, ...small],
        [small[0], huge, small[1]],
        [huge, small[0], huge, small[1]],
      ][Math.floor(row / 2) % 4] as bigint[];
      return { weights, n: draws(row * 3 + column) };
    },
  },
  {
    name: 'u beside 1/8 and 1/2, the reach of the series',
    at: (row, column) => aboutSwitch(row % 2 === 0 ? 1 / 2 : 1 / 8, Math.max(2, draws(row >> 1)), column - 64),
  },
  {
    name: 'masses beside a quarter and a half of what is reached',
    at: (row, column) => {
      const c = 1n << BigInt(24 + (row % 70));
      const w = (row % 2 === 0 ? c / 4n : c / 2n) + BigInt(column - 64);
      return { weights: [c - w, w, 1n + BigInt(row)], n: draws(column + row) };
    },
  },
  {
    name: 'F^n from 2^−380 to 2^−443',
    at: (row, column) => {
      const n = draws(4 + row);
      const size = 60 + (row % 40);
      const F = scaled(2 ** -((380 + column / 2) / n), size);
      const reached = atLeastOne(F);
      return {
        weights: [atLeastOne(reached / 3n), reached, BigInt(1 + row), atLeastOne((1n << BigInt(size)) - reached)],
        n,
      };
    },
  },
  {
    name: 'F^n from 2^−868 to 2^−1059',
    at: (row, column) => {
      const n = draws(7 + row);
      const size = 104;
      const reached = atLeastOne(scaled(2 ** -((868 + 1.5 * column) / n), size) - BigInt(row));
      return { weights: [BigInt(row + 1), reached, atLeastOne((1n << BigInt(size)) - 2n * reached)], n };
    },
  },
  {
    name: 'one outcome, or two alike',
    at: (row, column) => ({
      weights: column % 2 === 0 ? [1n] : [1n + BigInt(row), 1n + BigInt(row)],
      n: 1 + row + 128 * (column >> 4),
    }),
  },
];
