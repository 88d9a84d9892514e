import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { computed, isNarrow, isWithin, numbersOf } from './computed.ts';

const POLICIES = ['1,1', '3,1,4,1,5,9,2,6', '1e400,1,1e400', '1,1e-400', '1/3,1e-30,2/7,0.05'];

const args = (weights: string, n: string, digits: string): string[] => [
  '--weights',
  weights,
  '--n',
  n,
  '--digits',
  digits,
];

describe('every enclosure is as narrow as it promises, checked exactly', () => {
  it.each(
    POLICIES.flatMap((policy) =>
      ['3', '1000000000'].flatMap((n) => ['1', '17', '200'].map((digits) => ({ policy, n, digits }))),
    ),
  )('$policy with n = $n to $digits digits', async ({ policy, n, digits }) => {
    for (const [name, value] of numbersOf(await computed(...args(policy, n, digits)))) {
      expect([name, isNarrow(value, Number(digits))]).toEqual([name, true]);
    }
  });

  it('to a thousand digits', async () => {
    for (const [name, value] of numbersOf(await computed('--weights', '1,2,3', '--n', '10', '--digits', '1000'))) {
      expect([name, isNarrow(value, 1000)]).toEqual([name, true]);
    }
  });
});

describe('enclosures are true', () => {
  it('as those of more digits lie within those of fewer', async () => {
    for (const policy of POLICIES) {
      const [coarse, fine, finest] = await Promise.all(
        ['1', '30', '300'].map(async (digits) => numbersOf(await computed(...args(policy, '12', digits)))),
      );
      for (const [i, [name, value]] of (finest ?? []).entries()) {
        for (const outer of [fine?.[i]?.[1], coarse?.[i]?.[1]]) {
          expect([name, outer && isWithin(value, outer)]).toEqual([name, true]);
        }
      }
    }
  });

  it('as rational values lie within their enclosures', async () => {
    const { winRate, winRateBound, pmf } = await computed('--weights', '2,3,5', '--n', '6', '--digits', '5', '--pmf');
    for (const value of [winRate, winRateBound, ...(pmf ?? [])]) {
      const exact = Rational.parse(value.exact ?? '');
      expect(exact.compare(Rational.parse(value.lo))).toBeGreaterThanOrEqual(0);
      expect(exact.compare(Rational.parse(value.hi))).toBeLessThanOrEqual(0);
    }
  });
});

describe('extreme inputs', () => {
  it('a billion draws and weights of 400 digits', async () => {
    const huge = await computed('--weights', `1,1${'0'.repeat(400)}`, '--n', '1000000000');
    expect(huge.n).toBe(1_000_000_000);
    // Near a power of ten the decimals on either side of it.
    expect(huge.kl).toMatchObject({ hi: `1.${'0'.repeat(30)}1e-400`, exact: null });
  });

  it('as many draws as the best outcome is rare', async () => {
    // π is 1 − (1 − 10^−9)^(10^9) for the best, close to 1 − 1/e.
    const { pmf } = await computed('--weights', '999999999,1', '--n', '1000000000', '--pmf', '--digits', '8');
    expect(pmf?.[1]?.lo).toMatch(/^0\.63212055/);
    expect(pmf?.[0]?.lo).toMatch(/^0\.36787944/);
  });

  it('probabilities far below the smallest double', async () => {
    const { pmf } = await computed('--weights', '1,1', '--n', '1000000000', '--pmf');
    expect(pmf?.[0]?.lo).toMatch(/^2\.16\d*e-301029996$/);
    expect(pmf?.[1]).toMatchObject({ hi: '1' });
  });
});
