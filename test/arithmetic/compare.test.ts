import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { interval, log } from './exact.ts';

/** A number known by enclosures only. */
const veiled = (form: LogForm): Real => real({ enclose: (digits) => form.enclose(digits) });
const shifted = (digits: number, sign: 1 | -1): LogForm =>
  log(2).add(LogForm.rational(Rational.of(BigInt(sign), 10n ** BigInt(digits))));

describe('compare decides rationals exactly', () => {
  it('without looking at an enclosure', () => {
    const blind = (q: Rational): Real =>
      real({
        enclose: () => {
          throw new Error('no enclosure is needed');
        },
        rational: q,
      });
    const third = blind(Rational.of(1, 3));
    expect(compare(third, blind(Rational.of(2, 6)))).toEqual({
      order: 'equal',
      by: 'exact',
      digits: 0,
    });
    expect(compare(third, blind(Rational.parse('0.333')))).toEqual({
      order: 'greater',
      by: 'exact',
      digits: 0,
    });
    expect(compare(third, blind(Rational.parse('0.334')))).toEqual({
      order: 'less',
      by: 'exact',
      digits: 0,
    });
  });
});

describe('compare certifies by the first enclosures that separate', () => {
  it('40 digits for numbers far apart', () => {
    expect(compare(veiled(log(2)), rationalReal(Rational.parse('0.69')))).toEqual({
      order: 'greater',
      by: 'intervals',
      digits: 40,
    });
    expect(compare(rationalReal(Rational.parse('0.69')), exactReal(log(2))).order).toBe('less');
  });

  it.each([
    [30, 40],
    [60, 80],
    [100, 160],
    [500, 640],
    [5000, 5120],
  ])('numbers that agree to %i digits at %i digits', (agreeing, digits) => {
    const one = veiled(log(2));
    expect(compare(one, veiled(shifted(agreeing, 1)))).toEqual({ order: 'less', by: 'intervals', digits });
    expect(compare(one, veiled(shifted(agreeing, -1)))).toEqual({ order: 'greater', by: 'intervals', digits });
  });

  it('and by exact forms, where both have one, as soon as 40 digits do not', () => {
    for (const agreeing of [60, 100, 500, 5000]) {
      const comparison = compare(exactReal(log(2)), exactReal(shifted(agreeing, 1)));
      expect(comparison).toEqual({ order: 'less', by: 'exact', digits: 40 });
      expect(compare(exactReal(shifted(agreeing, 1)), exactReal(log(2))).order).toBe('greater');
    }
  });
});

describe('compare finds equality only where it is exact', () => {
  it('for one number in two forms', () => {
    const one = exactReal(log(12).scale(Rational.of(2)).sub(log(3)));
    const other = exactReal(log(48));
    expect(compare(one, other)).toEqual({ order: 'equal', by: 'exact', digits: 40 });
  });

  it('for a rational in disguise', () => {
    const disguised = exactReal(
      log(6)
        .sub(log(2))
        .sub(log(3))
        .add(LogForm.rational(Rational.of(1, 3))),
    );
    expect(compare(disguised, rationalReal(Rational.of(1, 3))).order).toBe('equal');
  });

  it('and for enclosures that are one and the same point', () => {
    const point = (x: string): Real => real({ enclose: () => interval(x, x) });
    expect(compare(point('0.5'), point('0.5'))).toEqual({ order: 'equal', by: 'intervals', digits: 40 });
    const wide = real({ enclose: () => interval('0.5', '0.6') });
    expect(compare(point('0.5'), wide).order).toBe('undecided');
  });

  it('and leaves undecided what has no exact form, after 5120 digits', () => {
    const wide = real({ enclose: () => interval('0', '1') });
    const outcome = { order: 'undecided', by: 'intervals', digits: 5120 };
    expect(compare(wide, rationalReal(Rational.of(1, 2)))).toEqual(outcome);
    expect(compare(wide, real({ enclose: () => interval('0', '1') }))).toEqual(outcome);
    // But a number is itself.
    expect(compare(wide, wide)).toEqual({ order: 'equal', by: 'exact', digits: 0 });
    expect(compare(veiled(log(2)), exactReal(log(2)))).toEqual(outcome);
  });

  it('also where the enclosures touch in one point', () => {
    const [below, above] = [real({ enclose: () => interval('0', '1') }), real({ enclose: () => interval('1', '2') })];
    expect(compare(below, above).order).toBe('undecided');
    expect(compare(above, below).order).toBe('undecided');
  });
});

describe('compare asks for no more than it needs', () => {
  it('digit by digit up the ladder', () => {
    const asked: number[] = [];
    const watched = real({
      enclose: (digits) => {
        asked.push(digits);
        return intervals(digits).log(intervals(digits).integer(2));
      },
    });
    compare(watched, veiled(shifted(100, 1)));
    expect(asked).toEqual([40, 80, 160]);
  });
});
