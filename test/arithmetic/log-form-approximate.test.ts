import { describe, expect, it } from 'vitest';
import { approximateRational } from '../../src/arithmetic/approximation.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { DIGITS, holds } from './approximation-numbers.ts';
import { log } from './exact.ts';

const third = Rational.of(1, 3);
const tiny = Rational.of(1, 2n ** 2000n);

describe('LogForm in double-doubles', () => {
  it.each<[string, LogForm]>([
    ['log 2', log(2)],
    ['3/4 log 3 − log 2 + 1/3', log(3).scale(Rational.of(3, 4)).sub(log(2)).add(LogForm.rational(third))],
    ['the logarithm of an integer beyond doubles', LogForm.log(Rational.of(7n ** 900n, 3n))],
  ])('holds %s with some 30 digits', (_, form) => {
    const result = form.approximate();
    holds(result, form.enclose(DIGITS));
    expect(result && result.error < 2 ** -95 * (1 + Math.abs(result.hi))).toBe(true);
  });

  it('is that of the rational where there are no logarithms', () => {
    expect(LogForm.rational(third).approximate()).toEqual(approximateRational(third));
  });

  it('is null where the rational part or a factor is out of range, whatever follows', () => {
    expect(LogForm.rational(tiny).add(log(2)).approximate()).toBeNull();
    expect(log(2).scale(tiny).add(log(3)).approximate()).toBeNull();
    expect(log(3).add(log(2).scale(tiny)).approximate()).toBeNull();
  });
});
