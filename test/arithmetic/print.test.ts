import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { printInterval, printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, rationalReal, real } from '../../src/arithmetic/real.ts';
import { anyRational, SEED } from './arbitraries.ts';
import { decimal, interval } from './exact.ts';

const log2 = LogForm.log(Rational.of(2));
const rational = (text: string): ReturnType<typeof rationalReal> => rationalReal(Rational.parse(text));

describe('printReal prints the narrowest decimals around a number', () => {
  it('of two more digits than asked for', () => {
    expect(printReal(exactReal(log2), 4)).toEqual({ lo: '0.693147', hi: '0.693148' });
    expect(printReal(exactReal(log2.scale(Rational.of(-1))), 4)).toEqual({ lo: '-0.693148', hi: '-0.693147' });
    expect(printReal(rational('2/3'), 4)).toEqual({ lo: '0.666666', hi: '0.666667' });
    expect(printReal(rational(`-2${'0'.repeat(30)}/3`), 4)).toEqual({ lo: '-6.66667e+29', hi: '-6.66666e+29' });
  });

  it('whose ends are one number where it fits, also an exact 0', () => {
    expect(printReal(rational('1/8'), 4)).toEqual({ lo: '0.125', hi: '0.125' });
    expect(printReal(rational('0'), 4)).toEqual({ lo: '0', hi: '0' });
    const disguised = LogForm.log(Rational.of(6))
      .sub(LogForm.log(Rational.of(3)))
      .sub(log2);
    expect(printReal(exactReal(disguised), 4)).toEqual({ lo: '0', hi: '0' });
  });

  it('no wider than 10^−digits of the number, for rationals and logarithms of them', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 1, max: 40 }), (q, digits) => {
        fc.pre(q.sign() !== 0 && !q.abs().equals(Rational.ONE));
        for (const value of [rationalReal(q), exactReal(LogForm.log(q.abs()))]) {
          const { lo, hi } = printReal(value, digits);
          const enclosure = interval(lo, hi);
          expect(enclosure.overlaps(value.enclose(2 * digits + 20))).toBe(true);
          const size = lo.startsWith('-') ? decimal(hi).abs() : decimal(lo);
          expect(
            decimal(hi)
              .minus(lo)
              .lte(size.times(`1e-${digits}`)),
          ).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('that do not depend on how wide the enclosures were', () => {
    const tight = real({ enclose: (digits) => log2.enclose(3 * digits) });
    for (const digits of [1, 4, 17, 60]) expect(printReal(tight, digits)).toEqual(printReal(exactReal(log2), digits));
  });

  it('with the digits that cancellation takes', () => {
    const tiny = log2.sub(LogForm.rational(Rational.parse('0.693147180559945309417232121458176568075500134360255')));
    expect(printReal(exactReal(tiny), 4)).toEqual({ lo: '2.5412e-52', hi: '2.54121e-52' });
  });

  it('and refuses a number that may be 0', () => {
    const open = real({ enclose: () => interval('-1e-40', '1e-40') });
    expect(() => printReal(open, 4)).toThrow(DomainError);
    expect(() => printReal(open, 4)).toThrow('too close to 0 to determine its sign');
  });
});

describe('printInterval rounds outward', () => {
  it.each([
    ['0.1234', '0.1236', { lo: '0.12', hi: '0.13' }],
    ['-0.1234', '0.1234', { lo: '-0.13', hi: '0.13' }],
    ['-0.1236', '-0.1234', { lo: '-0.13', hi: '-0.12' }],
    ['0', '0', { lo: '0', hi: '0' }],
    ['12', '12', { lo: '12', hi: '12' }],
  ])('[%s, %s]', (lo, hi, printed) => {
    expect(printInterval(interval(lo, hi), 2)).toEqual(printed);
  });
});

describe('numbers at a power of ten', () => {
  const toRational = (text: string): Rational => Rational.parse(text);

  it('rational ones print as themselves, or as the nearest decimals around them', () => {
    for (let j = 0; j <= 6; j += 1) {
      for (let k = -1100; k <= 1100; k += 7) {
        const value = Rational.of(k, 10n ** BigInt(j));
        const { lo, hi } = printReal(rationalReal(value), 10);
        expect([lo, toRational(lo).equals(value)]).toEqual([hi, true]);
      }
    }
    expect(printReal(rationalReal(Rational.of(1, 3)), 2)).toEqual({ lo: '0.3333', hi: '0.3334' });
  });

  it('rational ones that only their exact form shows print as themselves', () => {
    for (const [num, den] of [
      [1, 10],
      [1, 100],
      [-1, 10],
      [10, 1],
      [1, 8],
    ] as const) {
      const value = Rational.of(num, den);
      const known = real({ enclose: (digits) => around(value, digits), exact: () => LogForm.rational(value) });
      expect(printReal(known, 10)).toEqual(printReal(rationalReal(value), 10));
    }
  });

  it.each([
    ['below', -1, 0],
    ['above', 0, 1],
  ])('rational ones that are an end of every enclosure, which has room %s only', (_, below, above) => {
    for (const text of ['5/8', '1/10', '-5/8', '12.5']) {
      const value = Rational.parse(text);
      const oneSided = (digits: number): Interval => {
        const room = (times: number): Rational => value.add(Rational.of(times, 10n ** BigInt(digits)));
        return new Interval(
          intervals(digits + 5).rational(room(below)).lo,
          intervals(digits + 5).rational(room(above)).hi,
        );
      };
      const known = real({ enclose: oneSided, exact: () => LogForm.rational(value) });
      expect(printReal(known, 10)).toEqual(printReal(rationalReal(value), 10));
    }
  });

  it.each([-3, -1, 0, 1, 4])(
    '10^%i known by enclosures only has the decimals on either side, and so has −10^j',
    (j) => {
      const value = j < 0 ? Rational.of(1n, 10n ** BigInt(-j)) : Rational.of(10n ** BigInt(j));
      for (const number of [value, value.neg()]) {
        const { lo, hi } = printReal(real({ enclose: (digits) => around(number, digits) }), 5);
        expect(toRational(lo).compare(number)).toBe(-1);
        expect(toRational(hi).compare(number)).toBe(1);
        // Ends of seven digits: at most a unit on the far side and a tenth of it on the near one.
        const width = toRational(hi).sub(toRational(lo)).div(number.abs());
        expect(width.compare(Rational.of(11n, 10n ** 7n)) <= 0).toBe(true);
      }
    },
  );

  it('numbers next to a power of ten keep their nearest ends', () => {
    const value = Rational.parse('9.99999999999999999999999');
    expect(printReal(real({ enclose: (digits) => around(value, digits) }), 5)).toEqual({ lo: '9.999999', hi: '10' });
  });

  it('a number whose enclosures do not shrink ends as an error', () => {
    const wide = real({ enclose: () => new Interval(intervals(5).integer(1).lo, intervals(5).integer(2).hi) });
    expect(() => printReal(wide, 5)).toThrow('5 digits of a number cannot be determined');
  });
});

/** An enclosure with room on either side, as of a number whose value nobody knows. */
function around(value: Rational, digits: number): Interval {
  const radius = Rational.of(1n, 10n ** BigInt(digits - 4));
  const field = intervals(digits);
  return new Interval(field.rational(value.sub(radius)).lo, field.rational(value.add(radius)).hi);
}
