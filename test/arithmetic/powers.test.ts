import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { integerPower, realPower, rootedPower, squareRoot } from '../../src/arithmetic/powers.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../../src/arithmetic/real.ts';
import { holds, interval, log } from './exact.ts';
import { between, fast, formed, number } from './known-reals.ts';

const exactly = (x: Real): string | undefined => x.exact?.toString();
const hidden = (num: number | bigint, den: number | bigint = 1): Real =>
  formed(LogForm.rational(Rational.of(num, den)));
const rationally = (x: Real): string | undefined => x.rational?.toString();
const cubeRoot = Rational.of(1, 3);
const log2 = exactReal(log(2));

function approximates(x: Real, value: Rational): void {
  const approximation = x.approximate();
  if (!approximation) throw new Error('no double-double');
  expect(holds(toInterval(approximation, 40), value)).toBe(true);
}

describe('an integer power', () => {
  it('of a rational is rational up to 512 bits, and exact up to 10,000', () => {
    expect([3, 0, -2].map((k) => rationally(integerPower(number(2, 3), k)))).toEqual(['8/27', '1', '9/4']);
    expect(integerPower(number(1n << 255n), 2).rational?.num).toBe(1n << 510n);
    expect(integerPower(number(1n << 256n), 2).rational).toBeNull();
    expect(integerPower(number(1n << 256n), 2).exact?.constant.num).toBe(1n << 512n);
    expect(integerPower(hidden(1n << 4999n), 2).exact?.constant.num).toBe(1n << 9998n);
    expect(integerPower(hidden(1n << 5000n), 2).exact).toBeNull();
  });

  it('of another number is not, but for 0 and 1', () => {
    const five = between('5');
    expect(integerPower(five, 1)).toBe(five);
    expect(rationally(integerPower(five, 0))).toBe('1');
    for (const x of [five, log2]) expect(integerPower(x, 2).exact).toBeNull();
    expect(integerPower(five, 3).enclose(20).toString()).toBe('[125, 125]');
    expect(integerPower(five, -3).enclose(20).toString()).toBe('[0.008, 0.008]');
  });

  it('of a known 0 has no negative exponent', () => {
    expect(() => integerPower(number(0), -1)).toThrow('it divides by 0');
  });

  it.each([
    [2, 22],
    [8, 22],
    [9, 23],
    [100, 24],
  ])('with exponent %i takes %i digits for 20', (k, digits) => {
    const asked: number[] = [];
    const two = real({
      enclose: (precision) => {
        asked.push(precision);
        return interval('2');
      },
    });
    integerPower(two, k).enclose(20);
    expect(asked).toEqual([digits]);
  });

  it('has a double-double where the number has', () => {
    approximates(integerPower(fast(5), 3), Rational.of(125));
    expect(integerPower(between('5'), 3).approximate()).toBeNull();
  });
});

describe('a root', () => {
  it('of a rational is rational where it is', () => {
    expect(rationally(squareRoot(number(4, 9)))).toBe('2/3');
    expect(rationally(squareRoot(number(0)))).toBe('0');
    expect(rationally(rootedPower(number(8), cubeRoot))).toBe('2');
    expect(rationally(rootedPower(number(4, 9), Rational.of(3, 2)))).toBe('8/27');
    expect(rationally(rootedPower(number(4, 9), Rational.of(-3, 2)))).toBe('27/8');
    expect(rationally(rootedPower(number(16), Rational.of(2, 4)))).toBe('4');
    for (const [num, den] of [
      [2, 9],
      [4, 3],
      [7, 5],
    ] as const)
      expect(squareRoot(number(num, den)).rational).toBeNull();
  });

  it('has a degree, an exponent and operands of bounded size', () => {
    expect(rationally(rootedPower(number(1n << 64n), Rational.of(1, 64)))).toBe('2');
    expect(rootedPower(number(1n << 65n), Rational.of(1, 65)).rational).toBeNull();
    expect(rationally(rootedPower(number(8), Rational.of(64, 3)))).toBe(`${1n << 64n}`);
    expect(rootedPower(number(8), Rational.of(65, 3)).rational).toBeNull();
    expect(rationally(squareRoot(number(9n << 508n)))).toBe(`${3n << 254n}`);
    expect(squareRoot(number(1n << 512n)).rational).toBeNull();
  });

  it('is exact where the exact form of the number shows it', () => {
    expect(exactly(squareRoot(hidden(4, 9)))).toBe('2/3');
    expect(exactly(squareRoot(hidden(0)))).toBe('0');
    for (const x of [hidden(-4), hidden(2), log2, between('4')]) expect(squareRoot(x).exact).toBeNull();
  });

  it('is enclosed as the field does, the square root by its own function', () => {
    const field = intervals(20);
    const five = field.integer(5);
    expect(squareRoot(between('5')).enclose(20).toString()).toBe(field.sqrt(five).toString());
    expect(rootedPower(between('5'), cubeRoot).enclose(20).toString()).toBe(field.pow(five, cubeRoot).toString());
  });

  it('of a negative number is refused', () => {
    expect(() => squareRoot(number(-1, 3))).toThrow('it takes a root of -1/3');
    const message = 'it takes a root of a negative number';
    expect(() => squareRoot(between('-2', '-1')).enclose(20)).toThrow(message);
    const touching = real({ enclose: () => interval('-2', '1'), exact: () => log(1, 2) });
    expect(() => squareRoot(touching).enclose(20)).toThrow(message);
    expect(() => squareRoot(touching).enclose(20)).toThrow(DomainError);
  });

  it('of an enclosure that reaches below 0 takes the rest, where the number is known not to be negative', () => {
    const touching = real({ enclose: () => interval('-2', '4'), exact: () => log(2) });
    expect(squareRoot(touching).enclose(20).toString()).toBe('[0, 2]');
    expect(squareRoot(between('0', '4')).enclose(20).toString()).toBe('[0, 2]');
    expect(() => squareRoot(between('-2', '4')).enclose(20)).toThrow(InsufficientPrecisionError);
    expect(() => squareRoot(between('-2', '4')).enclose(20)).toThrow('which contains negative numbers');
  });

  it('has a double-double where the number has one', () => {
    approximates(squareRoot(fast(25)), Rational.of(5));
    approximates(rootedPower(fast(8), cubeRoot), Rational.of(2));
    expect(squareRoot(between('25')).approximate()).toBeNull();
    expect(rootedPower(between('8'), cubeRoot).approximate()).toBeNull();
    const uncertain = real({
      enclose: () => interval('-1', '1'),
      approximate: () => ({ hi: 2 ** -60, lo: 0, error: 1 }),
    });
    expect(rootedPower(uncertain, cubeRoot).approximate()).toBeNull();
  });
});

it('a real power is e to the power of exponent times logarithm', () => {
  expect(exactly(realPower(number(2), number(3)))).toBe('8');
  expect(exactly(realPower(number(2), number(-3)))).toBe('1/8');
  expect(realPower(number(2), between('0.5')).enclose(10).overlaps(interval('1.414213562', '1.414213563'))).toBe(true);
});
