import { describe, expect, it } from 'vitest';
import { largestOf, leastOf } from '../../src/arithmetic/extremes.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { logarithm } from '../../src/arithmetic/logarithms.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../../src/arithmetic/real.ts';

const number = (a: number, b = 1): Real => rationalReal(Rational.of(a, b));
const logOf = (a: number, b = 1): Real => logarithm(number(a, b));

/** Without an exact form, and without a double-double. */
function opaque(a: number, b = 1): Real {
  return real({ enclose: (digits) => intervals(digits).rational(Rational.of(a, b)) });
}

/** A number whose enclosures must not be asked for. */
function unasked(hi: number): Real {
  return real({
    enclose: () => {
      throw new Error('it was enclosed');
    },
    approximate: () => ({ hi, lo: 0, error: Math.abs(hi) * 2 ** -100 }),
  });
}

describe('the largest and the least', () => {
  it('are as exact as the one that is certainly largest, whatever the others are', () => {
    const all = [logOf(2), unasked(0.5), logOf(3), number(1), unasked(-7)];
    expect(largestOf(all).exact?.toString()).toBe('log(3)');
    expect(largestOf(all).enclose(30).overlaps(logOf(3).enclose(30))).toBe(true);
    expect(leastOf([logOf(2), unasked(0.75), logOf(3)]).exact?.toString()).toBe('log(2)');
  });

  it('are those of the exact forms where double-doubles do not tell, and of intervals where there are none', () => {
    const almost = logarithm(rationalReal(Rational.parse(`2.${'0'.repeat(50)}1`)));
    expect(largestOf([logOf(2), almost]).exact?.toString()).toBe(almost.exact?.toString());
    expect(largestOf([opaque(1, 3), logOf(2)]).exact).toBeNull();
    expect(
      largestOf([opaque(1, 3), logOf(2)])
        .enclose(30)
        .toString(),
    ).toBe(logOf(2).enclose(30).toString());
    expect(
      largestOf([opaque(4, 5), logOf(2)])
        .enclose(30)
        .toString(),
    ).toBe(opaque(4, 5).enclose(30).toString());
  });

  it('are rational of rational numbers, and the number itself where there is one', () => {
    expect(largestOf([number(1, 3), number(1, 2), number(-1)]).rational?.toString()).toBe('1/2');
    const one = opaque(2);
    expect(largestOf([one, one])).toBe(one);
  });

  it('are found of a hundred thousand numbers without nesting', () => {
    const all = Array.from({ length: 100_000 }, (_, i) => opaque(i));
    expect(largestOf(all).enclose(20).toString()).toBe(opaque(99_999).enclose(20).toString());
  });
});
