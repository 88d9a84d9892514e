import { describe, expect, it } from 'vitest';
import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, sum } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { distinctPolicies } from '../../src/samples/distinct.ts';
import type { PromptPolicy } from '../../src/samples/empirical-policy.ts';
import { type SampleRow, sampleRow } from '../../src/samples/table.ts';

const DIGITS = 12;
const print = (value: Real): { lo: string; hi: string } => printReal(value, DIGITS);

function prompt(weights: readonly bigint[], ranks?: readonly number[]): PromptPolicy {
  const policy = ranks ? FinitePolicy.fromRanked(weights, ranks) : FinitePolicy.fromWeights(weights);
  return { policy, samples: weights.length, duplicates: 0 };
}

function sampleTable(prompts: readonly PromptPolicy[], draws: readonly number[]): SampleRow[] {
  return draws.map((n) => sampleRow(distinctPolicies(prompts).policies, n));
}

const one = prompt([3n, 1n, 2n]);
const two = prompt([1n, 1n, 5n, 1n], [0, 1, 1, 2]);
const single = prompt([1n]);

describe('a row of the sample table', () => {
  it("is a policy's own numbers where there is one prompt", () => {
    const q = new BestOfN(one.policy, 5);
    const kl = print(q.kl);
    expect(sampleTable([one], [5])).toEqual([
      {
        n: 5,
        formula: print(q.atomlessKl),
        kl: { mean: kl, min: kl, max: kl },
        estimatorMean: print(q.estimatorMean),
        winRate: print(q.winRate),
        winRateBound: print(q.winRateBound),
      },
    ]);
  });

  it('has the mean, the least and the largest KL over several prompts', () => {
    const [small, large] = [new BestOfN(two.policy, 3), new BestOfN(one.policy, 3)];
    const mean = (a: Real, b: Real): Real => multiple(Rational.of(1, 3), sum(a, b));
    expect(Number(print(small.kl).hi)).toBeLessThan(Number(print(large.kl).lo));
    for (const prompts of [
      [one, two, single],
      [single, one, two],
      [two, single, one],
    ]) {
      const [row] = sampleTable(prompts, [3]);
      expect(row?.kl).toEqual({
        mean: print(mean(small.kl, large.kl)),
        min: { lo: '0', hi: '0' },
        max: print(large.kl),
      });
      expect(row?.estimatorMean).toEqual(print(mean(small.estimatorMean, large.estimatorMean)));
    }
  });

  it('has the mean win rate, one half for a single response', () => {
    const [row] = sampleTable([prompt([1n, 1n]), single], [2]);
    // (5/8 + 1/2) / 2
    expect(row?.winRate).toEqual({ lo: '0.5625', hi: '0.5625' });
    expect(row?.winRateBound).toEqual({ lo: '0.66666666666666', hi: '0.66666666666667' });
  });

  it('comes for each n, in the order asked for', () => {
    const rows = sampleTable([one, two], [16, 1, 4]);
    expect(rows.map(({ n }) => n)).toEqual([16, 1, 4]);
    expect(rows[1]).toMatchObject({ formula: { lo: '0', hi: '0' }, kl: { mean: { lo: '0', hi: '0' } } });
  });
});

describe('prompts of one policy', () => {
  it('count each, and are worked out once', () => {
    const [small, large] = [new BestOfN(two.policy, 3), new BestOfN(one.policy, 3)];
    const [row] = sampleTable([two, one, { ...two }], [3]);
    const mean = (a: Real, b: Real): Real => multiple(Rational.of(1, 3), sum(multiple(Rational.of(2), a), b));
    expect(row?.kl).toEqual({ mean: print(mean(small.kl, large.kl)), min: print(small.kl), max: print(large.kl) });
    expect(row?.winRate).toEqual(print(mean(small.winRate, large.winRate)));
    expect(row?.estimatorMean).toEqual(print(mean(small.estimatorMean, large.estimatorMean)));
  });

  it('cost no comparison of equal numbers to the last precision', () => {
    const uniform = (): PromptPolicy => prompt(Array(128).fill(1n));
    const [row] = sampleTable(Array.from({ length: 10 }, uniform), [256]);
    const kl = print(new BestOfN(uniform().policy, 256).kl);
    expect(row?.kl).toEqual({ mean: kl, min: kl, max: kl });
  });

  it('nor do equal numbers of different policies', () => {
    // 256 outcomes that tie in pairs are 128 levels of equal mass.
    const levels = prompt(
      Array(256).fill(1n),
      Array.from({ length: 256 }, (_, i) => i >> 1),
    );
    const [row] = sampleTable([levels, prompt(Array(128).fill(1n))], [256]);
    expect(row?.kl.min).toEqual(row?.kl.max);
    expect(row?.kl.min).toEqual(row?.kl.mean);
  });
});

describe('a table of very many prompts', () => {
  it('is worked out without deep recursion', () => {
    const prompts = Array.from({ length: 6400 }, () => prompt([1n, 1n]));
    const [row] = sampleTable(prompts, [2]);
    expect(row?.kl.mean).toEqual(row?.kl.min);
    expect(row?.winRate).toEqual({ lo: '0.625', hi: '0.625' });
  });
});
