import fc from 'fast-check';
import { Rational } from '../../src/arithmetic/rational.ts';

/** Every property of the arithmetic runs with this seed. */
export const SEED = 1;

const anyInteger = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
);

const positiveInteger = fc.oneof(
  fc.bigInt({ min: 1n, max: 12n }),
  fc.bigInt({ min: 1n, max: 10n ** 6n }),
  fc.bigInt({ min: 1n, max: 2n ** 200n }),
);

export const anyRational = fc.tuple(anyInteger, positiveInteger).map(([num, den]) => Rational.of(num, den));

export const positiveRational = fc.tuple(positiveInteger, positiveInteger).map(([num, den]) => Rational.of(num, den));

/** In [0, 1], the range of masses. */
export const mass = fc
  .tuple(positiveInteger, fc.bigInt({ min: 0n, max: 2n ** 200n }))
  .map(([a, b]) => Rational.of(b, a + b));

/** Two rationals in order: the ends of an interval that may contain 0, touch it, or be a point. */
export const ends = fc
  .oneof(
    fc.tuple(anyRational, anyRational),
    fc.tuple(anyRational, fc.constant(Rational.ZERO)),
    anyRational.map((q): [Rational, Rational] => [q, q]),
  )
  .map(([a, b]): [Rational, Rational] => (a.compare(b) <= 0 ? [a, b] : [b, a]));

/** An interval's ends and a point of it. */
export const endsAndPoint = fc.tuple(ends, fc.integer({ min: 0, max: 8 })).map(([[lo, hi], step]) => ({
  lo,
  hi,
  point: lo.add(hi.sub(lo).mul(Rational.of(step, 8)).reduced()),
}));
