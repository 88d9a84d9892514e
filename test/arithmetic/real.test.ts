import { describe, expect, it } from 'vitest';
import { type Approximation, approximateRational, toInterval } from '../../src/arithmetic/approximation.ts';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import {
  difference,
  exactReal,
  multiple,
  product,
  type Real,
  rationalReal,
  real,
  sum,
} from '../../src/arithmetic/real.ts';
import { holds, interval } from './exact.ts';

const third = Rational.of(1, 3);
const log2 = LogForm.log(Rational.of(2));
const veiled = real({ enclose: (digits) => intervals(digits).integer(5) });

describe('what is no number of ours is named', () => {
  const half = rationalReal(Rational.of(1, 2));
  it.each<[string, () => unknown, string]>([
    ['sum', () => sum(half, 1 as never), '1 is not a real: write a number as rationalReal(Rational.of(2))'],
    ['difference', () => difference(Rational.of(1, 3) as never, half), '1/3 is not a real: '],
    ['product', () => product(half, 0.5 as never), '0.5 is not a real: '],
    [
      'multiple of a plain number',
      () => multiple(2 as never, half),
      '2 is not a Rational: write it as Rational.of(1, 2)',
    ],
    ['multiple', () => multiple(Rational.of(2), 3 as never), '3 is not a real: '],
    ['rationalReal', () => rationalReal(0.6 as never), '0.6 is not a Rational: '],
    ['rationalReal of null', () => rationalReal(null as never), 'null is not a Rational: '],
  ])('by %s', (_, make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

describe('real', () => {
  it('works out each precision, the exact form and the approximation once, and only when asked', () => {
    const calls: string[] = [];
    const x = real({
      enclose: (digits) => {
        calls.push(`${digits}`);
        return interval('1', '2');
      },
      exact: () => {
        calls.push('exact');
        return log2;
      },
      approximate: () => {
        calls.push('approximate');
        return approximateRational(third);
      },
    });
    expect(calls).toEqual([]);
    for (const digits of [40, 80, 40, 80]) x.enclose(digits);
    expect([x.exact, x.exact]).toEqual([log2, log2]);
    expect(x.approximate()).toBe(x.approximate());
    expect(calls).toEqual(['40', '80', 'exact', 'approximate']);
  });

  it('remembers that there is no exact form', () => {
    let calls = 0;
    const x = real({
      enclose: () => interval('1'),
      exact: () => {
        calls += 1;
        return null;
      },
    });
    expect([x.exact, x.exact, x.rational]).toEqual([null, null, null]);
    expect(calls).toBe(1);
  });

  const needs = (least: number): Real =>
    real({
      enclose: (digits) => {
        if (digits < least) throw new InsufficientPrecisionError(`${digits} are too few`);
        return interval(`${digits}`);
      },
    });

  it('doubles the digits while an enclosure cannot be formed, up to 64 times as many', () => {
    expect(needs(40).enclose(40).toString()).toBe('[40, 40]');
    expect(needs(41).enclose(40).toString()).toBe('[80, 80]');
    expect(needs(2560).enclose(40).toString()).toBe('[2560, 2560]');
    expect(() => needs(2561).enclose(40)).toThrow(InsufficientPrecisionError);
    expect(() => needs(2561).enclose(40)).toThrow('2560 are too few');
  });

  it('doubles the digits up to 20,480 at most', () => {
    expect(needs(20_480).enclose(10_240).toString()).toBe('[20480, 20480]');
    expect(() => needs(20_481).enclose(10_240)).toThrow('20480 are too few');
    expect(() => needs(20_481).enclose(5120)).toThrow('20480 are too few');
    expect(() => needs(20_481).enclose(10_241)).toThrow('10241 are too few');
  });

  it('lets any other error through at once', () => {
    let calls = 0;
    const x = real({
      enclose: () => {
        calls += 1;
        throw new DomainError('never');
      },
    });
    expect(() => x.enclose(40)).toThrow('never');
    expect(calls).toBe(1);
  });
});

describe('exactReal and rationalReal', () => {
  it('enclose their number, and know when it is rational', () => {
    expect(holds(rationalReal(third).enclose(20), third)).toBe(true);
    expect(rationalReal(third).rational?.toString()).toBe('1/3');
    expect(rationalReal(third).exact?.toString()).toBe('1/3');
    expect(exactReal(log2).rational).toBeNull();
    expect(exactReal(log2).exact).toBe(log2);
    expect(exactReal(log2.sub(log2)).rational?.toString()).toBe('0');
  });

  it('have a double-double enclosure: that of the form, or one that they are given', () => {
    const given = { hi: Math.LN2, lo: 0, error: 1e-16 };
    expect(exactReal(log2).approximate()).toEqual(log2.approximate());
    expect(exactReal(log2, () => given).approximate()).toBe(given);
    expect(exactReal(LogForm.rational(third)).approximate()).toEqual(approximateRational(third));
    expect(rationalReal(third).approximate()).toEqual(approximateRational(third));
  });
});

describe('sum, difference, multiple and product', () => {
  const q = rationalReal(third);
  const two = exactReal(log2);

  it('are rational where the operands are', () => {
    expect(sum(q, q).rational?.toString()).toBe('2/3');
    expect(difference(q, rationalReal(Rational.ONE)).rational?.toString()).toBe('-2/3');
    expect(multiple(Rational.of(-3), q).rational?.toString()).toBe('-1');
    expect(product(q, q).rational?.toString()).toBe('1/9');
    for (const x of [sum(q, two), difference(two, q), multiple(third, two), product(two, two)]) {
      expect(x.rational).toBeNull();
    }
  });

  it('are exact where the operands are', () => {
    expect(sum(q, two).exact?.toString()).toBe('log(2) + 1/3');
    expect(difference(q, two).exact?.toString()).toBe('-log(2) + 1/3');
    expect(multiple(third, two).exact?.toString()).toBe('1/3*log(2)');
    expect([product(q, two), product(two, q)].map((x) => x.exact?.toString())).toEqual(['1/3*log(2)', '1/3*log(2)']);
    for (const x of [sum(veiled, two), difference(two, veiled), multiple(third, veiled), product(two, two)]) {
      expect(x.exact).toBeNull();
    }
  });

  it('enclose what they stand for', () => {
    expect(holds(sum(veiled, q).enclose(20), Rational.of(16, 3))).toBe(true);
    expect(holds(difference(veiled, q).enclose(20), Rational.of(14, 3))).toBe(true);
    expect(holds(difference(q, veiled).enclose(20), Rational.of(-14, 3))).toBe(true);
    expect(holds(multiple(third, veiled).enclose(20), Rational.of(5, 3))).toBe(true);
    expect(holds(multiple(third.neg(), veiled).enclose(20), Rational.of(-5, 3))).toBe(true);
    expect(holds(product(veiled, veiled).enclose(20), Rational.of(25))).toBe(true);
  });

  it('have double-double enclosures where the operands have, and none where one has none', () => {
    const fast = real({
      enclose: (digits) => veiled.enclose(digits),
      approximate: () => approximateRational(Rational.of(5)),
    });
    const results: [Real, Rational][] = [
      [sum(fast, q), Rational.of(16, 3)],
      [difference(q, fast), Rational.of(-14, 3)],
      [multiple(third, fast), Rational.of(5, 3)],
      [product(fast, fast), Rational.of(25)],
    ];
    for (const [x, value] of results) expect(holds(toInterval(x.approximate() as Approximation, 40), value)).toBe(true);
    const beyondDoubles = Rational.of(10n ** 400n);
    for (const x of [
      sum(q, veiled),
      difference(veiled, q),
      multiple(third, veiled),
      multiple(beyondDoubles, fast),
      product(fast, veiled),
    ]) {
      expect(x.approximate()).toBeNull();
    }
  });
});
