/** + − × ÷ of double-doubles against exact dyadic numbers. */
import {
  ADD_ERROR,
  add,
  DIVIDE_ERROR,
  divide,
  MUL_ERROR,
  multiply,
  productError,
  REGISTERS,
  ROOT_ERROR,
  root,
  subtract,
} from '../../../src/arithmetic/double-double.ts';
import { lowOf, type Pair, pair, positivePair, showPair, signedPair, ulpOf } from '../draws.ts';
import { drawn, type Family, grid, type Tape } from '../family.ts';
import { type Dyadic, dyadic, minus, plus, ratio, size, sumOf, times } from '../reference/dyadic.ts';

interface Operation {
  readonly name: string;
  readonly bound: string;
  readonly units: number;
  readonly run: (R: Float64Array, z: number, x: number, y: number) => void;
  /** The exact result is top/bottom. */
  readonly exact: (x: Dyadic, y: Dyadic) => { readonly top: Dyadic; readonly bottom: Dyadic };
}

const ONE: Dyadic = { m: 1n, e: 0 };

const operations: Operation[] = [
  { name: 'add', bound: 'ADD_ERROR', units: ADD_ERROR, run: add, exact: (x, y) => ({ top: plus(x, y), bottom: ONE }) },
  {
    name: 'subtract',
    bound: 'ADD_ERROR',
    units: ADD_ERROR,
    run: subtract,
    exact: (x, y) => ({ top: minus(x, y), bottom: ONE }),
  },
  {
    name: 'multiply',
    bound: 'MUL_ERROR',
    units: MUL_ERROR,
    run: multiply,
    exact: (x, y) => ({ top: times(x, y), bottom: ONE }),
  },
  { name: 'divide', bound: 'DIVIDE_ERROR', units: DIVIDE_ERROR, run: divide, exact: (x, y) => ({ top: x, bottom: y }) },
];

const R = new Float64Array(REGISTERS);

function shareOf({ units, run, exact }: Operation, [x, y]: readonly [Pair, Pair]): number {
  R.set([x.hi, x.lo, y.hi, y.lo]);
  run(R, 4, 0, 2);
  const { top, bottom } = exact(sumOf(x.hi, x.lo), sumOf(y.hi, y.lo));
  const error = size(minus(times(sumOf(R[4] as number, R[5] as number), bottom), top));
  return ratio(error, { m: size(top).m * BigInt(units), e: top.e - 106 });
}

const show = ([x, y]: readonly [Pair, Pair]): string => `${showPair(x)}; ${showPair(y)}`;

/** y near −x or near x, at every distance; or of any size. */
function drawPairs(tape: Tape): [Pair, Pair] {
  const x = signedPair(tape, tape() < 0.5 ? 3 : 200);
  if (tape() < 0.5) return [x, signedPair(tape, tape() < 0.5 ? 3 : 200)];
  const scale = (tape() < 0.5 ? -1 : 1) * (1 + (tape() - 0.5) * 2 ** -Math.floor(60 * tape()));
  const hi = x.hi * scale;
  return [x, pair(hi, lowOf(tape, hi))];
}

/** Beside 1, or beside a power of two, with low parts from −1/2 to 1/2 ulp. */
function beside(step: number, low: number, place: number): Pair {
  const hi = place + step * ulpOf(place);
  return pair(hi, (low / 65) * 0.5 * ulpOf(hi));
}

const ofOperations: Family[] = operations.flatMap((operation) => [
  drawn({
    name: `double-double ${operation.name}`,
    bound: operation.bound,
    slow: 16_384,
    draw: drawPairs,
    share: (pairs) => shareOf(operation, pairs),
    show,
  }),
  grid({
    name: `double-double ${operation.name} beside 1 and −1`,
    bound: operation.bound,
    at: (row, column): [Pair, Pair] => [
      beside((row % 16) - 8, row - 64, 1),
      beside((column % 16) - 8, column - 64, operation.name === 'add' ? -1 : 1),
    ],
    share: (pairs) => shareOf(operation, pairs),
    show,
  }),
  grid({
    name: `double-double ${operation.name} of mantissas at the splitting`,
    bound: operation.bound,
    at: (row, column): [Pair, Pair] => [
      beside(2 ** 26 * (row - 64) + (column % 3) - 1, 64 - (row % 5), 1.5),
      beside(2 ** 25 * (2 * column + 1) + (row % 3), (column % 5) - 64, 2 ** -(column % 7)),
    ],
    share: (pairs) => shareOf(operation, pairs),
    show,
  }),
]);

/** a·b − fl(a·b) itself, of which not a bit may be lost. */
const productErrors = drawn({
  name: 'productError',
  bound: 'exactness',
  draw: drawPairs,
  share: ([x, y]) => {
    const product = x.hi * y.hi;
    const exact = minus(times(dyadic(x.hi), dyadic(y.hi)), dyadic(product));
    return minus(dyadic(productError(x.hi, y.hi, product)), exact).m === 0n ? 0 : Number.POSITIVE_INFINITY;
  },
  show,
  slow: 16_384,
});

/** r = √x(1 + δ) has |r² − x| = x|2δ + δ²|, which is above 2x|δ|(1 − 2^−90). */
function shareOfRoot(x: Pair): number {
  R.set([x.hi, x.lo]);
  root(R, 4, 0);
  const [r, exact] = [sumOf(R[4] as number, R[5] as number), sumOf(x.hi, x.lo)];
  return ratio(size(minus(times(r, r), exact)), { m: exact.m * BigInt(2 * ROOT_ERROR), e: exact.e - 106 });
}

const roots: Family[] = [
  drawn({
    name: 'double-double root',
    bound: 'ROOT_ERROR',
    slow: 16_384,
    draw: (tape) => positivePair(tape, tape() < 0.5 ? 3 : 200),
    share: shareOfRoot,
    show: showPair,
  }),
  grid({
    name: 'double-double root beside 1 and 2',
    bound: 'ROOT_ERROR',
    at: (row, column) => beside((row % 64) - 32, column - 64, row < 64 ? 1 : 2),
    share: shareOfRoot,
    show: showPair,
  }),
];

export const doubleDouble: Family[] = [...ofOperations, productErrors, ...roots];
