import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { DomainError, InsufficientPrecisionError, RangeExceededError } from '../../src/arithmetic/errors.ts';
import { largestOf, leastOf } from '../../src/arithmetic/extremes.ts';
import { productOfAll, sumOf } from '../../src/arithmetic/folds.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { exponential, logarithm } from '../../src/arithmetic/logarithms.ts';
import { absolute, negative, productOf, quotientOf } from '../../src/arithmetic/operations.ts';
import { integerPower, realPower, rootedPower, squareRoot } from '../../src/arithmetic/powers.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';

/** A number in doubles with a bound on what rounding made of it: nothing of the arithmetic under test is in it. */
interface Rough {
  readonly value: number;
  readonly error: number;
}

interface Pair {
  readonly real: () => Real;
  readonly rough: Rough | null;
  readonly text: string;
}

const ROUNDING = 2 ** -50;

/** The value of a function with bounds at the ends of its operands' errors, where it is monotone between them. */
function rough(value: number, ...near: number[]): Rough | null {
  if (![value, ...near].every(Number.isFinite)) return null;
  const spread = Math.max(0, ...near.map((other) => Math.abs(other - value)));
  return { value, error: spread + Math.abs(value) * ROUNDING };
}

function ends({ value, error }: Rough): [number, number] {
  return [value - error, value + error];
}

function unary(name: string, of: (x: Real) => Real, inDoubles: (x: number) => number) {
  return (a: Pair): Pair => ({
    real: () => of(a.real()),
    rough: a.rough && rough(inDoubles(a.rough.value), ...ends(a.rough).map(inDoubles)),
    text: `${name}(${a.text})`,
  });
}

function binary(name: string, of: (x: Real, y: Real) => Real, inDoubles: (x: number, y: number) => number) {
  return (a: Pair, b: Pair): Pair => ({
    real: () => of(a.real(), b.real()),
    rough:
      a.rough &&
      b.rough &&
      rough(
        inDoubles(a.rough.value, b.rough.value),
        ...ends(a.rough).flatMap((x) => ends(b.rough as Rough).map((y) => inDoubles(x, y))),
      ),
    text: `(${a.text} ${name} ${b.text})`,
  });
}

const UNARY = [
  unary('log', logarithm, (x) => (x > 0 ? Math.log(x) : Number.NaN)),
  unary('exp', exponential, Math.exp),
  unary('sqrt', squareRoot, Math.sqrt),
  unary(
    'cbrt',
    (x) => rootedPower(x, Rational.of(1, 3)),
    (x) => (x >= 0 ? Math.cbrt(x) : Number.NaN),
  ),
  unary(
    'to -2/3',
    (x) => rootedPower(x, Rational.of(-2, 3)),
    (x) => (x > 0 ? x ** (-2 / 3) : Number.NaN),
  ),
  unary('abs', absolute, Math.abs),
  unary('neg', negative, (x) => -x),
  unary(
    'square',
    (x) => integerPower(x, 2),
    (x) => x * x,
  ),
  unary(
    'cube',
    (x) => integerPower(x, 3),
    (x) => x ** 3,
  ),
  unary(
    'inverse cube',
    (x) => integerPower(x, -3),
    (x) => x ** -3,
  ),
  unary(
    'to 0',
    (x) => integerPower(x, 0),
    () => 1,
  ),
];

const BINARY = [
  binary('+', sum, (x, y) => x + y),
  binary('−', difference, (x, y) => x - y),
  binary('·', productOf, (x, y) => x * y),
  binary('/', quotientOf, (x, y) => x / y),
  binary('max', (x, y) => largestOf([x, y]), Math.max),
  binary('min', (x, y) => leastOf([x, y]), Math.min),
  binary(
    'sum',
    (x, y) => sumOf([x, y, x]),
    (x, y) => x + y + x,
  ),
  binary(
    'product',
    (x, y) => productOfAll([x, y, y]),
    (x, y) => x * y * y,
  ),
  binary('^', realPower, (x, y) => (x > 0 ? x ** y : Number.NaN)),
];

const leaf: fc.Arbitrary<Pair> = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([num, den]) => fraction(num, den));

/** Zero is inside an operand's error: a quotient, root or logarithm may differ without bound between the ends. */
const isSafe = ({ rough: of }: Pair): boolean => of === null || Math.abs(of.value) > 4 * of.error;

const { tree } = fc.letrec<{ tree: Pair }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(fc.constantFrom(...UNARY), tie('tree')).map(([of, a]) => of(a)),
    fc.tuple(fc.constantFrom(...BINARY), tie('tree'), tie('tree')).map(([of, a, b]) => of(a, b)),
  ),
}));

const DIGITS = 60;

function unlessNone<T>(of: () => T): T | null {
  try {
    return of();
  } catch (error) {
    if (error instanceof DomainError || error instanceof RangeExceededError) return null;
    if (error instanceof InsufficientPrecisionError) return null;
    throw error;
  }
}

/** Whether the number could be compared with the one in doubles. */
function agrees(pair: Pair): boolean {
  const of = unlessNone(pair.real);
  const enclosed = of && unlessNone(() => of.enclose(DIGITS));
  if (!of || !enclosed || enclosed.hi.toNumber() - enclosed.lo.toNumber() > 1e-20) return false;
  const approximation = of.approximate();
  if (approximation) expect(toInterval(approximation, DIGITS).overlaps(enclosed), pair.text).toBe(true);
  const exact = unlessNone(() => of.exact);
  if (exact) expect(exact.enclose(DIGITS).overlaps(enclosed), pair.text).toBe(true);
  if (of.rational) expect(enclosed.overlaps(intervals(DIGITS).rational(of.rational)), pair.text).toBe(true);
  if (!pair.rough || !isSafe(pair)) return false;
  const { value, error } = pair.rough;
  expect(Math.abs(enclosed.lo.toNumber() - value), pair.text).toBeLessThanOrEqual(error * 4 + 1e-300);
  return true;
}

const fraction = (num: number, den: number): Pair => ({
  real: () => rationalReal(Rational.of(num, den)),
  rough: { value: num / den, error: Math.abs(num / den) * ROUNDING },
  text: `${num}/${den}`,
});

const [log, exp, sqrt] = UNARY as [(of: Pair) => Pair, (of: Pair) => Pair, (of: Pair) => Pair];

/** Rational and irrational, with an exact form and without, of both signs. */
const KINDS = [
  ...[fraction(2, 3), fraction(-5, 4), fraction(3, 1)],
  ...[log(fraction(1, 2)), log(fraction(7, 2)), exp(fraction(1, 3)), sqrt(fraction(2, 1)), log(sqrt(fraction(1, 3)))],
];

describe('operations on reals agree with doubles, and in all tiers', () => {
  it('each on every kind of number', () => {
    const ones = UNARY.flatMap((of) => KINDS.map(of));
    const twos = BINARY.flatMap((of) => KINDS.flatMap((a) => KINDS.map((b) => of(a, b))));
    expect([...ones, ...twos].filter(agrees).length).toBeGreaterThan(450);
  });

  it('nested', () => {
    let compared = 0;
    fc.assert(
      fc.property(tree, (pair) => {
        if (agrees(pair)) compared += 1;
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(compared).toBeGreaterThan(400);
  });
});
