import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy, type Ties } from '../../src/policy/finite-policy.ts';
import { enumerate, isEnumerable, MAX_DRAW_LISTS } from '../../src/selection/oracles/enumerate.ts';
import { named, smallPolicies } from '../policy/small-policies.ts';

function drawn(weights: bigint[], ranks: number[], n: number, ties: Ties = 'level'): ReturnType<typeof enumerate> {
  return enumerate(FinitePolicy.fromRanked(weights, ranks, { ties }), n);
}

/** Worked out by hand from the list of draws. */
describe('enumerate has the value of a hand computation', () => {
  it.each<[string, bigint[], number[], number, string[], string, string]>([
    ['two equal outcomes, n = 2', [1n, 1n], [0, 1], 2, ['1/4', '3/4'], '5/8', '3/4*log(3) - log(2)'],
    ['two equal outcomes, n = 3', [1n, 1n], [0, 1], 3, ['1/8', '7/8'], '11/16', '7/8*log(7) - 2*log(2)'],
    ['weights 1, 2, n = 2', [1n, 2n], [0, 1], 2, ['1/9', '8/9'], '11/18', '-log(3) + 16/9*log(2)'],
    ['weights 2, 1, n = 2', [2n, 1n], [0, 1], 2, ['4/9', '5/9'], '11/18', '5/9*log(5) - log(3) + 4/9*log(2)'],
    ['one draw', [1n, 2n, 3n], [0, 1, 2], 1, ['1/6', '1/3', '1/2'], '1/2', '0'],
    ['one outcome', [5n], [0], 3, ['1'], '1/2', '0'],
  ])('%s', (_, weights, ranks, n, pmf, winRate, kl) => {
    const law = drawn(weights, ranks, n);
    expect(law.pmf.map(String)).toEqual(pmf);
    expect(law.winRate.toString()).toBe(winRate);
    expect(law.kl.toString()).toBe(kl);
  });

  it('weights 2,1,1,1 at n = 2 win 163/250', () => {
    expect(drawn([2n, 1n, 1n, 1n], [0, 1, 2, 3], 2).winRate.toString()).toBe('163/250');
  });
});

describe('enumerate breaks ties as the policy says', () => {
  it('three tied outcomes win in proportion to their weights, also at n = 3', () => {
    const law = drawn([1n, 2n, 3n], [0, 0, 0], 3);
    expect(law.pmf.map(String)).toEqual(['1/6', '1/3', '1/2']);
    expect([law.winRate.toString(), law.kl.toString()]).toEqual(['1/2', '0']);
  });

  it('with multiplicity: an outcome drawn twice has two chances of three', () => {
    // Masses 1/4 and 3/4 in one level: choosing among the distinct outcomes drawn would give 19/64.
    expect(drawn([1n, 3n], [0, 0], 3).pmf.map(String)).toEqual(['1/4', '3/4']);
  });

  it('three tied above one: the level has 1 − (1/4)^2, shared equally', () => {
    const law = drawn([1n, 1n, 1n, 1n], [0, 1, 1, 1], 2);
    expect(law.pmf.map(String)).toEqual(['1/16', '5/16', '5/16', '5/16']);
    expect(law.winRate.toString()).toBe('19/32');
    expect(law.kl.toString()).toBe('15/16*log(5) - 2*log(2)');
  });

  it('by the order listed under order, where the win rate still counts them as ties', () => {
    const law = drawn([1n, 1n, 1n, 1n], [0, 1, 1, 1], 2, 'order');
    expect(law.pmf.map(String)).toEqual(['1/16', '3/16', '5/16', '7/16']);
    expect(law.winRate.toString()).toBe('19/32');
  });
});

describe('enumerate gives a law', () => {
  it.each(['level', 'order'] as const)('that sums to 1 and has KL ≥ 0, for every small policy under %s', (ties) => {
    for (const policy of smallPolicies(5, ties)) {
      for (const n of [1, 2, 3]) {
        const { pmf, kl } = enumerate(policy, n);
        const sum = pmf.reduce((a, b) => a.add(b), Rational.ZERO);
        expect(sum.toString(), named(policy, n)).toBe('1');
        expect(kl.sign(), named(policy, n)).toBe(n === 1 || policy.atoms.length === 1 ? 0 : 1);
      }
    }
  });
});

describe('enumerate refuses', () => {
  const ten = FinitePolicy.fromWeights(Array.from({ length: 10 }, () => 1n));

  it('more than 10^5 lists of draws', () => {
    expect([isEnumerable(ten, 5), isEnumerable(ten, 6)]).toEqual([true, false]);
    expect(() => enumerate(ten, 6)).toThrow(InputError);
    expect(() => enumerate(ten, 6)).toThrow(`10^6 draws are too many to list: the limit is ${MAX_DRAW_LISTS}`);
    expect(() => enumerate(FinitePolicy.fromWeights([1n, 1n]), 1_000_000_000)).toThrow(InputError);
  });

  it('a single list that is too long, which one outcome makes', () => {
    const one = FinitePolicy.fromWeights([1n]);
    expect([isEnumerable(one, 1000), isEnumerable(one, 1_000_000_000)]).toEqual([true, false]);
    expect(() => enumerate(one, 1_000_000_000)).toThrow(InputError);
  });

  it('what a caller forbids', () => {
    expect([isEnumerable(ten, 2, 100), isEnumerable(ten, 2, 99)]).toEqual([true, false]);
  });

  it('numbers of draws that are none', () => {
    expect(() => enumerate(ten, 0)).toThrow('n must be an integer from 1');
    expect(() => enumerate(ten, 1.5)).toThrow(InputError);
  });
});
