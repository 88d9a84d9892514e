import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { SEED } from './arbitraries.ts';
import { log } from './exact.ts';

const times = (q: bigint | number, form: LogForm): LogForm => form.scale(Rational.of(q));

describe('LogForm.isZero sees through disguises', () => {
  it.each<[string, LogForm]>([
    ['the empty form', LogForm.ZERO],
    ['log 1', log(1)],
    ['log 6 − log 2 − log 3', log(6).sub(log(2)).sub(log(3))],
    ['2 log 12 − log 144', times(2, log(12)).sub(log(144))],
    ['log(3/4) + log 4 − log 3', log(3, 4).add(log(4)).sub(log(3))],
    ['log(1/2) + log 2', log(1, 2).add(log(2))],
    ['log 8/3 − log 2', log(8).scale(Rational.of(1, 3)).sub(log(2))],
    ['6 log 4 − 4 log 8', times(6, log(4)).sub(times(4, log(8)))],
    [
      'log 2 − 1/2 + 1/2 − log 2',
      log(2)
        .sub(LogForm.rational(Rational.of(1, 2)))
        .add(LogForm.rational(Rational.of(1, 2)))
        .sub(log(2)),
    ],
    ['0 log 7', times(0, log(7))],
  ])('%s', (_, form) => {
    expect(form.isZero()).toBe(true);
    expect(form.sign()).toBe(0);
    expect(form.toString()).toBe('0');
  });

  it('products of large coprime numbers whose factors it does not know', () => {
    const [p, q, r] = [2n ** 127n - 1n, 2n ** 89n - 1n, 10n ** 40n + 121n];
    expect(
      log(p * q)
        .sub(log(p))
        .sub(log(q))
        .isZero(),
    ).toBe(true);
    expect(
      log(p * q)
        .add(log(q * r))
        .sub(log(p * r))
        .sub(times(2, log(q)))
        .isZero(),
    ).toBe(true);
    expect(
      log(p * p * r, q)
        .sub(log(p * r, q * q))
        .sub(log(p * q))
        .isZero(),
    ).toBe(true);
  });

  it('any product against the sum of its factors, at rational multiples', () => {
    const factor = fc.tuple(fc.bigInt({ min: 2n, max: 10n ** 9n }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 99 }), (factors, k) => {
        const product = factors.reduce((all, [m, exponent]) => all * m ** BigInt(exponent), 1n);
        const sum = factors.reduce((all, [m, exponent]) => all.add(times(exponent, log(m))), LogForm.ZERO);
        const scaled = log(product)
          .scale(Rational.of(k, 7))
          .sub(sum.scale(Rational.of(2 * k, 14)));
        expect(scaled.isZero()).toBe(true);
        expect(scaled.add(LogForm.rational(Rational.of(1n, 10n ** 60n))).isZero()).toBe(false);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe('LogForm.isZero is not taken in by', () => {
  it.each<[string, LogForm]>([
    ['a rational', LogForm.rational(Rational.of(1n, 10n ** 400n))],
    ['a single logarithm', log(2)],
    ['close logarithms', log(10n ** 50n + 1n).sub(log(10n ** 50n))],
    ['close ratios: 2^84 and 3^53', times(84, log(2)).sub(times(53, log(3)))],
    [
      'log 2 less its first 60 digits',
      log(2).sub(LogForm.rational(Rational.parse('0.693147180559945309417232121458176568075500134360255254120680'))),
    ],
  ])('%s', (_, form) => {
    expect(form.isZero()).toBe(false);
    expect(form.sign()).not.toBe(0);
  });

  it('one factor too many', () => {
    const [p, q] = [2n ** 127n - 1n, 2n ** 89n - 1n];
    expect(
      log(p * q * q)
        .sub(log(p))
        .sub(log(q))
        .isZero(),
    ).toBe(false);
  });
});
