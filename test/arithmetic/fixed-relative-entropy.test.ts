import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import type { FixedInterval } from '../../src/arithmetic/fixed-point.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { mass, SEED } from './arbitraries.ts';
import { fixedContains } from './exact.ts';

const BITS = 64;
const field = new FixedField(BITS);
const fine = new FixedField(4 * BITS);
const zero: FixedInterval = { lo: 0n, hi: 0n };

/** a·log(a/b) of exact numbers, finely; 0 for a = 0, as the limit. */
function entropy(a: Rational, b: Rational): FixedInterval {
  return a.sign() === 0 ? zero : fine.relativeEntropy(fine.rational(a), fine.rational(b));
}

describe('relativeEntropy encloses a·log(a/b)', () => {
  it('for points, at P bits as at 4P bits', () => {
    fc.assert(
      fc.property(mass, mass, (a, b) => {
        const [x, y] = [field.rational(a), field.rational(b)];
        fc.pre(x.lo > 0n && y.lo > 0n);
        expect(fixedContains(field.relativeEntropy(x, y), entropy(a, b), BITS, 4)).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('as the exact field and the decimal intervals have it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (num, den) => {
        const [a, b] = [Rational.of(num, 100), Rational.of(den, 100)];
        const exact = exactField.relativeEntropy(a, b).enclose(40);
        const decimals = intervals(30).relativeEntropy(intervals(30).rational(a), intervals(30).rational(b));
        const fixed = field.toInterval(field.relativeEntropy(field.rational(a), field.rational(b)), 30);
        expect(decimals.overlaps(exact) && fixed.overlaps(exact)).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  /** r = a/b at the upper end: falling up to 1/e, where the least value −1/e is, then rising, positive from 1 on. */
  it.each(['1/1000000', '1/100', '1/4', '33/100', '1/3', '34/100', '9/25', '37/100', '1/2', '99/100', '1', '2', '7'])(
    'for an enclosure of a that touches 0 and reaches %s times b, at every point of it',
    (ratio) => {
      for (const b of [Rational.of(1, 100), Rational.of(1, 3), Rational.of(1, 8)]) {
        const top = Rational.parse(ratio).mul(b);
        const touching = { lo: 0n, hi: field.rational(top).hi };
        const beyond = { lo: -5n, hi: touching.hi };
        for (let step = 0; step <= 200; step += 1) {
          const value = entropy(top.mul(Rational.of(step, 200)), b);
          expect(fixedContains(field.relativeEntropy(touching, field.rational(b)), value, BITS, 4)).toBe(true);
          expect(fixedContains(field.relativeEntropy(beyond, field.rational(b)), value, BITS, 4)).toBe(true);
        }
      }
    },
  );

  it('at the least point a = b/e too', () => {
    const e = Rational.parse('2.71828182845904523536028747135266249775724709369995957496696762772407663');
    const b = Rational.of(1, 5);
    const least = entropy(b.div(e), b);
    for (const ratio of [Rational.ONE.div(e), Rational.of(37, 100), Rational.of(4, 5), Rational.of(3)]) {
      const touching = { lo: 0n, hi: field.rational(ratio.mul(b)).hi };
      expect(fixedContains(field.relativeEntropy(touching, field.rational(b)), least, BITS, 4)).toBe(true);
    }
  });

  it('tightly for a tiny a: as narrow as the value itself', () => {
    const tiny = { lo: 0n, hi: 16n };
    const { lo, hi } = field.relativeEntropy(tiny, field.rational(Rational.of(1, 2)));
    expect(hi).toBe(0n);
    expect(lo > -16n * 64n && lo < 0n).toBe(true);
  });

  it('as 0 where a has no positive point', () => {
    expect(field.relativeEntropy(zero, field.rational(Rational.of(1, 2)))).toEqual(zero);
  });
});
