import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { entry, InputError, naming, PolicyError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';

const q = (text: string): Rational => Rational.parse(text);
const list = (text: string): Rational[] => text.split(' ').map(q);

describe('a policy is refused with the entry and the reason named', () => {
  it.each([
    ['1 0 2', 'the 2nd entry is 0, and weights must be positive'],
    ['0', 'the 1st entry is 0, and weights must be positive'],
    ['1 2 -1/2 -3', 'the 3rd entry is -1/2, and weights must be positive'],
  ])('weights %s', (weights, message) => {
    expect(() => FinitePolicy.fromWeights(list(weights))).toThrow(PolicyError);
    expect(() => FinitePolicy.fromWeights(list(weights))).toThrow(message);
    expect(() => FinitePolicy.fromOutcomes(list(weights).map((weight) => ({ weight, reward: weight })))).toThrow(
      message,
    );
  });

  it('where there is no outcome', () => {
    for (const make of [
      () => FinitePolicy.fromWeights([]),
      () => FinitePolicy.fromOutcomes([]),
      () => FinitePolicy.fromRanked([], []),
      () => FinitePolicy.fromProbabilities([]),
    ]) {
      expect(make).toThrow(PolicyError);
      expect(make).toThrow('a policy needs at least one outcome, and this one is empty');
    }
  });

  it('where ranks are missing or fall', () => {
    expect(() => FinitePolicy.fromRanked([1n, 2n], [0])).toThrow(
      'a policy of 2 weights needs one rank for each weight, not 1',
    );
    expect(() => FinitePolicy.fromRanked([1n, 2n, 3n], [0, 2, 1])).toThrow(
      'the 3rd entry has a lower rank than the one before it',
    );
    expect(() => FinitePolicy.fromRanked([1n, 2n], [0, Number.NaN])).toThrow(PolicyError);
  });

  it('where weights or rewards have no common denominator of a sane size', () => {
    const wild = [Rational.ONE, Rational.of(1n, 2n ** 100_000n)];
    expect(() => FinitePolicy.fromWeights(wild)).toThrow(PolicyError);
    expect(() => FinitePolicy.fromWeights(wild)).toThrow(
      'the weights have no common denominator of at most 100000 bits',
    );
    expect(() => FinitePolicy.fromOutcomes(wild.map((reward) => ({ reward, weight: Rational.ONE })))).toThrow(
      'the rewards have no common denominator',
    );
    const denominator = 2n ** 99_999n;
    const near = [Rational.of(denominator - 1n, denominator), Rational.of(denominator + 1n, denominator)];
    expect(FinitePolicy.fromWeights(near).total).toBe(2n * denominator);
  });

  it('with an error that is an InputError, as all faults of the input are', () => {
    expect(() => FinitePolicy.fromWeights([0n])).toThrow(InputError);
  });
});

describe('probabilities must sum to 1', () => {
  it('exactly: 1/3 three times does', () => {
    expect(FinitePolicy.fromProbabilities(list('1/3 1/3 1/3')).weights).toEqual([1n, 1n, 1n]);
    expect(FinitePolicy.fromProbabilities(list('0.1 0.2 0.7')).weights).toEqual([1n, 2n, 7n]);
    expect(FinitePolicy.fromProbabilities(list('1')).weights).toEqual([1n]);
  });

  it.each([
    ['0.3 0.3 0.3', 'the probabilities sum to 1/10 less than 1; --normalize divides by their sum'],
    ['1/2 1/2 1/100', 'the probabilities sum to 1/100 more than 1; --normalize divides by their sum'],
    ['2', 'the probabilities sum to 1 more than 1; --normalize divides by their sum'],
    ['0.5 0.4999999999999999999999999', 'the probabilities sum to 1/10000000000000000000000000 less than 1'],
  ])('%s do not', (probabilities, message) => {
    expect(() => FinitePolicy.fromProbabilities(list(probabilities))).toThrow(PolicyError);
    expect(() => FinitePolicy.fromProbabilities(list(probabilities))).toThrow(message);
  });

  it('unless they are to be normalized', () => {
    const policy = FinitePolicy.fromProbabilities(list('0.3 0.3 0.3'), { normalize: true });
    expect([...policy.weights, policy.total]).toEqual([1n, 1n, 1n, 3n]);
  });

  it('and be positive all the same', () => {
    expect(() => FinitePolicy.fromProbabilities(list('1/2 0 1/2'))).toThrow('the 2nd entry is 0');
    expect(() => FinitePolicy.fromProbabilities(list('3/2 -1/2'), { normalize: true })).toThrow(
      'the 2nd entry is -1/2',
    );
  });
});

describe('entry', () => {
  it('counts from one with the ordinals of English', () => {
    const ordinals = [0, 1, 2, 3, 9, 10, 11, 12, 13, 20, 21, 22, 100, 110, 111, 112, 120].map(entry);
    expect(ordinals.map((text) => text.split(' ')[1])).toEqual(
      '1st 2nd 3rd 4th 10th 11th 12th 13th 14th 21st 22nd 23rd 101st 111th 112th 113th 121st'.split(' '),
    );
  });
});

describe('naming a place', () => {
  it('puts it before what is complained of, and before nothing else', () => {
    const complaining = (): never => {
      throw new PolicyError('the 2nd entry is 0');
    };
    expect(() => naming('--weights', complaining)).toThrow(new InputError('--weights: the 2nd entry is 0'));
    const broken = (): never => {
      throw new RangeError('broken');
    };
    expect(() => naming('--weights', broken)).toThrow(new RangeError('broken'));
    expect(naming('--weights', () => 1)).toBe(1);
  });
});

describe('weights too far apart to compute with', () => {
  it('are refused by name, before anything is computed', () => {
    const weights = ['1e-10000', '3', '1e10000'].map(q);
    expect(() => FinitePolicy.fromWeights(weights)).toThrow(PolicyError);
    expect(() => FinitePolicy.fromWeights(weights)).toThrow(
      'the 1st entry is at most 2^-8192 of the sum of the weights',
    );
    expect(() => FinitePolicy.fromWeights([2n ** 8_192n, 1n])).toThrow('the 2nd entry');
    const reward = Rational.of;
    const unsorted = [
      { reward: reward(5), weight: Rational.of(2n ** 20_000n) },
      { reward: reward(1), weight: Rational.ONE },
    ];
    expect(() => FinitePolicy.fromOutcomes(unsorted)).toThrow('the 2nd entry');
  });

  it('may be as far apart as that, and as long as they like', () => {
    expect(FinitePolicy.fromWeights([2n ** 8_191n, 1n]).weights.length).toBe(2);
    expect(FinitePolicy.fromWeights([2n ** 20_000n, 2n ** 20_000n + 1n]).weights.length).toBe(2);
  });
});
