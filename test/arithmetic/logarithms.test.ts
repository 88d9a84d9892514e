import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { exponential, LogOfZero, logarithm } from '../../src/arithmetic/logarithms.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../../src/arithmetic/real.ts';
import { interval, log } from './exact.ts';
import { between, fast, formed, number } from './known-reals.ts';

const exactly = (x: Real): string | undefined => x.exact?.toString();
const hidden = (num: number | bigint, den: number | bigint = 1): Real =>
  formed(LogForm.rational(Rational.of(num, den)));

/** What is thrown has this class, and not one below it. */
function expectThrown(action: () => unknown, type: typeof DomainError, message: string): void {
  expect(action).toThrow(message);
  try {
    action();
  } catch (error) {
    expect((error as Error).constructor).toBe(type);
  }
}

describe('a logarithm', () => {
  it('of a rational is exact', () => {
    expect(exactly(logarithm(number(2, 3)))).toBe('-log(3) + log(2)');
    expect(logarithm(number(1)).rational?.toString()).toBe('0');
    expect(exactly(logarithm(hidden(3)))).toBe('log(3)');
    expect(exactly(logarithm(number(1n << 600n)))).toBe('600*log(2)');
  });

  it('of other numbers, and of rationals beyond 10,000 bits, is not', () => {
    expect(logarithm(between('5')).exact).toBeNull();
    expect(logarithm(exactReal(log(2))).exact).toBeNull();
    expect(exactly(logarithm(hidden(1n << 9999n)))).toBe('9999*log(2)');
    for (const of of [hidden, number]) expect(logarithm(of(1n << 10_000n)).exact).toBeNull();
  });

  it('of 0 is refused by an error of its own', () => {
    const message = 'it takes the logarithm of 0';
    expectThrown(() => logarithm(number(0)), LogOfZero, message);
    expectThrown(() => logarithm(hidden(0)).exact, LogOfZero, message);
    const unknown = real({ enclose: () => interval('-1', '1'), exact: () => LogForm.ZERO });
    expectThrown(() => logarithm(unknown).enclose(20), LogOfZero, message);
  });

  it('of a negative number is refused', () => {
    expectThrown(() => logarithm(number(-1, 3)), DomainError, 'it takes the logarithm of -1/3');
    expectThrown(() => logarithm(hidden(-2)).exact, DomainError, 'it takes the logarithm of -2');
    const message = 'it takes the logarithm of a negative number';
    expectThrown(() => logarithm(between('-2', '-1')).enclose(20), DomainError, message);
  });

  it('of a number that only more digits tell from 0 takes these', () => {
    const close = real({ enclose: (digits) => (digits < 80 ? interval('-1', '1') : interval('1')) });
    expect(logarithm(close).enclose(20).toString()).toBe('[0, 0]');
  });

  it('has a double-double where the number has', () => {
    for (const x of [logarithm(number(5)), logarithm(fast(5)), logarithm(number(3n ** 400n, 2n ** 632n))]) {
      const approximation = x.approximate();
      if (!approximation) throw new Error('no double-double');
      expect(toInterval(approximation, 40).overlaps(x.enclose(40))).toBe(true);
    }
    expect(logarithm(between('5')).approximate()).toBeNull();
  });
});

describe('an exponential', () => {
  const of = (form: LogForm): string | undefined => exactly(exponential(formed(form)));
  const times = (factor: number, m: number, den = 1): LogForm => log(m).scale(Rational.of(factor, den));

  it('of 0 is 1', () => {
    expect(exponential(number(0)).rational?.toString()).toBe('1');
    expect(of(LogForm.ZERO)).toBe('1');
  });

  it('is rational for logarithms with integer factors', () => {
    expect(of(times(2, 3).sub(log(2)))).toBe('9/2');
    expect(of(times(-2, 3).add(times(3, 2)))).toBe('8/9');
    expect(of(times(4, 3, 2))).toBe('9');
  });

  it('is not for others', () => {
    expect(of(log(2).add(LogForm.rational(Rational.ONE)))).toBeUndefined();
    expect(of(times(1, 2, 3))).toBeUndefined();
    expect(exponential(between('5')).exact).toBeNull();
    expect(exponential(number(1)).enclose(5).toString()).toBe('[2.7182, 2.7183]');
  });

  it('has factors from −1000 to 1000', () => {
    expect(of(times(1000, 2))).toBe(`${2n ** 1000n}`);
    expect(of(times(-1000, 2))).toBe(`1/${2n ** 1000n}`);
    expect(of(times(1001, 2))).toBeUndefined();
    expect(of(times(-1001, 2))).toBeUndefined();
  });

  it('has at most 10,000 bits, each factor by an estimate from above', () => {
    const power = times(1000, 512);
    expect(of(power)).toBe(`${2n ** 9000n}`);
    for (const factor of [910, 1000]) expect(of(times(factor, 1024))).toBeUndefined();
    expect(of(times(909, 1024))).toBe(`${2n ** 9090n}`);
    expect(of(power.add(times(999, 2)))).toBe(`${2n ** 9999n}`);
    expect(of(power.add(times(1000, 2)))).toBeUndefined();
  });
});
