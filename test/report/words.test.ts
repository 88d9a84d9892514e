import { describe, expect, it } from 'vitest';
import { instanceInWords, tiersInWords } from '../../src/report/words.ts';

const many = Array<string>(50).fill('1');

describe('an instance in words', () => {
  it.each([
    [{ weights: ['1', '1'], n: 2 }, 'weights 1, 1, n = 2'],
    [{ weights: many, ranks: many.map((_, at) => at >> 1), n: 2 }, '50 weights, 25 levels, n = 2'],
    [{ weights: many, continuousParts: many.map((_, at) => at), n: 2 }, '50 weights, continuous at 50 of them, n = 2'],
    [{ weights: ['1', '2', '3'], ranks: [0, 0, 1], n: 4 }, 'weights 1, 2, 3, levels 0, 0, 1, n = 4'],
    [{ weights: Array(16).fill('1'), n: 2 }, `weights ${Array(16).fill('1').join(', ')}, n = 2`],
    [{ weights: Array(17).fill('1'), n: 2 }, '17 weights, n = 2'],
    [{ weights: [`1${'0'.repeat(60)}`], n: 5 }, '1 weights, n = 5'],
  ])('%o', (instance, words) => {
    expect(instanceInWords(instance)).toBe(words);
  });
});

describe('tiers in words', () => {
  it.each([
    [
      { exact: 40, doubleDouble: 50, intervals: { '40': 10 } },
      'exactly 40 (40 %), in double-double 50 (50 %), by intervals of 40 digits 10 (10 %)',
    ],
    [
      { exact: 0, doubleDouble: 2999, intervals: { '160': 1 } },
      'in double-double 2999 (100 %), by intervals of 160 digits 1 (0.0333 %)',
    ],
    [{ exact: 7, doubleDouble: 0, intervals: {} }, 'exactly 7 (100 %)'],
    [{ exact: 0, doubleDouble: 0, intervals: {} }, 'on no instance'],
  ])('%o', (decidedBy, words) => {
    expect(tiersInWords(decidedBy)).toBe(words);
  });
});
