import { describe, expect, it } from 'vitest';
import { listed, range, within } from '../../src/analysis/words.ts';

describe('numbers in words', () => {
  it.each([
    [0.62461, { lower: 0.60641, upper: 0.64279 }, '0.6246 (0.6064 … 0.6428)'],
    [-148.04, { lower: -149.91, upper: -146.19 }, '-148.0 (-150.0 … -146.1)'],
    [0, { lower: 0, upper: 0 }, '0.000 (0.000 … 0.000)'],
    [5.19e-21, { lower: 4.2e-21, upper: 9.9876e-21 }, '5.190e-21 (4.200e-21 … 9.988e-21)'],
    [1.23456e30, null, '1.235e30'],
    [-2e-7, null, '-2.000e-7'],
  ])('%s within %j', (estimate, interval, words) => {
    expect(within(estimate, interval)).toBe(words);
  });

  it('rounds ranges outward, and cuts long lists', () => {
    expect(range({ lower: 0.1234, upper: 0.5678 })).toBe('0.123 … 0.568');
    expect(range({ lower: 1e-12, upper: 0.75 }, 0, 0.75)).toBe('0.000 … 0.750');
    expect(listed(['1', '2'])).toBe('1, 2');
    expect(listed(Array.from({ length: 20 }, (_, i) => String(i)))).toBe(
      '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 8 more',
    );
  });
});
