import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { orderStatistic } from '../../src/selection/order-statistic.ts';
import type { Distortion, RankRule } from '../../src/selection/rank-rule.ts';
import { topFraction } from '../../src/selection/top-fraction.ts';

const q = (text: string): Rational => Rational.parse(text);
const exactly = (rule: RankRule): Distortion<Rational, { toString(): string }> => rule.over(exactField);
const text = (value: Rational): string => value.reduced().toString();

/** The top third: density 3 above 2/3, and 0 below. */
describe('integrals of the top third', () => {
  const third = exactly(topFraction(q('1/3')));

  it.each([
    ['below the cut', '0', '1/2', '0', '0', '0', '0', '0'],
    ['up to the cut', '1/3', '2/3', '0', '0', '0', '0', '0'],
    ['across the cut', '1/2', '5/6', '1/2', '1/2*log(3)', '3/8', '3/2', '3'],
    ['from the cut', '2/3', '5/6', '1/2', '1/2*log(3)', '3/8', '3/2', '3'],
    ['above the cut', '5/6', '1', '1/2', '1/2*log(3)', '11/24', '3/2', '3'],
    ['everywhere', '0', '1', '1', 'log(3)', '5/6', '3', '3'],
  ])('%s', (_, from, to, mass, entropy, mean, square, supremum) => {
    const [a, b] = [q(from), q(to)];
    expect(text(third.cdf(b).sub(third.cdf(a)))).toBe(mass);
    expect(third.entropy(a, b).toString()).toBe(entropy);
    expect([text(third.mean(a, b)), text(third.power(a, b, q('2'))), text(third.supremum(a, b))]).toEqual([
      mean,
      square,
      supremum,
    ]);
  });

  it('of −log g are finite from the cut on', () => {
    expect(third.crossEntropy(q('2/3'), q('1')).toString()).toBe('-1/3*log(3)');
    expect(third.crossEntropy(q('5/6'), q('1')).toString()).toBe('-1/6*log(3)');
    for (const a of ['0', '1/2', '199/300']) expect(() => third.crossEntropy(q(a), q('1'))).toThrow('is infinite');
  });
});

describe('integrals of powers of an order statistic’s density', () => {
  it('are of integer powers', () => {
    const middle = exactly(orderStatistic(2, 3));
    expect(text(middle.power(q('0'), q('1'), q('2')))).toBe('6/5');
    expect(text(middle.power(q('0'), q('1'), q('4/2')))).toBe('6/5');
    expect(() => middle.power(q('0'), q('1'), q('3/2'))).toThrow(
      'the power 3/2 of the density of order statistic 2 of 3 is not supported: it must be an integer of at most 4096/(n − 1)',
    );
  });

  it('go up to the degree 4096', () => {
    const [best, three] = [exactly(orderStatistic(2, 2)), exactly(orderStatistic(3, 3))];
    expect(text(best.power(q('0'), q('1'), q('4096')))).toBe(text(Rational.of(2n ** 4096n, 4097n)));
    expect(() => best.power(q('0'), q('1'), q('4097'))).toThrow('the power 4097 of the density');
    expect(text(three.power(q('0'), q('1'), q('2048')))).toBe(text(Rational.of(3n ** 2048n, 4097n)));
    expect(() => three.power(q('0'), q('1'), q('2049'))).toThrow('the power 2049 of the density');
  });

  it('have a supremum at the mode, or at the end that is nearer to it', () => {
    const middle = exactly(orderStatistic(2, 3));
    expect(
      ['1/4 3/4', '0 1/2', '1/2 1', '0 1/3', '2/3 1'].map((ends) => {
        const [a = '', b = ''] = ends.split(' ');
        return text(middle.supremum(q(a), q(b)));
      }),
    ).toEqual(['3/2', '3/2', '3/2', '4/3', '4/3']);
  });
});
