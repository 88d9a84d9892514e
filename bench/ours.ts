/** The subjects that run in this process: our tiers, and plain JavaScript without any guarantee. */

import { bitLength } from '../src/arithmetic/bigint.ts';
import { FixedField } from '../src/arithmetic/fixed-field.ts';
import type { FixedInterval } from '../src/arithmetic/fixed-point.ts';
import { intervals } from '../src/arithmetic/interval-field.ts';
import { Rational } from '../src/arithmetic/rational.ts';
import { klByGap } from '../src/kernels/gap.ts';
import { klKernel } from '../src/kernels/kl.ts';
import { kl } from '../src/quantities/kl.ts';
import { bestOf } from '../src/selection/best-of.ts';
import { Law } from '../src/selection/law.ts';
import { boundsOfApproximation, boundsOfDecimals, boundsOfDouble } from './bounds.ts';
import { inProcess, type Subject } from './subject.ts';
import type { Task } from './task.ts';

const DIGITS = 50;
const BITS_PER_DIGIT = 3.322;

/** The working precision of BestOfN for `DIGITS` digits, with guard bits for the smallest mass, for n and for K. */
function fixedBits({ weights, draws }: Task): number {
  const { policy, size } = weights;
  const smallest = policy.weights.reduce((a, b) => (b < a ? b : a));
  const guard = bitLength(policy.total / smallest) + 2 * bitLength(BigInt(draws)) + bitLength(BigInt(size)) + 16;
  return Math.ceil((DIGITS * BITS_PER_DIGIT + guard) / 64) * 64;
}

/** Sums to the last outcome, like the other subjects: `klKernel` is told not to stop early. */
const doubleDouble = inProcess({
  id: 'double-double',
  name: 'double-double',
  guarantee: 'enclosure',
  ours: true,
  source: 'src/kernels/kl.ts',
  evaluation({ weights, draws }) {
    const { sums } = weights;
    return () => klKernel(sums, draws, 0);
  },
  bounds: boundsOfApproximation,
});

/**
 * Sums to the last outcome too. Its sums from above belong to the form of the weights, like the cumulative ones, and are computed
 * beforehand. Its tables for one n are kept between evaluations; gap.c does the same.
 */
const gap = inProcess({
  id: 'gap',
  name: 'gap in doubles',
  guarantee: 'enclosure',
  ours: true,
  source: 'src/kernels/gap.ts',
  evaluation({ weights, draws }) {
    const { sums } = weights;
    void sums.above;
    return () => klByGap(sums, draws, 0);
  },
  bounds: boundsOfApproximation,
});

/** Makes a new law each time, so that nothing is cached except the field's tables of constants. */
const fixedPoint = inProcess<{ field: FixedField; sum: FixedInterval }>({
  id: 'fixed-50',
  name: `fixed point, ${DIGITS} digits`,
  guarantee: 'enclosure',
  ours: true,
  source: 'src/arithmetic/fixed-field.ts',
  evaluation(task) {
    const { policy } = task.weights;
    const field = new FixedField(fixedBits(task));
    return () => ({ field, sum: kl(new Law(field, policy, bestOf(task.draws))) });
  },
  bounds({ field, sum }) {
    const unit = 1n << BigInt(field.bits);
    return { lo: Rational.of(sum.lo, unit), hi: Rational.of(sum.hi, unit) };
  },
});

const decimals = inProcess({
  id: 'decimal-50',
  name: `decimal.js intervals, ${DIGITS} digits`,
  guarantee: 'enclosure',
  ours: true,
  source: 'src/arithmetic/interval-field.ts',
  evaluation({ weights, draws }) {
    const { policy } = weights;
    return () => kl(new Law(intervals(DIGITS), policy, bestOf(draws)));
  },
  bounds: ({ lo, hi }) => boundsOfDecimals(lo, hi),
});

/** The naive program that ignores rounding. NOT rigorous. */
const plain = inProcess({
  id: 'js',
  name: 'plain JavaScript',
  guarantee: 'none',
  ours: false,
  source: 'bench/ours.ts',
  evaluation({ weights, draws }) {
    const { cumulative } = weights.sums;
    return () => naive(cumulative, draws);
  },
  bounds: boundsOfDouble,
});

function naive(cumulative: Float64Array, n: number): number {
  const last = cumulative.length - 1;
  const total = cumulative[last] as number;
  let sum = 0;
  let below = 0;
  for (let i = 1; i <= last; i += 1) {
    const c = cumulative[i] as number;
    const upTo = (c / total) ** n;
    const pi = upTo - below;
    if (pi > 0) sum += pi * Math.log((pi * total) / (c - (cumulative[i - 1] as number)));
    below = upTo;
  }
  return sum;
}

/** In the order of the tables. A new subject is one more entry here, or in `PEERS` where it is another program. */
export const IN_PROCESS: readonly Subject[] = [gap, doubleDouble, fixedPoint, decimals, plain];
