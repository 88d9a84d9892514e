import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { shannonEntropy } from '../../src/quantities/entropy.ts';
import { halfLogSquares } from '../../src/quantities/log-squares.ts';
import { noRepeat } from '../../src/quantities/no-repeat.ts';
import { gapsBelowTop } from '../../src/quantities/order-free.ts';
import { plugInMean } from '../../src/quantities/plug-in-mean.ts';
import { bestBaseline, gradientSquare } from '../../src/quantities/softmax-gradient.ts';
import { agreementWithWorst, klToWorst, winRateAgainst } from '../../src/quantities/two-selections.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { printedAs } from './golden.ts';

type Golden = Record<string, string> & { readonly weights: readonly number[]; readonly n: number };

const cases: readonly Golden[] = JSON.parse(
  readFileSync(new URL('../golden/other-laws.json', import.meta.url), 'utf8'),
);
const field = intervals(40);

describe.each(cases)('for weights $weights at n = $n', (golden) => {
  const { weights, n } = golden;
  const policy = FinitePolicy.fromWeights(weights.map(BigInt));
  const law = new Law(field, policy, bestOf(n));
  const rewards = weights.map((_, i) => Rational.of(i * i));
  const masses = weights.map((_, i) => policy.mass(i));
  const value = masses.reduce((sum, mass, i) => sum.add(mass.mul(rewards[i] as Rational)), Rational.ZERO);
  const nearest = weights
    .slice(1)
    .map((_, i) => policy.cdf(i + 1))
    .reduce((best, u) => (offHalf(u).compare(offHalf(best)) < 0 ? u : best));

  it.each<[string, () => Interval | Rational]>([
    ['entropy of the selection', () => shannonEntropy(law, 'selection')],
    ['entropy of the reference', () => shannonEntropy(law, 'reference')],
    ['kl to the worst', () => klToWorst(law)],
    ['agreement with the worst', () => agreementWithWorst(law, nearest)],
    ['wins against one more', () => winRateAgainst(law, n + 1)],
    ['half log squares', () => halfLogSquares(law)],
    ['plug-in of n', () => plugInMean(policy, rewards, n, n)],
    ['plug-in of 3 from 2', () => plugInMean(policy, rewards, 3, 2)],
    ['no repeat', () => noRepeat(policy, n)],
    ['gaps in place', () => gapsBelowTop(law, 'in place')],
    ['gaps on top', () => gapsBelowTop(law, 'on top')],
    ['gradient with the value', () => gradientSquare(masses, rewards, value)],
    ['best baseline', () => bestBaseline(masses, rewards)],
  ])('%s', (name, compute) => {
    const found = compute();
    const enclosed = found instanceof Rational ? field.rational(found) : found;
    expect(enclosed.overlaps(printedAs(golden[name] as string)), `${enclosed}`).toBe(true);
    expect(enclosed.hi.minus(enclosed.lo).lt('1e-30')).toBe(true);
  });
});

/** |u − 1/2| */
function offHalf(u: Rational): Rational {
  return u.sub(Rational.of(1, 2)).abs();
}

describe('on continuous parts', () => {
  const whole = FinitePolicy.fromWeights([1n], { continuousParts: [0] });
  const parts = FinitePolicy.fromWeights([1n, 2n, 3n], { continuousParts: [0, 1, 2] });

  it('the mean of half the squared logarithm is that of the density, however the parts are cut', () => {
    // ∫ n u^(n−1) (log n + (n−1) log u)² du/2 = ((log n − (n−1)/n)² + ((n−1)/n)²)/2.
    const [one, cut] = [whole, parts].map((policy) => halfLogSquares(new Law(field, policy, bestOf(3)))) as [
      Interval,
      Interval,
    ];
    const share = field.rational(Rational.of(2, 3));
    const off = field.sub(field.log(field.integer(3)), share);
    const expected = field.mul(
      field.rational(Rational.of(1, 2)),
      field.add(field.mul(off, off), field.mul(share, share)),
    );
    for (const found of [one, cut]) {
      expect(found.overlaps(expected)).toBe(true);
      expect(found.hi.minus(found.lo).lt('1e-30')).toBe(true);
    }
  });

  it('more draws win against fewer with probability m/(m+n)', () => {
    for (const policy of [whole, parts])
      expect(
        winRateAgainst(new Law(exactField, policy, bestOf(5)), 2)
          .reduced()
          .toString(),
      ).toBe('5/7');
  });

  it('nothing repeats', () => {
    expect(noRepeat(parts, 4).reduced().toString()).toBe('1');
    // One of three samples may be the atom: (1/2)³ + 3 (1/2)³.
    expect(
      noRepeat(FinitePolicy.fromWeights([1n, 1n], { continuousParts: [1] }), 3)
        .reduced()
        .toString(),
    ).toBe('1/2');
  });

  it('they have no local gap', () => {
    const mixed = FinitePolicy.fromWeights([1n, 2n, 3n], { continuousParts: [0] });
    const both = gapsBelowTop(new Law(field, mixed, bestOf(3)), 'on top');
    const alone = gapsBelowTop(new Law(field, FinitePolicy.fromWeights([4n, 2n]), bestOf(3)), 'on top');
    const rest = gapsBelowTop(new Law(field, FinitePolicy.fromWeights([2n, 4n]), bestOf(3)), 'on top');
    expect(both.overlaps(rest)).toBe(true);
    expect(both.overlaps(alone)).toBe(false);
  });
});

describe('what is out of range is named', () => {
  const policy = FinitePolicy.fromWeights([1n, 1n]);
  const rewards = [Rational.ZERO, Rational.ONE];
  it.each([
    ['n must be an integer', () => plugInMean(policy, rewards, 0, 2)],
    ['N must be an integer', () => plugInMean(policy, rewards, 2, 1001)],
    ['the number of samples must be an integer', () => noRepeat(policy, 1.5)],
  ])('%s', (message, compute) => {
    expect(compute).toThrow(message);
  });

  it('one arm has no best baseline, and any will do', () => {
    expect(bestBaseline([Rational.ONE], [Rational.of(7)]).sign()).toBe(0);
  });
});
