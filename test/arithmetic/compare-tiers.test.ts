import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { interval, log } from './exact.ts';

function refuse(): never {
  throw new Error('it was enclosed');
}

/** A number within `error` of a double. */
const near = (hi: number, error: number, enclose: () => Interval = refuse): Real =>
  real({ enclose, approximate: () => ({ hi, lo: 0, error }) });

describe('compare certifies in double-doubles', () => {
  it('what these separate, with the distance, and asks for no enclosure', () => {
    const [one, two] = [near(1, 2 ** -100), near(2, 2 ** -100)];
    const decided = { by: 'double-double', digits: 0 };
    expect(compare(one, two)).toMatchObject({ ...decided, order: 'less', distance: { hi: 1, lo: 0 } });
    expect(compare(two, one)).toMatchObject({ ...decided, order: 'greater', distance: { hi: -1, lo: 0 } });
  });

  it('but tries exact forms before enclosures where the numbers are likely equal', () => {
    const options = { areLikelyEqual: true };
    const six = exactReal(log(6));
    const [equal, other] = [exactReal(log(2).add(log(3))), exactReal(log(7))];
    expect(compare(six, equal)).toEqual({ order: 'equal', by: 'exact', digits: 40 });
    expect(compare(six, equal, options)).toEqual({ order: 'equal', by: 'exact', digits: 0 });
    expect(compare(six, other, options)).toMatchObject({ order: 'less', by: 'double-double' });
    // Without double-doubles the numbers may differ at once.
    const unknown = real({ enclose: () => interval('1'), exact: () => log(6) });
    expect(compare(unknown, equal, options)).toMatchObject({ by: 'intervals', digits: 40 });
  });

  it('and leaves to enclosures what they do not separate, or what has none', () => {
    const low = near(1, 0.5, () => interval('1'));
    const high = near(1.25, 0.5, () => interval('1.25'));
    const decided = { by: 'intervals', digits: 40 };
    expect(compare(low, high)).toEqual({ ...decided, order: 'less' });
    expect(compare(high, low)).toEqual({ ...decided, order: 'greater' });
    const veiled = real({ enclose: () => interval('2') });
    expect(compare(low, veiled)).toEqual({ ...decided, order: 'less' });
    expect(compare(veiled, low)).toEqual({ ...decided, order: 'greater' });
  });
});

describe('compare goes on to more digits where no enclosure can be formed', () => {
  /** A real tries up to 64 times the digits itself: these are too few for 40 digits, and enough for 80. */
  const deep = real({
    enclose: (digits) => {
      if (digits < 3000) throw new InsufficientPrecisionError(`${digits} are too few`);
      return interval('1');
    },
  });
  const two = rationalReal(Rational.of(2));

  it('of either number', () => {
    expect(compare(deep, two)).toEqual({ order: 'less', by: 'intervals', digits: 80 });
    expect(compare(two, deep)).toEqual({ order: 'greater', by: 'intervals', digits: 80 });
  });

  it('and ends undecided after the last precision', () => {
    expect(compare(deep, two, { ladder: [40] })).toEqual({ order: 'undecided', by: 'intervals', digits: 40 });
    expect(compare(deep, two, { ladder: [] })).toEqual({ order: 'undecided', by: 'intervals', digits: 0 });
  });

  it('but lets other errors through', () => {
    const broken = real({
      enclose: () => {
        throw new DomainError('never');
      },
    });
    expect(() => compare(broken, two)).toThrow('never');
  });
});
