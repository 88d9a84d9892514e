import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberSyntaxError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { anyRational, SEED } from './arbitraries.ts';

const parsed = (text: string): string => Rational.parse(text).toString();

describe('Rational.parse reads exactly', () => {
  it.each([
    ['0.1', '1/10'],
    ['3', '3'],
    ['+3', '3'],
    ['-3', '-3'],
    ['1/5', '1/5'],
    ['-2/4', '-1/2'],
    ['007/021', '1/3'],
    ['0', '0'],
    ['-0', '0'],
    ['0/7', '0'],
    ['0.250', '1/4'],
    ['-1.5', '-3/2'],
    ['.5', '1/2'],
    ['-.5e1', '-5'],
    ['.25e-1', '1/40'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['12e-1', '6/5'],
    ['1.25e2', '125'],
    ['2.5e-3', '1/400'],
    ['  1/5\n', '1/5'],
    ['0.1000000000000000055511151231257827', '1000000000000000055511151231257827/10000000000000000000000000000000000'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('%s as %s', (text, value) => {
    expect(parsed(text)).toBe(value);
  });

  it('large exponents in full', () => {
    expect(parsed('1e400')).toBe(`1${'0'.repeat(400)}`);
    expect(parsed('1e-400')).toBe(`1/1${'0'.repeat(400)}`);
  });

  it('numbers up to the limit of 10,000 digits', () => {
    expect(Rational.parse('9'.repeat(10_000)).num).toBe(10n ** 10_000n - 1n);
    expect(Rational.parse('1e10000').num).toBe(10n ** 10_000n);
    expect(Rational.parse('1e-10000').den).toBe(10n ** 10_000n);
  });

  it('to a result in lowest terms with a positive denominator', () => {
    const { num, den } = Rational.parse('-6/4');
    expect([num, den]).toEqual([-3n, 2n]);
  });

  it('whatever toString prints', () => {
    fc.assert(
      fc.property(anyRational, (q) => Rational.parse(q.toString()).equals(q)),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('Rational.parse refuses with a NumberSyntaxError that quotes', () => {
  it.each([
    '',
    ' ',
    'ten',
    '1/',
    '/2',
    '1/2/3',
    '1/-2',
    '1/ 2',
    '--1',
    '1,5',
    '1_000',
    '0x10',
    '1e',
    'e3',
    '1e1.5',
    '.',
    '1/2e3',
    '1.5/2',
    'NaN',
    'Infinity',
    '∞',
    '½',
    '٣',
  ])('the text %j', (text) => {
    expect(() => Rational.parse(text)).toThrow(NumberSyntaxError);
    expect(() => Rational.parse(text)).toThrow(`${JSON.stringify(text)} is not a number like 3, 1/5 or 0.25`);
  });

  it('a zero denominator', () => {
    expect(() => Rational.parse('1/0')).toThrow(NumberSyntaxError);
    expect(() => Rational.parse('-5/000')).toThrow('"-5/000" has denominator 0');
  });

  it.each([
    '1e10001',
    '1e-10001',
    '0.1e-10000',
    '1e99999999999999999999',
    `1${'0'.repeat(10_000)}`,
    `1/1${'0'.repeat(10_000)}`,
  ])('more than 10,000 digits (case %#)', (text) => {
    expect(() => Rational.parse(text)).toThrow(NumberSyntaxError);
    expect(() => Rational.parse(text)).toThrow('has more than 10000 digits');
  });

  it('only the first 40 characters of a long text', () => {
    expect(() => Rational.parse('x'.repeat(100))).toThrow(`"${'x'.repeat(40)}…"`);
    expect(() => Rational.parse('x'.repeat(40))).toThrow(`"${'x'.repeat(40)}"`);
  });
});
