import { setImmediate } from 'node:timers/promises';
import { compare } from '../arithmetic/compare.ts';
import { type PrintedInterval, printReal } from '../arithmetic/print.ts';
import { Rational } from '../arithmetic/rational.ts';
import { multiple, type Real, rationalReal, sum } from '../arithmetic/real.ts';
import { BestOfN } from '../theory/best-of-n.ts';
import type { PromptPolicy } from './empirical-policy.ts';

/** The formula against the truth for one n, over the empirical policies of all prompts. Every number is an enclosure. */
export interface SampleRow {
  readonly n: number;
  readonly formula: PrintedInterval;
  readonly kl: { readonly mean: PrintedInterval; readonly min: PrintedInterval; readonly max: PrintedInterval };
  readonly estimatorMean: PrintedInterval;
  readonly winRate: PrintedInterval;
  readonly winRateBound: PrintedInterval;
}

const DIGITS = 12;

/** One row for each n, as many as are done when the signal comes. Yields to the event loop between prompts to hear it. */
export async function sampleTable(
  prompts: readonly PromptPolicy[],
  draws: readonly number[],
  signal?: AbortSignal,
): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  for (const n of draws) {
    const quantities: BestOfN[] = [];
    for (const { policy } of prompts) {
      const q = new BestOfN(policy, n);
      q.kl.enclose(2 * DIGITS);
      quantities.push(q);
      await setImmediate();
      if (signal?.aborted) return rows;
    }
    const kls = quantities.map((q) => q.kl);
    const [first] = quantities as [BestOfN, ...BestOfN[]];
    rows.push({
      n,
      formula: print(first.formula),
      kl: { mean: print(mean(kls)), min: print(extreme(kls, 'less')), max: print(extreme(kls, 'greater')) },
      estimatorMean: print(mean(quantities.map((q) => q.estimatorMean))),
      winRate: print(mean(quantities.map((q) => q.winRate))),
      winRateBound: print(first.winRateBound),
    });
  }
  return rows;
}

function print(value: Real): PrintedInterval {
  return printReal(value, DIGITS);
}

function mean(values: readonly Real[]): Real {
  return multiple(Rational.of(1, values.length), total(values));
}

/** A sum by halves: one by one it would nest as deeply as there are prompts. */
function total(values: readonly Real[]): Real {
  if (values.length <= 1) return values[0] ?? rationalReal(Rational.ZERO);
  const half = values.length >> 1;
  return sum(total(values.slice(0, half)), total(values.slice(half)));
}

function extreme(values: readonly Real[], order: 'less' | 'greater'): Real {
  return values.reduce((best, value) => (compare(value, best).order === order ? value : best));
}
