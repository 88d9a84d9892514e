import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { gapBracket } from '../estimates/statistics.ts';
import type { PromptLevels } from './collect.ts';
import { knownOf } from './known.ts';
import type { Support } from './support.ts';

/** How many prompts have which KL at one n, in columns of equal width from 0 to the formula. */
export interface Histogram {
  readonly n: number;
  /** The formula at n, the end of the last column. */
  readonly top: number;
  readonly counts: readonly number[];
}

/** The estimate of one prompt needs this many times as many samples as draws, or it is nearly that of one choice of draws. */
const ENOUGH = 2;
/** At n = 2 samples bound the KL of a prompt from one side only. */
const LEAST_OF_SAMPLES = 3;

/**
 * The prompts by the middle of their estimated KL, at the largest n of these from 3 on that is at most half of each prompt’s samples;
 * null where there is none. Guarantee: none; the estimates of single prompts scatter by chance.
 */
export function histogramOfSamples(prompts: readonly PromptLevels[], draws: readonly number[]): Histogram | null {
  const fewest = prompts.reduce((least, prompt) => Math.min(least, samplesOf(prompt)), Number.POSITIVE_INFINITY);
  const n = draws.filter((n) => n >= LEAST_OF_SAMPLES && ENOUGH * n <= fewest).at(-1);
  if (n === undefined || prompts.some((prompt) => gapBracket(prompt, n).draws < n)) return null;
  return histogram(
    prompts.map((prompt) => {
      const { lower, upper } = gapBracket(prompt, n);
      return formula(n) - (lower + upper) / 2;
    }),
    n,
  );
}

/** The prompts by their KL, at the largest n of these; null where that is 1. Guarantee: certified up to the rounding at the ends of columns. */
export function histogramOfSupport(prompts: readonly Support[], draws: readonly number[]): Histogram | null {
  const n = draws.at(-1);
  if (n === undefined || n === 1) return null;
  return histogram(
    prompts.map((prompt) => knownOf(prompt, n).kl.lower),
    n,
  );
}

const [FEWEST, MOST] = [12, 40];

/** Columns by the rule of Rice: twice the cube root of the number of values. */
function histogram(values: readonly number[], n: number): Histogram {
  const columns = Math.min(MOST, Math.max(FEWEST, Math.ceil(2 * Math.cbrt(values.length))));
  const counts = new Array<number>(columns).fill(0);
  const top = formula(n);
  for (const value of values) {
    const column = Math.min(columns - 1, Math.max(0, Math.floor((value / top) * columns)));
    counts[column] = (counts[column] as number) + 1;
  }
  return { n, top, counts };
}
