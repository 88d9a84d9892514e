import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
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
    const tight = real((digits) => log2.enclose(3 * digits));
    for (const digits of [1, 4, 17, 60]) expect(printReal(tight, digits)).toEqual(printReal(exactReal(log2), digits));
  });

  it('with the digits that cancellation takes', () => {
    const tiny = log2.sub(LogForm.rational(Rational.parse('0.693147180559945309417232121458176568075500134360255')));
    expect(printReal(exactReal(tiny), 4)).toEqual({ lo: '2.5412e-52', hi: '2.54121e-52' });
  });

  it('and refuses a number that may be 0', () => {
    const open = real(() => interval('-1e-40', '1e-40'));
    expect(() => printReal(open, 4)).toThrow(DomainError);
    expect(() => printReal(open, 4)).toThrow('too close to 0 for its sign to be told');
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
