import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { checkReals, isReal } from '../../src/arithmetic/real-interface.ts';

const [approximate, enclose] = [() => null, () => null];

describe('a value from code without type checks', () => {
  it('is a real where it is an object with both methods', () => {
    expect(isReal(rationalReal(Rational.ONE))).toBe(true);
    expect(isReal({ approximate, enclose })).toBe(true);
  });

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['a number', 1],
    ['an object without the methods', {}],
    ['an object without enclosures', { approximate }],
    ['an object without double-doubles', { enclose }],
    ['an object whose enclosures are a number', { approximate, enclose: 1 }],
    ['a function with both methods', Object.assign(() => null, { approximate, enclose })],
  ])('is none where it is %s', (_, value) => {
    expect(isReal(value)).toBe(false);
    expect(() => checkReals(rationalReal(Rational.ONE), value)).toThrow(`${String(value)} is not a real: write`);
  });
});
