import { describe, expect, it } from 'vitest';
import type { PromptLevels } from '../../src/analysis/collect.ts';
import { histogramOfSamples, histogramOfSupport } from '../../src/analysis/histogram.ts';

const prompt = (...counts: number[]): PromptLevels => ({
  prompt: 'p',
  place: 'f:1',
  counts,
  rewards: counts.map((_, i) => i),
});
const distinct = prompt(...Array<number>(8).fill(1));

/** The columns that are not empty, with the number of columns as the last. */
const filled = (counts: readonly number[] = []): number[][] =>
  counts.flatMap((count, i) => (count > 0 ? [[i, count]] : [])).concat([[counts.length]]);

describe('the histogram of prompts', () => {
  it('has prompts without a choice first, and those without ties last', () => {
    const found = histogramOfSamples([prompt(8), distinct, prompt(9), distinct, distinct], [4]);
    expect(found).toMatchObject({ n: 4, top: expect.closeTo(Math.log(4) - 3 / 4, 12) });
    expect(filled(found?.counts)).toEqual([[0, 2], [11, 3], [12]]);
  });

  it('is at the largest n from 3 on that is at most half of each prompt’s samples', () => {
    const at = (draws: readonly number[]): number | undefined => histogramOfSamples([distinct, prompt(5, 9)], draws)?.n;
    expect([at([2, 4, 8]), at([3, 5, 9]), at([3]), at([1, 2]), at([5])]).toEqual([4, 3, 3, undefined, undefined]);
  });

  it('is null where so many draws cannot be chosen from', () => {
    expect(histogramOfSamples([prompt(4_000_000, 4_000_000)], [1_500_000])).toBeNull();
  });

  it('has more columns for more prompts', () => {
    const columns = (prompts: number): number | undefined =>
      histogramOfSamples(Array(prompts).fill(distinct), [4])?.counts.length;
    expect([1, 1000, 100_000].map(columns)).toEqual([12, 20, 40]);
  });

  it('is at the largest n where all answers have probabilities', () => {
    const [one, two] = [
      { prompt: 'a', place: 'f:1', weights: [1n], ranks: [0], rewards: null },
      { prompt: 'b', place: 'f:2', weights: [1n, 1n], ranks: [0, 1], rewards: null },
    ];
    // KL = log 2 up to 1e-29 at n = 100, of 3.615: in the third of 12 columns.
    expect(filled(histogramOfSupport([one, two, two], [2, 100])?.counts)).toEqual([[0, 1], [2, 2], [12]]);
    expect(histogramOfSupport([one], [1])).toBeNull();
  });
});
