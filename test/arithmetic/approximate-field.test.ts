import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximateField, withoutMorePrecision } from '../../src/arithmetic/approximate-field.ts';
import { type Approximation, toInterval } from '../../src/arithmetic/approximation.ts';
import { InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { fDivergence, HELLINGER, renyiDivergence } from '../../src/quantities/divergences.ts';
import { estimatorMean } from '../../src/quantities/estimator.ts';
import { kl } from '../../src/quantities/kl.ts';
import { sumOfLocalGaps } from '../../src/quantities/local-gap.ts';
import { winRate } from '../../src/quantities/win-rate.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { worstOf } from '../../src/selection/mirrored.ts';
import { orderStatistic } from '../../src/selection/order-statistic.ts';
import type { RankRule } from '../../src/selection/rank-rule.ts';
import { uniformTilt } from '../../src/selection/uniform-tilt.ts';
import { approximations, field, holds, numbersOf } from './approximation-numbers.ts';

const RUNS = { seed: 16, numRuns: 1000 };
const positive = approximations({ min: -80, max: 40 }, [1]);

describe('the field of double-doubles', () => {
  it('has rationals with a relative error of 2^-104, exact where they are doubles', () => {
    const parts = fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n });
    const small = fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n });
    const rationals = fc
      .oneof(fc.tuple(parts, parts), fc.tuple(small, small))
      .filter(([, den]) => den !== 0n)
      .map(([num, den]) => Rational.of(num, den));
    fc.assert(
      fc.property(rationals, (x) => {
        const result = approximateField.rational(x);
        holds(result, field.rational(x));
        expect(result.error).toBeLessThanOrEqual(Math.abs(result.hi) * 2 ** -104);
      }),
      RUNS,
    );
    expect(approximateField.rational(Rational.of(3, 8))).toEqual({ hi: 0.375, lo: 0, error: 0 });
  });

  it('has powers with fractions as exponents, also of numbers that are or touch 0', () => {
    const exponents = fc.constantFrom('1/2', '3/4', '5/2', '1/3', '7/5', '27.5', '1000/3');
    const touching = fc
      .integer({ min: 400, max: 1000 })
      .map((k): Approximation => ({ hi: 2 ** -k, lo: 0, error: 2 ** -k }));
    let given = 0;
    fc.assert(
      fc.property(fc.oneof(positive, touching), exponents, (a, text) => {
        const exponent = Rational.parse(text);
        const result = withoutMorePrecision(() => approximateField.pow(a, exponent));
        if (!result) return;
        given += 1;
        for (const x of numbersOf(a)) if (x.sign() >= 0) holds(result, field.pow(field.rational(x), exponent));
      }),
      RUNS,
    );
    expect(given).toBeGreaterThan(400);
    for (const x of ['1/2', '1/3'])
      expect(
        withoutMorePrecision(() => approximateField.pow({ hi: -1, lo: 0, error: 0 }, Rational.parse(x))),
      ).toBeNull();
    expect(approximateField.pow(approximateField.rational(Rational.ZERO), Rational.of(1, 2)).error).toBe(0);
    expect(approximateField.pow({ hi: 2 ** -500, lo: 0, error: 0 }, 0n)).toEqual({ hi: 1, lo: 0, error: 0 });
  });

  it('has a log(a/b), also where a is or touches 0', () => {
    const touching = fc
      .tuple(fc.integer({ min: 130, max: 1000 }), fc.constantFrom(0, 0.5, 1))
      .map(([k, part]): Approximation => ({ hi: part * 2 ** -k, lo: 0, error: 2 ** -k }));
    let negligible = 0;
    fc.assert(
      fc.property(fc.oneof(positive, touching), positive, (a, b) => {
        const result = withoutMorePrecision(() => approximateField.relativeEntropy(a, b));
        if (result?.hi === 0) negligible += 1;
        for (const x of numbersOf(a))
          for (const y of numbersOf(b)) {
            if (x.sign() < 0 || y.sign() <= 0) continue;
            holds(result, field.relativeEntropy(field.rational(x), field.rational(y)));
          }
      }),
      RUNS,
    );
    expect(negligible).toBeGreaterThan(100);
  });

  it('says that it has no bound by one kind of error, and lets others through', () => {
    const none: Approximation = { hi: 1, lo: 0, error: 2 };
    expect(() => approximateField.log(none)).toThrow(InsufficientPrecisionError);
    expect(withoutMorePrecision(() => approximateField.div(none, none))).toBeNull();
    const other = (): Approximation => {
      throw new TypeError('of the formula');
    };
    expect(() => withoutMorePrecision(other)).toThrow('of the formula');
  });
});

const FORMULAS: Record<string, <T>(law: Law<T, T>) => T> = {
  KL: kl,
  W: winRate,
  gap: (law) => sumOfLocalGaps(law),
  'E D̂': (law) => estimatorMean(law),
  'H²': (law) => fDivergence(law, HELLINGER),
  'D_3/2': (law) => renyiDivergence(law, Rational.of(3, 2)),
};

const POLICIES = [
  [1n],
  [3n, 1n, 2n],
  [1n, 10n ** 12n, 5n],
  [10n ** 30n, 1n, 10n ** 9n],
  Array.from({ length: 60 }, (_, i) => BigInt(1 + ((i * 37) % 101))),
].map((weights) => FinitePolicy.fromWeights(weights));

const HALVES = FinitePolicy.fromWeights([2n, 3n, 1n], { continuousParts: [1] });

const RULES = [
  ...['1', '2', '3', '40', '1000', '7/4', '62.9375'].map((n) => bestOf(Rational.parse(n))),
  worstOf(5),
  orderStatistic(2, 5),
  uniformTilt(Rational.of(9)),
];

/** Those that the formula is defined for: of order statistics, a fractional power of the density has no integral. */
function policiesFor(name: string, rule: RankRule): FinitePolicy[] {
  const isPower = name === 'H²' || name === 'D_3/2';
  const takesParts = !BEST_OF_N_ONLY.includes(name) && !(isPower && rule.name.startsWith('order'));
  return takesParts ? [...POLICIES, HALVES] : POLICIES;
}

const BEST_OF_N_ONLY = ['gap', 'E D̂'];
const digits = 40;
const fixed = new FixedField(512);

describe.each(Object.entries(FORMULAS))('%s in double-doubles', (name, formula) => {
  const rules = RULES.filter((rule) => rule.exponent || !BEST_OF_N_ONLY.includes(name));

  it.each(rules.map((rule) => ({ rule, of: rule.name })))('overlaps the enclosure in fixed point: $of', ({ rule }) => {
    let given = 0;
    for (const policy of policiesFor(name, rule)) {
      const cheap = withoutMorePrecision(() => formula(new Law(approximateField, policy, rule)));
      if (!cheap) continue;
      given += 1;
      const enclosure = fixed.toInterval(formula(new Law(fixed, policy, rule)), digits);
      expect(toInterval(cheap, digits).overlaps(enclosure), `${policy.weights}: ${enclosure}`).toBe(true);
    }
    expect(given).toBeGreaterThanOrEqual(POLICIES.length - 2);
  });
});

it('an exact law and one in double-doubles have the same atoms', () => {
  const [policy, rule] = [FinitePolicy.fromWeights([1n, 2n, 3n]), bestOf(3)];
  const exact = [...new Law(exactField, policy, rule).atoms()].map(({ probability }) => probability);
  [...new Law(approximateField, policy, rule).atoms()].forEach(({ probability }, i) => {
    holds(probability, field.rational(exact[i] as Rational));
  });
});
