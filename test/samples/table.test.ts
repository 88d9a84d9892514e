import { describe, expect, it } from 'vitest';
import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, sum } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import type { PromptPolicy } from '../../src/samples/empirical-policy.ts';
import { sampleTable } from '../../src/samples/table.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';

const DIGITS = 12;
const print = (value: Real): { lo: string; hi: string } => printReal(value, DIGITS);

function prompt(weights: readonly bigint[], ranks?: readonly number[]): PromptPolicy {
  const policy = ranks ? FinitePolicy.fromRanked(weights, ranks) : FinitePolicy.fromWeights(weights);
  return { prompt: String(weights), policy, samples: weights.length };
}

const one = prompt([3n, 1n, 2n]);
const two = prompt([1n, 1n, 5n, 1n], [0, 1, 1, 2]);
const single = prompt([1n]);

describe('a row of the sample table', () => {
  it("is a policy's own numbers where there is one prompt", async () => {
    const q = new BestOfN(one.policy, 5);
    const kl = print(q.kl);
    expect(await sampleTable([one], [5])).toEqual([
      {
        n: 5,
        formula: print(q.formula),
        kl: { mean: kl, min: kl, max: kl },
        estimatorMean: print(q.estimatorMean),
        winRate: print(q.winRate),
        winRateBound: print(q.winRateBound),
      },
    ]);
  });

  it('has the mean, the least and the largest KL over several prompts', async () => {
    const [small, large] = [new BestOfN(two.policy, 3), new BestOfN(one.policy, 3)];
    const mean = (a: Real, b: Real): Real => multiple(Rational.of(1, 3), sum(a, b));
    expect(Number(print(small.kl).hi)).toBeLessThan(Number(print(large.kl).lo));
    for (const prompts of [
      [one, two, single],
      [single, one, two],
      [two, single, one],
    ]) {
      const [row] = await sampleTable(prompts, [3]);
      expect(row?.kl).toEqual({
        mean: print(mean(small.kl, large.kl)),
        min: { lo: '0', hi: '0' },
        max: print(large.kl),
      });
      expect(row?.estimatorMean).toEqual(print(mean(small.estimatorMean, large.estimatorMean)));
    }
  });

  it('has the mean win rate, one half for a single response', async () => {
    const [row] = await sampleTable([prompt([1n, 1n]), single], [2]);
    // (5/8 + 1/2) / 2
    expect(row?.winRate).toEqual({ lo: '0.5625', hi: '0.5625' });
    expect(row?.winRateBound).toEqual({ lo: '0.66666666666666', hi: '0.66666666666667' });
  });

  it('comes for each n, in the order asked for', async () => {
    const rows = await sampleTable([one, two], [16, 1, 4]);
    expect(rows.map(({ n }) => n)).toEqual([16, 1, 4]);
    expect(rows[1]).toMatchObject({ formula: { lo: '0', hi: '0' }, kl: { mean: { lo: '0', hi: '0' } } });
  });
});

describe('a table of very many prompts', () => {
  it('is worked out without deep recursion', async () => {
    const prompts = Array.from({ length: 6400 }, () => prompt([1n, 1n]));
    const [row] = await sampleTable(prompts, [2]);
    expect(row?.kl.mean).toEqual(row?.kl.min);
    expect(row?.winRate).toEqual({ lo: '0.625', hi: '0.625' });
  });
});

describe('a table that is interrupted', () => {
  it('ends with the rows that are done', async () => {
    const controller = new AbortController();
    const before: PromptPolicy = { ...one };
    const during: PromptPolicy = {
      ...two,
      get policy() {
        asked += 1;
        if (asked === 2) controller.abort();
        return two.policy;
      },
    };
    let asked = 0;
    const rows = await sampleTable([before, during], [2, 3, 4], controller.signal);
    expect(rows.map(({ n }) => n)).toEqual([2]);
    expect(asked).toBe(2);
  });
});
