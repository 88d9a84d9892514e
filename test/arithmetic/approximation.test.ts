import { describe, expect, it } from 'vitest';
import { approximateInterval, doubleBelow, toInterval } from '../../src/arithmetic/approximation.ts';
import { decimal, interval } from './exact.ts';

describe('the double-double of an enclosure', () => {
  it.each([
    ['0', '0'],
    ['1', '1'],
    ['.1', '.1'],
    ['-.3', '.7'],
    ['.33333333333333333333333333333333333333', '.33333333333333333333333333333333333334'],
    ['-1e-200', '3e-200'],
    ['-1e-400', '1e-400'],
    ['123456789012345678901234567890', '123456789012345678901234567899'],
  ])('holds it: [%s, %s]', (lo, hi) => {
    const found = approximateInterval(interval(lo, hi));
    if (!found) throw new Error('there is none');
    const back = toInterval(found, 40);
    expect(back.lo.lte(lo) && back.hi.gte(hi), back.toString()).toBe(true);
    expect(found.error).toBeLessThanOrEqual(
      1.001 * decimal(hi).minus(lo).toNumber() + Math.abs(Number(hi)) * 2 ** -100 + Number.MIN_VALUE,
    );
  });

  it('is not to be had beyond the range of doubles', () => {
    expect(approximateInterval(interval('1e400'))).toBe(null);
  });
});

describe('a double below a decimal', () => {
  it.each([
    '0',
    '-1',
    '1',
    '.1',
    '.3',
    '1e-300',
    '2.4e-308',
    '4e-324',
    '2.6e-324',
    '1e-400',
    '1e400',
    '1.7976931348623157e308',
  ])('is at most %s, and not below 0', (text) => {
    const below = doubleBelow(decimal(text));
    expect(below).toBeGreaterThanOrEqual(0);
    if (!decimal(text).isNegative()) expect(decimal(String(below)).lte(text), String(below)).toBe(true);
  });

  it('is near it', () => {
    expect(doubleBelow(decimal('.3'))).toBeGreaterThan(0.2999999999999);
  });
});
