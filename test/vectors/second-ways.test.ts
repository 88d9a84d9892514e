import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../scripts/vectors/problem.ts';
import type { Value, Vector } from '../../scripts/vectors/schema.ts';
import { problemOf } from '../../scripts/vectors/values.ts';
import { printReal } from '../../src/arithmetic/print.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { estimatorBest, estimatorMean } from '../../src/quantities/estimator.ts';
import { kl } from '../../src/quantities/kl.ts';
import { sumOfLocalGaps } from '../../src/quantities/local-gap.ts';
import { renyiEntropy } from '../../src/quantities/renyi.ts';
import { winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import { enumerate, isEnumerable } from '../../src/selection/oracles/enumerate.ts';
import { interval } from '../arithmetic/exact.ts';
import { files } from './folder.ts';

const instances = files().flatMap((file) => file.instances);

describe('the stated values', () => {
  const chosen = [
    'uniform K=10, n=16',
    'weights 2,1,1, n=4',
    'best about 10^-30, n=1000',
    'top three of five, level, n=10',
    'mixed, order against mass, order, n=7',
    '30 digits, K=5, n=50',
    'weights 3,1,2, n=1000000',
  ];

  it.each(chosen)('hold the enclosures of decimal intervals, for %s', (name) => {
    const vector = instances.find((instance) => instance.name === name) as Vector;
    for (const [key, other] of Object.entries(inDecimals(vector))) {
      const { lo, hi } = vector.values[key as keyof ReturnType<typeof inDecimals>];
      const stated = interval(lo, hi);
      const found = stated.isPoint() ? other.contains(stated) : stated.contains(other);
      expect(found, `${key}: ${stated} and ${other}`).toBe(true);
    }
  });
});

/** The other arithmetic, and for gap and win rate another formula too. */
function inDecimals(vector: Vector) {
  const q = quantitiesOf(problemOf(vector));
  return {
    kl: q.inDecimals(kl, 120),
    gap: q.inDecimals(sumOfLocalGaps, 120),
    winRate: new BestOfN(q.policy.byLevel(), q.n).inDecimals(winRateByTrapezoids, 120),
    estimatorMean: q.inDecimals(estimatorMean, 120),
    estimatorBest: q.inDecimals(estimatorBest, 120),
    renyi2: q.inDecimals(({ field, policy }) => renyiEntropy(field, policy, 2), 120),
    renyi3: q.inDecimals(({ field, policy }) => renyiEntropy(field, policy, 3), 120),
  };
}

describe('law, win rate and KL from the list of all draws', () => {
  /** So many lists of draws take no time. */
  const LISTS = 1000;
  /** Enough for the KL beside an outcome of mass 10^-324, which lies within 10^-324 of itself from a short decimal. */
  const DIGITS = 800;
  const enumerable = instances.filter((vector) => {
    const { policy, n } = quantitiesOf(problemOf(vector));
    return n > 1 && vector.values.pmf !== undefined && isEnumerable(policy, n, LISTS);
  });
  const ends = ({ lo, hi }: Value) => ({ lo, hi });
  const printed = (value: Rational) => printReal(rationalReal(value), 50);

  it('are at hand for every rule of ties', () => {
    expect(enumerable.length).toBeGreaterThanOrEqual(100);
    const rules = enumerable.filter(({ ranks }) => new Set(ranks).size < ranks.length).map(({ ties }) => ties);
    expect(new Set(rules)).toEqual(new Set(['level', 'order']));
  });

  it('are as stated', () => {
    for (const vector of enumerable) {
      const { policy, n } = quantitiesOf(problemOf(vector));
      const { pmf, winRate, kl } = enumerate(policy, n);
      const { lo, hi } = vector.values.kl;
      expect(vector.values.pmf?.map(ends), vector.name).toEqual(pmf.map(printed));
      expect(ends(vector.values.winRate), vector.name).toEqual(printed(winRate));
      if (lo === '0') expect(kl.isZero(), vector.name).toBe(true);
      else expect(interval(lo, hi).contains(kl.enclose(DIGITS)), vector.name).toBe(true);
    }
  });
});
