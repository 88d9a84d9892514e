import { describe, expect, it } from 'vitest';
import type { Approximation } from '../../src/arithmetic/approximation.ts';
import { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type RealDescription, real } from '../../src/arithmetic/real.ts';
import { interval, log } from './exact.ts';

interface Attempted {
  readonly printed: { lo: string; hi: string } | string;
  /** The digits of the enclosures that were asked for. */
  readonly asked: readonly number[];
}

/** Prints a number, or says why not, and records the attempts. */
function attempt(digits: number, description: RealDescription): Attempted {
  const asked: number[] = [];
  const number = real({
    ...description,
    enclose: (precision) => {
      asked.push(precision);
      return description.enclose(precision);
    },
  });
  try {
    return { printed: printReal(number, digits), asked };
  } catch (error) {
    return { printed: (error as Error).message, asked };
  }
}

const eighth = Rational.of(1, 8);
/** [1/8, 1/8 + 10^−digits]: nobody knows whether the number is 1/8. */
const besideEighth = (digits: number): Interval => {
  const field = intervals(digits + 5);
  const above = eighth.add(Rational.of(1n, 10n ** BigInt(digits)));
  return new Interval(field.rational(eighth).lo, field.rational(above).hi);
};

describe('the first enclosure prints', () => {
  it.each([
    ['neighbours', interval('0.66666661', '0.66666662'), { lo: '0.666666', hi: '0.666667' }],
    ['a point', interval('0.125'), { lo: '0.125', hi: '0.125' }],
    ['the point 0', interval('0'), { lo: '0', hi: '0' }],
  ])('%s', (_, enclosure, printed) => {
    expect(attempt(4, { enclose: () => enclosure })).toEqual({ printed, asked: [14] });
  });

  it('0 where the exact form is 0', () => {
    const zero = { enclose: () => interval('-1e-40', '1e-40'), exact: () => log(6).sub(log(2)).sub(log(3)) };
    expect(attempt(4, zero)).toEqual({ printed: { lo: '0', hi: '0' }, asked: [14] });
  });
});

describe('later enclosures', () => {
  it('settle for two units at the fourth attempt', () => {
    expect(attempt(4, { enclose: besideEighth })).toEqual({
      printed: { lo: '0.125', hi: '0.125001' },
      asked: [14, 28, 56, 112],
    });
    const below10 = { enclose: () => interval('9.999981', '9.9999999') };
    expect(attempt(4, below10)).toEqual({ printed: { lo: '9.99998', hi: '10' }, asked: [14, 28, 56, 112] });
  });

  it('do not settle for two units on one side of a power of ten and one on the other', () => {
    const wide = attempt(4, { enclose: () => interval('9.999981', '10.00005') });
    expect(wide.printed).toMatch('4 digits of a number cannot be determined');
    expect(wide.asked).toHaveLength(11);
  });

  it('give way to the exact form after the third attempt', () => {
    const known = { enclose: besideEighth, exact: () => LogForm.rational(eighth) };
    expect(attempt(4, known)).toEqual({ printed: { lo: '0.125', hi: '0.125' }, asked: [14, 28, 56] });
  });

  it.each([
    [4, 11],
    [90, 9],
    [3115, 5],
  ])('of a number that may be 0 end, at %i digits after %i attempts', (digits, attempts) => {
    const { printed, asked } = attempt(digits, { enclose: () => interval('-1e-4000', '1e-4000') });
    expect(printed).toMatch('too close to 0');
    expect(asked).toEqual(Array.from({ length: attempts }, (_, i) => (digits + 10) * 2 ** i));
  });
});

describe('no enclosure is asked for', () => {
  const enclose = (): Interval => {
    throw new Error('it was enclosed');
  };

  it('of a rational number', () => {
    expect(attempt(4, { enclose, rational: Rational.of(2, 3) }).printed).toEqual({ lo: '0.666666', hi: '0.666667' });
  });

  it('where a double-double has the neighbours', () => {
    const approximate = (): Approximation => ({ hi: 2 / 3, lo: 0, error: 2 ** -52 });
    expect(attempt(4, { enclose, approximate }).printed).toEqual({ lo: '0.666666', hi: '0.666667' });
  });
});

describe('a double-double', () => {
  it('that is too wide, or may end at a short decimal, gives way to enclosures', () => {
    const printed = { lo: '0.125', hi: '0.125' };
    for (const approximation of [
      { hi: 0.125, lo: 0, error: 0.01 },
      { hi: 0.125, lo: 2 ** -70, error: 2 ** -70 },
    ]) {
      const number = { enclose: () => interval('0.125'), approximate: () => approximation };
      expect(attempt(4, number)).toEqual({ printed, asked: [14] });
    }
  });

  it('is asked for up to 25 digits', () => {
    let calls = 0;
    const approximate = (): null => {
      calls += 1;
      return null;
    };
    attempt(25, { enclose: () => interval('0.125'), approximate });
    expect(calls).toBe(1);
    attempt(26, { enclose: () => interval('0.125'), approximate });
    expect(calls).toBe(1);
  });
});
