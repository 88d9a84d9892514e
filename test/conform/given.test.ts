import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { untied } from '../../src/claims/instance.ts';
import { givenOf } from '../../src/conform/given.ts';
import { lineOf } from '../../src/conform/request.ts';

describe('what a program is given', () => {
  it('are the weights, whatever their size, as strings', () => {
    const instance = untied([2n ** 53n + 1n, 1n], 4);
    const { probabilities, exact } = givenOf(instance, 'weights') ?? {};
    expect([probabilities, exact]).toEqual([null, instance]);
    expect(lineOf({ id: 7, instance, probabilities: null }, ['kl', 'winRate'])).toBe(
      '{"id":7,"weights":["9007199254740993","1"],"ranks":[0,1],"n":4,"ties":"level","want":["kl","winRate"]}\n',
    );
  });

  it('are the doubles nearest to the probabilities, and the truth is that of these doubles', () => {
    const instance = { ...untied([1n, 2n, 7n], 4), ranks: [0, 1, 1], ties: 'order' as const };
    const given = givenOf(instance, 'probabilities');
    expect(given?.probabilities).toEqual([0.1, 0.2, 0.7]);
    const { weights, ranks, ties } = given?.exact ?? { weights: [], ranks: [], ties: undefined };
    const shares = [0.1, 0.2, 0.7].map((p) => Rational.fromDouble(p));
    const [first, ...others] = shares.map((share, i) => share.mul(Rational.of(1n, weights[i] as bigint)));
    for (const other of others) expect(other.equals(first as Rational)).toBe(true);
    expect([ranks, ties]).toEqual([[0, 1, 1], 'order']);
    const sum = shares.reduce((a, b) => a.add(b));
    expect(given?.slack.equals(Rational.ONE.sub(sum)) || given?.slack.equals(sum.sub(Rational.ONE))).toBe(true);
    expect(lineOf({ id: 1, instance, probabilities: given?.probabilities ?? null }, ['kl'])).toBe(
      '{"id":1,"probabilities":[0.1,0.2,0.7],"ranks":[0,1,1],"n":4,"ties":"order","want":["kl"]}\n',
    );
  });

  it('has small weights where the doubles have few bits, for the fast kernels', () => {
    const { exact, slack } = givenOf(untied([1n, 1n, 2n], 4), 'probabilities') ?? {};
    expect(sumOf(exact?.weights ?? [])).toBe(4n);
    expect(slack?.equals(Rational.ZERO)).toBe(true);
  });

  it('is nothing where a probability is 0 as a double', () => {
    expect(givenOf(untied([1n, 10n ** 330n], 2), 'probabilities')).toBeNull();
    expect(givenOf(untied([1n, 10n ** 310n], 2), 'probabilities')).not.toBeNull();
  });
});
