import { Decimal } from 'decimal.js';
import { type PrintedInterval, printReal } from '../arithmetic/print.ts';
import { Rational } from '../arithmetic/rational.ts';
import { multiple, type Real, rationalReal, sum } from '../arithmetic/real.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import type { Distinct } from './distinct.ts';

/** The analytical formula beside the KL and other quantities, for one n, over the empirical policies of all prompts. All are enclosures. */
export interface SampleRow {
  readonly n: number;
  readonly formula: PrintedInterval;
  readonly kl: { readonly mean: PrintedInterval; readonly min: PrintedInterval; readonly max: PrintedInterval };
  readonly estimatorMean: PrintedInterval;
  readonly winRate: PrintedInterval;
  readonly winRateBound: PrintedInterval;
}

const DIGITS = 12;

/** The row for one n, over policies with their numbers of prompts. There must be at least one policy. */
export function sampleRow(policies: Distinct['policies'], n: number): SampleRow {
  const groups = policies.map(({ policy, prompts }): Group => {
    const q = new BestOfN(policy, n);
    return { q, prompts, kl: print(q.kl) };
  });
  const { q: first } = groups[0] as Group;
  return {
    n,
    formula: print(first.atomlessKl),
    kl: { mean: print(mean(groups, (q) => q.kl)), ...extremes(groups.map(({ kl }) => kl)) },
    estimatorMean: print(mean(groups, (q) => q.estimatorMean)),
    winRate: print(mean(groups, (q) => q.winRate)),
    winRateBound: print(first.winRateBound),
  };
}

/** The prompts of one policy: their number and their common quantities. */
interface Group {
  readonly q: BestOfN;
  readonly prompts: number;
  readonly kl: PrintedInterval;
}

function print(value: Real): PrintedInterval {
  return printReal(value, DIGITS);
}

/** The mean over prompts. */
function mean(groups: readonly Group[], of: (q: BestOfN) => Real): Real {
  const prompts = groups.reduce((sum, group) => sum + group.prompts, 0);
  return multiple(
    Rational.of(1, prompts),
    total(groups.map((group) => multiple(Rational.of(group.prompts), of(group.q)))),
  );
}

/** A sum by halves: a sum one by one would nest as deeply as there are prompts. */
function total(values: readonly Real[]): Real {
  if (values.length <= 1) return values[0] ?? rationalReal(Rational.ZERO);
  const half = values.length >> 1;
  return sum(total(values.slice(0, half)), total(values.slice(half)));
}

/**
 * Enclosures of the least and the largest of enclosed numbers. The least lies between the least lower end and the least upper end; the
 * largest likewise. Which number it is need not be known: comparing two equal ones without exact forms might never end.
 */
function extremes(values: readonly PrintedInterval[]): {
  readonly min: PrintedInterval;
  readonly max: PrintedInterval;
} {
  const ends = (end: 'lo' | 'hi', isBetter: (a: Decimal, b: Decimal) => boolean): string =>
    values
      .map((value) => value[end])
      .reduce((best, text) => (isBetter(new Decimal(text), new Decimal(best)) ? text : best));
  const isLess = (a: Decimal, b: Decimal): boolean => a.lt(b);
  const isMore = (a: Decimal, b: Decimal): boolean => a.gt(b);
  return {
    min: { lo: ends('lo', isLess), hi: ends('hi', isLess) },
    max: { lo: ends('lo', isMore), hi: ends('hi', isMore) },
  };
}
