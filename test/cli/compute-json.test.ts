import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computed, numbersOf } from './computed.ts';

const number = z.strictObject({ lo: z.string(), hi: z.string(), exact: z.string().nullable() });
const contract = z.strictObject({
  n: z.int(),
  kl: number,
  formula: number,
  gap: number,
  winRate: number,
  winRateBound: number,
  estimator: z.strictObject({ mean: number, best: number }),
  renyi2: number,
  renyi3: number,
});

describe('compute --json', () => {
  it('prints the documented fields, and the PMF on request only', async () => {
    const plain = await computed('--weights', '1,2,3', '--n', '4');
    expect(contract.parse(plain)).toEqual(plain);
    const { pmf, ...rest } = await computed('--weights', '1,2,3', '--n', '4', '--pmf');
    expect(rest).toEqual(plain);
    expect(z.array(number).length(3).parse(pmf)).toEqual(pmf);
  });

  it('gives exact forms of the smallest policy', async () => {
    const result = await computed('--weights', '1,1', '--n', '2', '--pmf');
    expect(Object.fromEntries(numbersOf(result).map(([name, { exact }]) => [name, exact]))).toEqual({
      kl: '3/4*log(3) - log(2)',
      formula: 'log(2) - 1/2',
      gap: '-3/4*log(3) + 2*log(2) - 1/2',
      winRate: '5/8',
      winRateBound: '2/3',
      mean: '3/4*log(3) - 3/4*log(2) - 1/8',
      best: '3/4*log(3) - 3/4*log(2) - 1/8',
      renyi2: 'log(2)',
      renyi3: 'log(2)',
      'pmf 0': '1/4',
      'pmf 1': '3/4',
    });
  });

  it('gives each number its own place', async () => {
    const { renyi2, renyi3, estimator } = await computed('--weights', '1,2,3', '--n', '2');
    expect(renyi2.exact).toBe('-log(7) + 2*log(3) + log(2)');
    expect(renyi3.exact).toBe('1/2*log(3) + 1/2*log(2)');
    // D̂_2(1/2) in closed form, as for weights 1, 1; the mean takes other masses in as well.
    expect(estimator.best.exact).toBe('3/4*log(3) - 3/4*log(2) - 1/8');
    expect(Number(estimator.mean.lo)).toBeGreaterThan(Number(estimator.best.hi));
  });

  it('gives thirty certified digits unless told otherwise', async () => {
    const { kl } = await computed('--weights', '1,1', '--n', '2');
    expect(kl).toMatchObject({ lo: '0.13081203594113695912920180623371', hi: '0.13081203594113695912920180623372' });
  });

  it('has no exact form where that is too large, and only there', async () => {
    const large = await computed('--weights', '1,2', '--n', '1000000');
    expect(large.kl.exact).toBeNull();
    expect(large.winRate.exact).toBeNull();
    expect(large.formula.exact).toBe('6*log(5) + 6*log(2) - 999999/1000000');
    expect(large.winRateBound.exact).toBe('1000000/1000001');
    expect(large.renyi2.exact).toBe('-log(5) + 2*log(3)');
  });
});

describe('exact zeros are printed as 0', () => {
  const zero = { lo: '0', hi: '0', exact: '0' };
  const half = { lo: '0.5', hi: '0.5', exact: '1/2' };

  it('for one draw', async () => {
    for (const weights of ['1,2,3', '1e400,1', Array(40).fill('7/3').join(',')]) {
      const { kl, formula, gap, winRate, winRateBound, estimator } = await computed('--weights', weights, '--n', '1');
      expect([kl, formula, gap, estimator.mean, estimator.best]).toEqual(Array(5).fill(zero));
      expect([winRate, winRateBound]).toEqual([half, half]);
    }
  });

  it('for one outcome', async () => {
    for (const n of ['2', '1000000000']) {
      const { kl, gap, formula, winRate, estimator, renyi2, renyi3 } = await computed('--weights', '17/5', '--n', n);
      expect([kl, estimator.mean, estimator.best, renyi2, renyi3]).toEqual(Array(5).fill(zero));
      expect(gap).toEqual(formula);
      expect(winRate).toEqual(half);
    }
  });
});
