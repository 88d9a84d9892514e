import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const fair = new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2);

describe('console.log shows', () => {
  it.each<[string, unknown, string]>([
    ['a number with its exact form', fair.kl, 'Real 3/4*log(3) - log(2), in [0.13081203, 0.13081204]'],
    ['a rational that its exact form shows', fair.winRate, 'Real 5/8, 0.625'],
    ['a rational', rationalReal(Rational.of(2, 3)), 'Real 2/3, in [0.66666666, 0.66666667]'],
    ['an integer', rationalReal(Rational.of(7)), 'Real 7'],
    ['0', new BestOfN(FinitePolicy.fromWeights([1n]), 2).kl, 'Real 0'],
    [
      'a number without an exact form',
      real({ enclose: (digits) => intervals(digits).sqrt(intervals(digits).integer(2)) }),
      'Real in [1.4142135, 1.4142136]',
    ],
    ['an exact rational', Rational.of(2, 6), 'Rational 1/3'],
    ['an exact form', LogForm.log(Rational.of(2)), 'LogForm log(2)'],
    ['an interval', intervals(3).rational(Rational.of(2, 3)), 'Interval [0.666, 0.667]'],
  ])('%s', (_, value, text) => {
    expect(inspect(value)).toBe(text);
    expect(inspect({ value })).toBe(`{ value: ${text} }`);
  });

  it('no long form', () => {
    const kl = new BestOfN(FinitePolicy.fromWeights([1n, 20n, 300n, 4000n]), 9).kl;
    expect(inspect(kl)).toMatch(/^Real in \[0\.0\d{8}, 0\.0\d{8}\]$/);
  });

  it('a form of 60 characters, and none of 61', () => {
    const ofDigits = (digits: number): string => inspect(rationalReal(Rational.of(10n ** BigInt(digits - 1))));
    expect(ofDigits(60)).toBe(`Real 1${'0'.repeat(59)}, 1e+59`);
    expect(ofDigits(61)).toBe('Real 1e+60');
  });

  it('what few digits give, and asks for no more', () => {
    const asked: number[] = [];
    const deep = real({
      enclose: (digits) => {
        asked.push(digits);
        return intervals(digits).sqrt(intervals(digits).integer(3));
      },
    });
    expect(inspect(deep)).toBe('Real in [1.7320508, 1.7320509]');
    expect(asked).toEqual([20]);
  });

  it('that a number has no enclosure', () => {
    const none = real({
      enclose: () => {
        throw new InsufficientPrecisionError('too few digits');
      },
    });
    expect(inspect(none)).toBe('Real not enclosed by 20 digits');
  });

  it('no number whose code throws another error', () => {
    const broken = real({
      enclose: () => {
        throw new DomainError('never');
      },
    });
    expect(() => inspect(broken)).toThrow('never');
  });
});
