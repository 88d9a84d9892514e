import { describe, expect, it } from 'vitest';
import { checkDraws, MAX_DRAWS, parseDraws } from '../../src/policy/draws.ts';
import { InputError } from '../../src/policy/errors.ts';

describe('parseDraws', () => {
  it.each([
    ['1', 1],
    ['+7', 7],
    [' 16 ', 16],
    ['007', 7],
    ['1000000000', 1_000_000_000],
  ])('reads %j', (text, n) => {
    expect(parseDraws(text)).toBe(n);
  });

  it.each([
    ['0', '0'],
    ['-3', '-3'],
    ['2.5', '2.5'],
    ['1e3', '1e3'],
    ['10^400', '10^400'],
    ['ten', 'ten'],
    ['', 'empty'],
    ['1000000001', '1000000001'],
    ['9'.repeat(13), '9'.repeat(13)],
    ['9'.repeat(400), `${'9'.repeat(40)}…`],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['0x10', '0x10'],
    ['1/1', '1/1'],
  ])('refuses %j and shows it', (text, shown) => {
    expect(() => parseDraws(text)).toThrow(InputError);
    expect(() => parseDraws(text)).toThrow(new InputError(`n must be an integer from 1 to 1000000000, not ${shown}`));
  });
});

describe('checkDraws', () => {
  it('returns what lies in 1…10^9', () => {
    expect([1, 2, MAX_DRAWS].map(checkDraws)).toEqual([1, 2, 1_000_000_000]);
  });

  it.each([0, -0, -3, 2.5, 1_000_000_001, Number.POSITIVE_INFINITY, Number.NaN])('refuses %s', (n) => {
    expect(() => checkDraws(n)).toThrow(InputError);
    expect(() => checkDraws(n)).toThrow(`n must be an integer from 1 to 1000000000, not ${n}`);
  });
});
