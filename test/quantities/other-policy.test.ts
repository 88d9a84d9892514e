import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import {
  klBetween,
  levelRewards,
  meanReward,
  otherKl,
  weightsOnAtoms,
  winRateOf,
} from '../../src/quantities/other-policy.ts';
import { defineQuantity, type Formula } from '../../src/quantities/quantity.ts';
import { meanUnderLaw, rewardGain, rewardGainByParts, stepRewards } from '../../src/quantities/reward.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';

const tied = FinitePolicy.fromRanked([1n, 2n, 3n], [0, 1, 1]);
const ordered = FinitePolicy.fromRanked([1n, 2n, 3n], [0, 1, 1], { ties: 'order' });

describe('another law on the outcomes', () => {
  it('has the weights of levels, or of outcomes where an order breaks ties', () => {
    expect(weightsOnAtoms(tied, [5n, 7n, 9n])).toEqual([5n, 16n]);
    expect(weightsOnAtoms(ordered, [5n, 7n, 9n])).toEqual([5n, 7n, 9n]);
  });

  it('has a divergence that is exact, 0 between equal laws and larger where mass is rare', () => {
    expect(klBetween(exactField, [1n, 3n], [1n, 1n]).toString()).toBe('3/4*log(3) - log(2)');
    expect(klBetween(exactField, [0n, 3n], [1n, 2n]).toString()).toBe('log(3) - log(2)');
    expect(otherKl([1n, 2n], [3n, 6n]).rational?.sign()).toBe(0);
    expect(otherKl([1n, 2n], [3n, 6n]).exact?.isZero()).toBe(true);
    expect(otherKl([1n, 3n], [1n, 1n]).exact?.toString()).toBe('3/4*log(3) - log(2)');
    const tiny = 10n ** 300n;
    const enclosed = otherKl([1n, tiny], [tiny, 1n]).enclose(40);
    const log = intervals(60).log(intervals(60).integer(tiny));
    expect(enclosed.lo.lt(log.lo) && enclosed.hi.gt(log.lo.minus('1e-295'))).toBe(true);
    expect(
      otherKl([1n, tiny], [tiny, 1n])
        .enclose(40)
        .overlaps(klBetween(intervals(40), [1n, tiny], [tiny, 1n])),
    ).toBe(true);
  });

  it('is exact only while its weights are light', () => {
    const heavy = 10n ** 10_000n;
    expect(otherKl([1n, heavy], [1n, 1n]).exact).toBeNull();
  });

  it('wins against the reference by levels, however ties are broken', () => {
    expect(winRateOf(tied, [1n, 2n, 3n]).reduced().toString()).toBe('1/2');
    // The best level is ahead of the worst one and ties with itself: 1/6 + 5/12.
    expect([tied, ordered].map((policy) => winRateOf(policy, [0n, 0n, 1n]).toString())).toEqual(['7/12', '7/12']);
    expect(winRateOf(tied, [1n, 0n, 0n]).toString()).toBe('1/12');
  });

  it('has a mean reward', () => {
    expect([tied, ordered].map((policy) => levelRewards(policy))).toEqual([
      [0n, 1n],
      [0n, 1n, 1n],
    ]);
    expect(meanReward([1n, 2n, 3n], [0n, 1n, 5n]).toString()).toBe('17/6');
  });
});

describe('the tilt', () => {
  it('multiplies by a power of its base', () => {
    expect(tiltedWeights([5n, 7n, 1n], [0n, 1n, 3n], 2n)).toEqual([5n, 14n, 8n]);
    expect(tiltedWeights([5n, 7n, 1n], [0n, 1n, 3n], 2n, 3n)).toEqual([135n, 126n, 8n]);
    expect(tiltedWeights([5n, 7n], [0n, 1n], 1n)).toEqual([5n, 7n]);
  });

  it.each([
    [0n, 1n],
    [1n, 0n],
    [-1n, 1n],
  ])('has no base %s/%s', (up, down) => {
    expect(() => tiltedWeights([1n], [0n], up, down)).toThrow(DomainError);
  });
});

describe('rewards by steps', () => {
  it('rise from 0 to 1 with the level', () => {
    const policy = FinitePolicy.fromWeights([1n, 1n, 1n]);
    expect(stepRewards(policy, [9n, 1n, 3n]).map(String)).toEqual(['0', '1/4', '1']);
    expect(stepRewards(policy, [9n, 0n, 0n]).map(String)).toEqual(['0', '0', '0']);
    expect(stepRewards(tied, [9n, 1n, 3n]).map(String)).toEqual(['0', '1']);
    expect(stepRewards(ordered, [9n, 1n, 3n]).map(String)).toEqual(['0', '1', '1']);
  });

  it('gain what a hand computation says', () => {
    const q = new BestOfN(FinitePolicy.fromWeights([1n, 1n, 2n]), 2);
    const rewards = ['0', '1/4', '1'].map((reward) => Rational.parse(reward));
    // π = 1/16, 3/16, 12/16 against 1/4, 1/4, 1/2.
    const exactly = (formula: Formula<[rewards: readonly Rational[]]>): string | undefined =>
      q.of(defineQuantity({ symbol: 'E r', formula }), rewards).exact?.toString();
    expect([rewardGain, rewardGainByParts, meanUnderLaw].map(exactly)).toEqual(['15/64', '15/64', '51/64']);
  });
});
