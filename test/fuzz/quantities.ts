/** What the library says of an instance: each number in every tier that it has. */

import { claim as estimatorUpper } from '../../properties/beirami-2024/estimator-upper.ts';
import { claim as klBound } from '../../properties/beirami-2024/kl-bound.ts';
import { claim as winRate } from '../../properties/beirami-2024/win-rate.ts';
import { claim as chiSquare } from '../../properties/mroueh-2024/chi-square.ts';
import { claim as hellinger } from '../../properties/mroueh-2024/hellinger.ts';
import { claim as likelihoodRatio } from '../../properties/mroueh-2024/likelihood-ratio.ts';
import { claim as renyi } from '../../properties/mroueh-2024/renyi-divergence.ts';
import { claim as reverseKl } from '../../properties/mroueh-2024/reverse-kl.ts';
import { claim as totalVariation } from '../../properties/mroueh-2024/total-variation.ts';
import { claim as betterEstimator } from '../../properties/ours/better-estimator.ts';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import type { PrintedInterval } from '../../src/arithmetic/print.ts';
import { printInterval, printReal } from '../../src/arithmetic/print.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { bestOfNAt, type Instance } from '../../src/claims/instance.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Sample } from './instances.ts';

const ALWAYS = [klBound, winRate];
const NOW_AND_THEN = [chiSquare, hellinger, reverseKl, renyi, likelihoodRatio, estimatorUpper, betterEstimator];
const EACH = 8;

/** The names of the claims' numbers, and the oracle's for the same. */
const NAMES: Readonly<Record<string, string>> = {
  KL: 'KL',
  'log n − (n−1)/n': 'D',
  W: 'W',
  'n/(n+1)': 'BOUND:W',
  'χ²': 'CHI',
  '(n−1)²/(2n−1)': 'BOUND:C',
  'H²': 'HELL',
  '2(1 − 2√n/(n+1))': 'BOUND:H',
  'KL(p‖π)': 'RKL',
  'n − 1 − log n': 'BOUND:R',
  'log max π/p': 'RATIO',
  'log n': 'LOGN',
  TV: 'TV',
  'E D̂_n(p(y))': 'ED',
  'E D̂*_n(p(y))': 'EDS',
};

function oracleName(name: string): string | undefined {
  const order = /^(bound of )?D_(\d+(?:\/\d+)?)$/.exec(name);
  if (order) return `${order[1] ? 'RENYIBOUND' : 'RENYI'}:${order[2]}`;
  return NAMES[name];
}

/** Differences this much smaller than their sides need more digits than a fuzzer has time for. */
const MAX_BITS = 2_000;

/** n·log₂(a/b), roughly. */
function bits(n: number, a: bigint, b: bigint): number {
  return b === 0n ? 0 : n * (a / b).toString(2).length;
}

/**
 * How many bits below the KL the gap may lie. What is left of the other outcomes is as (1 − p_K)^n; and where the highest atom ends at F,
 * with continuous parts above it, the gap is as F^n.
 */
function depth({ weights, n, continuousParts = [] }: Instance): number {
  const total = sumOf(weights);
  const rest = total - (weights.at(-1) as bigint);
  const highest = weights.findLastIndex((_, index) => !continuousParts.includes(index));
  const upTo = sumOf(weights.slice(0, highest + 1));
  return Math.max(bits(n, total, rest), highest === weights.length - 1 ? 0 : bits(n, total, upTo));
}

function realsOf({ instance, picks }: Sample, q: BestOfN): Map<string, Real> {
  const found = new Map<string, Real>();
  const others = instance.continuousParts ? NOW_AND_THEN : [...NOW_AND_THEN, totalVariation];
  for (const claim of [...ALWAYS, ...others.filter(() => picks(EACH))]) {
    for (const { left, right } of claim.relations(q)) {
      for (const { name, value } of [left, right]) {
        const known = oracleName(name);
        if (known) found.set(known, value);
      }
    }
  }
  if (depth(instance) < MAX_BITS) found.set('GAP', q.gap);
  return found;
}

export interface Said {
  readonly name: string;
  readonly enclosure: PrintedInterval;
}

/** A number in every tier that it has. `declined` counts what the library says that it cannot print. */
export function inEveryTier(name: string, value: Real, digits: number): { said: Said[]; declined: number } {
  const said: Said[] = [];
  let declined = 0;
  try {
    said.push({ name, enclosure: printReal(value, digits) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    declined = 1;
  }
  const approximation = value.approximate();
  if (approximation) said.push({ name, enclosure: printInterval(toInterval(approximation, 60), 60) });
  if (digits <= 50) said.push({ name, enclosure: printInterval(value.enclose(digits), digits + 20) });
  return { said, declined };
}

/** @returns what is said of a sample, and how many numbers the library declined to print */
export function said(sample: Sample): { said: Said[]; declined: number } {
  const each = [...realsOf(sample, bestOfNAt(sample.instance))].map(([name, value]) =>
    inEveryTier(name, value, sample.digits),
  );
  return { said: each.flatMap((one) => one.said), declined: each.reduce((sum, { declined }) => sum + declined, 0) };
}

/** The line of an instance for the oracle. */
export function lineOf(id: string, { instance, digits }: Sample, all: readonly Said[]): string {
  const { weights, ranks, n, ties, continuousParts = [] } = instance;
  const [num, den] = ratioOf(n);
  const outcomes = weights.flatMap((weight, i) => [weight, ranks[i], continuousParts.includes(i) ? 1 : 0]);
  const quantities = all.flatMap(({ name, enclosure: { lo, hi } }) => [name, lo, hi]);
  return [id, digits, num, den, ties ? 'O' : 'L', weights.length, ...outcomes, all.length, ...quantities].join(' ');
}

/** The exact binary value of a double ≥ 1 as a ratio of integers. */
export function ratioOf(n: number): [bigint, bigint] {
  let den = 1n;
  let scaled = n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    den *= 2n;
  }
  return [BigInt(scaled), den];
}
