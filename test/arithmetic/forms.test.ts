import { describe, expect, it } from 'vitest';
import { addApproximations, approximateRational } from '../../src/arithmetic/approximation.ts';
import { asRational, both, isZero, small } from '../../src/arithmetic/forms.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { interval, log } from './exact.ts';

const third = Rational.of(1, 3);
const enclose = () => interval('0', '1');
const veiled = real({ enclose });
/** A number of which only the exact form is known. */
const formed = (form: LogForm): Real => real({ enclose, exact: () => form });

describe('asRational', () => {
  it('is the rational that is known, or that the exact form shows', () => {
    expect(asRational(real({ enclose, rational: third }))).toBe(third);
    expect(asRational(formed(LogForm.rational(third)))).toBe(third);
  });

  it('is null for other numbers', () => {
    expect(asRational(exactReal(log(2)))).toBeNull();
    expect(asRational(veiled)).toBeNull();
  });
});

describe('isZero', () => {
  it('is true for a rational 0, and for an exact form that is 0', () => {
    expect(isZero(rationalReal(Rational.of(0)))).toBe(true);
    expect(isZero(formed(log(6).sub(log(2)).sub(log(3))))).toBe(true);
  });

  it('is false for other numbers, and where it is not known', () => {
    expect(isZero(rationalReal(third))).toBe(false);
    expect(isZero(formed(log(6).sub(log(2))))).toBe(false);
    expect(isZero(veiled)).toBe(false);
  });
});

describe('small', () => {
  const logs = (count: number): LogForm =>
    Array.from({ length: count }, (_, i) => log(i + 2)).reduce((a, b) => a.add(b), LogForm.ZERO);

  it('is a form of at most 200 logarithms', () => {
    const most = logs(200);
    expect(small(most)).toBe(most);
    expect(small(logs(201))).toBeNull();
  });

  it('is a form whose constant has at most 10,000 bits', () => {
    const most = LogForm.rational(Rational.of(1n << 9999n));
    expect(small(most)).toBe(most);
    expect(small(LogForm.rational(Rational.of(1n << 10_000n)))).toBeNull();
    expect(small(null)).toBeNull();
  });
});

describe('both', () => {
  const [one, two] = [rationalReal(Rational.ONE), rationalReal(Rational.of(2))];

  it('combines the approximations of two reals', () => {
    const [x, y] = [approximateRational(Rational.ONE), approximateRational(Rational.of(2))];
    if (!x || !y) throw new Error('no approximation');
    expect(both(addApproximations, one, two)).toEqual(addApproximations(x, y));
  });

  it('is null where one has none', () => {
    expect(both(addApproximations, one, veiled)).toBeNull();
    expect(both(addApproximations, veiled, two)).toBeNull();
  });
});
