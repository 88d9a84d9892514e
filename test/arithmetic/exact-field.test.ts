import { expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

const [zero, third, half] = [Rational.ZERO, Rational.of(1, 3), Rational.of(1, 2)];

it('a·log(a/b) of the exact field is 0 at a = 0, and a logarithm elsewhere', () => {
  expect(exactField.relativeEntropy(zero, half).isZero()).toBe(true);
  expect(exactField.relativeEntropy(half, third).toString()).toBe('1/2*log(3) - 1/2*log(2)');
});
