import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';

describe('the weights of a tilt', () => {
  it('are those of the reference, times the base to the reward', () => {
    expect(tiltedWeights([1n, 1n, 1n], [0n, 1n, 2n], 3n)).toEqual([1n, 3n, 9n]);
    expect(tiltedWeights([2n, 5n, 7n], [2n, 0n, 1n], 3n)).toEqual([18n, 5n, 21n]);
  });

  it('are integers for a base that is none', () => {
    // Times (3/2)^r, and 4 to have integers.
    expect(tiltedWeights([1n, 5n, 7n], [0n, 1n, 2n], 3n, 2n)).toEqual([4n, 30n, 63n]);
    expect(tiltedWeights([1n, 5n, 7n], [2n, 0n, 1n], 1n, 2n)).toEqual([1n, 20n, 14n]);
  });

  it('have the ratios of the tilt, whatever the order of rewards', () => {
    const weights = [3n, 1n, 4n, 1n];
    const rewards = [1n, 3n, 0n, 2n];
    // Each weight over p_i (5/7)^(r_i) is the same number.
    const scales = tiltedWeights(weights, rewards, 5n, 7n).map((weight, i) =>
      Rational.of(weight).div(
        Rational.of(5, 7)
          .pow(Number(rewards[i]))
          .mul(Rational.of(weights[i] as bigint)),
      ),
    );
    expect(scales.map((scale) => scale.reduced().toString())).toEqual(Array(4).fill('343'));
  });

  it('are the reference at the base 1, and where all rewards are equal', () => {
    expect(tiltedWeights([3n, 2n], [0n, 5n], 1n)).toEqual([3n, 2n]);
    expect(tiltedWeights([3n, 2n], [0n, 0n], 9n)).toEqual([3n, 2n]);
  });

  it.each<[string, bigint[], bigint, bigint | undefined, string]>([
    ['a base of 0', [0n, 1n], 0n, undefined, 'a tilt needs a positive base, not 0/1'],
    ['a denominator of 0', [0n, 1n], 1n, 0n, 'a tilt needs a positive base, not 1/0'],
    ['a base below 0', [0n, 1n], -1n, -1n, 'a tilt needs a positive base, not -1/-1'],
    ['too few rewards', [0n], 2n, 1n, 'the rewards'],
    ['a reward below 0', [0n, -1n], 2n, 1n, 'a reward'],
  ])('are refused for %s', (_, rewards, up, down, sentence) => {
    expect(() => tiltedWeights([1n, 1n], rewards, up, down)).toThrow(sentence);
  });
});
