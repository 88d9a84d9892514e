import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real } from '../../src/arithmetic/real.ts';
import { optimalWinRate } from '../../src/bounds/optimal-curve.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import {
  CHI_SQUARE_DIVERGENCE,
  HELLINGER_DISTANCE,
  LARGEST_LOG_RATIO,
  RENYI_DIVERGENCE,
  REVERSE_KL_DIVERGENCE,
  TOTAL_VARIATION,
} from '../../src/quantities/divergence-quantities.ts';
import { Evaluation } from '../../src/quantities/evaluation.ts';
import { kl } from '../../src/quantities/kl.ts';
import { ESTIMATOR_MEAN } from '../../src/quantities/quantities.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { ruleOf, SELECTIONS } from '../../src/selection/families.ts';
import { Law } from '../../src/selection/law.ts';
import { mirrored, worstOf } from '../../src/selection/mirrored.ts';
import { orderStatistic } from '../../src/selection/order-statistic.ts';
import type { RankRule } from '../../src/selection/rank-rule.ts';
import { acceptedMass, rewindKl, rewindLaw, rewindWinRate } from '../../src/selection/rewind.ts';
import { topFraction } from '../../src/selection/top-fraction.ts';
import { uniformTilt } from '../../src/selection/uniform-tilt.ts';
import { smallPolicies, smallUntied } from '../policy/small-policies.ts';

const order = (a: Real, b: Real): string => compare(a, b).order;
const of = (policy: FinitePolicy, rule: RankRule): Evaluation => new Evaluation(policy, rule);

function pmf(policy: FinitePolicy, rule: RankRule): string[] {
  return [...new Law(exactField, policy, rule).atoms()].map(({ probability }) => probability.reduced().toString());
}

/** How often each atom is the j-th smallest of n draws, over all lists of draws of units of weight. */
function enumerated({ atoms, total }: FinitePolicy, j: number, n: number): string[] {
  const units = atoms.flatMap((weight, atom) => Array.from({ length: Number(weight) }, () => atom));
  const counts = atoms.map(() => 0);
  for (let code = 0; code < units.length ** n; code += 1) {
    const drawn = Array.from(
      { length: n },
      (_, i) => units[Math.floor(code / units.length ** i) % units.length] as number,
    );
    counts[drawn.sort((a, b) => a - b)[j - 1] as number] = (counts[drawn[j - 1] as number] as number) + 1;
  }
  return counts.map((count) =>
    Rational.of(BigInt(count), total ** BigInt(n))
      .reduced()
      .toString(),
  );
}

describe('order statistics', () => {
  it('have the law that all lists of draws give', () => {
    for (const policy of [...smallPolicies(4, 'level'), ...smallPolicies(3, 'order')]) {
      for (const n of [1, 2, 3, 4]) {
        for (let j = 1; j <= n; j += 1) expect(pmf(policy, orderStatistic(j, n))).toEqual(enumerated(policy, j, n));
      }
    }
  });

  it('are best-of-n and worst-of-n at the ends, continuous parts included', () => {
    for (const continuousParts of [[], [0], [1], [0, 2], [0, 1, 2]]) {
      const policy = FinitePolicy.fromWeights([2n, 3n, 5n], { continuousParts });
      for (const n of [1, 2, 3, 5]) {
        for (const [rule, same] of [
          [orderStatistic(n, n), bestOf(n)],
          [orderStatistic(1, n), worstOf(n)],
        ] as const) {
          for (const value of VALUES) {
            const [one, other] = [value(of(policy, rule)), value(of(policy, same))];
            if (one.exact && other.exact) expect(one.exact.sub(other.exact).isZero()).toBe(true);
            else expect(one.enclose(40).overlaps(other.enclose(40))).toBe(true);
          }
        }
      }
    }
  });

  it('have log(j C(n, j)) + (j−1)(H_{j−1} − H_n) + (n−j)(H_{n−j} − H_n) without atoms', () => {
    const H = (m: number): Rational =>
      Array.from({ length: m }, (_, i) => Rational.of(1, i + 1)).reduce((a, b) => a.add(b), Rational.ZERO);
    for (const [j, n, scale] of [
      [1, 1, 1],
      [1, 2, 2],
      [2, 3, 6],
      [3, 4, 12],
      [2, 5, 20],
    ] as const) {
      const rest = Rational.of(j - 1)
        .mul(H(j - 1).sub(H(n)))
        .add(Rational.of(n - j).mul(H(n - j).sub(H(n))));
      const expected = LogForm.log(Rational.of(scale)).add(LogForm.rational(rest));
      const value = of(FinitePolicy.fromWeights([1n]), orderStatistic(j, n)).atomlessKl.exact;
      expect(value?.sub(expected).isZero()).toBe(true);
    }
  });

  it('refuses places and numbers of draws that there are not', () => {
    for (const [j, n] of [
      [0, 3],
      [4, 3],
      [1.5, 3],
      [1, 2.5],
      [1, 5000],
    ] as const)
      expect(() => orderStatistic(j, n)).toThrow(InputError);
  });
});

/** Numbers of any law; none of them infinite where the law is positive. */
const VALUES: ((q: Evaluation) => Real)[] = [
  (q) => q.kl,
  (q) => q.winRate,
  (q) => q.of(CHI_SQUARE_DIVERGENCE),
  (q) => q.of(REVERSE_KL_DIVERGENCE),
  (q) => q.of(RENYI_DIVERGENCE, Rational.of(2)),
  (q) => q.of(LARGEST_LOG_RATIO),
];

describe('the mirror', () => {
  it('worst-of-n is best-of-n of the mirrored policy', () => {
    for (const policy of smallUntied(5)) {
      const turned = FinitePolicy.fromWeights([...policy.weights].reverse());
      for (const n of [1, 2, 3, 6]) {
        const [worst, best] = [of(policy, worstOf(n)), new BestOfN(turned, n)];
        expect(pmf(policy, worstOf(n))).toEqual(pmf(turned, bestOf(n)).reverse());
        expect(worst.winRate.exact?.add(best.winRate.exact as LogForm).toString()).toBe('1');
        for (const value of VALUES) {
          if (value === VALUES[1]) continue;
          expect((value(worst).exact as LogForm).sub(value(best).exact as LogForm).isZero()).toBe(true);
        }
        const distances = [worst, best].map((q) => q.of(HELLINGER_DISTANCE).enclose(40));
        expect(distances[0]?.overlaps(distances[1] as never)).toBe(true);
        expect(order(worst.of(TOTAL_VARIATION), best.of(TOTAL_VARIATION))).toBe('equal');
      }
    }
  });

  it('of continuous parts, too, and twice is the rule again', () => {
    for (const continuousParts of [[0], [2], [0, 1]]) {
      const policy = FinitePolicy.fromWeights([2n, 3n, 5n], { continuousParts });
      const turned = FinitePolicy.fromWeights([5n, 3n, 2n], { continuousParts: continuousParts.map((i) => 2 - i) });
      for (const n of [2, 4]) {
        const [worst, best] = [of(policy, worstOf(n)), new BestOfN(turned, n)];
        const twice = of(policy, mirrored(worstOf(n)));
        for (const value of [...VALUES, (q: Evaluation): Real => q.of(HELLINGER_DISTANCE)]) {
          if (value !== VALUES[1]) expect(value(worst).enclose(40).overlaps(value(best).enclose(40))).toBe(true);
          expect(
            value(twice)
              .enclose(40)
              .overlaps(value(new BestOfN(policy, n)).enclose(40)),
          ).toBe(true);
        }
        expect(worst.winRate.exact?.add(best.winRate.exact as LogForm).toString()).toBe('1');
      }
    }
  });
});

const RULES: [string, RankRule][] = [
  ...SELECTIONS.map((name): [string, RankRule] => [name, ruleOf(name, Rational.of(3))]),
  ['order statistic 2 of 5', orderStatistic(2, 5)],
  ['a tilt near 1', uniformTilt(Rational.parse('1.001'))],
];

const largest = ({ lo, hi }: Interval): Decimal => Decimal.max(lo.abs(), hi.abs());
const smallest = ({ lo, hi }: Interval): Decimal => Decimal.min(lo.abs(), hi.abs());

describe.each(RULES)('%s', (name, rule) => {
  it('diverges less than without atoms, and wins as its shape says', () => {
    for (const policy of smallPolicies(4, 'level')) {
      const q = of(policy, rule);
      expect(order(q.kl, q.atomlessKl)).not.toBe('greater');
      const wins = order(q.winRate, q.winRateBound);
      if (rule.shape === 'convex') expect(wins).not.toBe('greater');
      if (rule.shape === 'concave') expect(wins).not.toBe('less');
    }
  });

  it('has continuous parts that are the limit of ever more equal atoms in their place', () => {
    const weights = [2n, 3n, 5n];
    const isCut = name === 'top-nth';
    let changed = 0;
    for (const place of [0, 1, 2]) {
      const whole = of(FinitePolicy.fromWeights(weights, { continuousParts: [place] }), rule);
      const left = (value: (q: Evaluation) => Real, pieces: number): Real => {
        const finer = weights.flatMap((weight, i) =>
          i === place ? Array.from({ length: pieces }, () => weight) : [weight * BigInt(pieces)],
        );
        return difference(value(whole), value(of(FinitePolicy.fromWeights(finer), rule)));
      };
      for (const value of VALUES) {
        // The density of the top fraction is constant where it is not 0, and there KL(p‖π) is infinite.
        if (isCut && value === VALUES[3]) continue;
        const [far, near] = [left(value, 4).enclose(40), left(value, 64).enclose(40)];
        // Where four pieces make no difference, sixty-four make none; elsewhere what is left is certainly less than a quarter.
        if (far.containsZero()) expect(near.containsZero()).toBe(true);
        else {
          changed += 1;
          expect(largest(near).times(4).lt(smallest(far))).toBe(true);
        }
      }
    }
    expect(changed).toBeGreaterThanOrEqual(isCut ? 3 : 15);
  });

  it('refuses quantities of best-of-n, but is best-of-n', () => {
    const q = of(FinitePolicy.fromWeights([1n, 2n]), rule);
    const inN = defineQuantity({
      symbol: 'n',
      scope: 'any selection',
      formula: ({ field, n }) => field.lift(field.rational(n)),
    });
    if (rule.exponent) {
      expect(q.of(inN).exact?.toString()).toBe('3');
    } else {
      expect(() => q.of(ESTIMATOR_MEAN)).toThrow(/is defined only for best-of-n, not for the selection /);
      expect(() => q.of(inN).enclose(20)).toThrow(/this formula is for best-of-n only, not for the selection /);
    }
  });
});

describe('the top fraction', () => {
  it('is rewind-and-repeat where it ends between two outcomes', () => {
    for (const policy of smallPolicies(6, 'level')) {
      for (const k of policy.atoms.keys()) {
        const rule = topFraction(acceptedMass(policy, k));
        const q = of(policy, rule);
        expect(pmf(policy, rule)).toEqual(rewindLaw(exactField, policy, k).map((p) => p.reduced().toString()));
        expect(q.kl.exact?.sub(rewindKl(exactField, policy, k)).isZero()).toBe(true);
        expect(q.kl.enclose(30).overlaps(rewindKl(exactField, policy, k).enclose(30))).toBe(true);
        // In decimals, too, an atom that is never selected adds nothing.
        expect(q.inDecimals(kl, 30).overlaps(q.kl.enclose(30))).toBe(true);
        expect(q.winRate.exact?.toString()).toBe(rewindWinRate(policy, k).toString());
      }
    }
  });

  it('says that KL(p‖π) is infinite', () => {
    const q = of(FinitePolicy.fromWeights([1n, 1n]), topFraction(Rational.of(1, 2)));
    expect(() => q.of(REVERSE_KL_DIVERGENCE).enclose(20)).toThrow(DomainError);
    const mixed = of(FinitePolicy.fromWeights([1n], { continuousParts: [0] }), topFraction(Rational.of(1, 2)));
    expect(() => mixed.of(REVERSE_KL_DIVERGENCE).enclose(20)).toThrow('is infinite');
  });
});

describe('the tilt of the uniform', () => {
  it('wins as much as can be won at its KL, without atoms', () => {
    for (const base of ['1.0001', '3/2', '2', '7', '1000']) {
      const { atomlessKl, winRateBound } = of(FinitePolicy.fromWeights([1n]), uniformTilt(Rational.parse(base)));
      const best = optimalWinRate(atomlessKl).enclose(30);
      expect(best.overlaps(winRateBound.enclose(30))).toBe(true);
      expect(best.hi.minus(best.lo).lt('1e-20')).toBe(true);
    }
  });

  it('has no exact form, and says so', () => {
    const q = of(FinitePolicy.fromWeights([1n, 2n]), uniformTilt(Rational.of(2)));
    expect(q.kl.exact).toBeNull();
    expect(() => [...new Law(exactField, q.policy, q.rule).atoms()]).toThrow('a tilt has no exact form');
    expect(order(q.kl, multiple(Rational.of(2), q.kl))).toBe('less');
  });

  it('is the reference at the base 1', () => {
    const q = of(FinitePolicy.fromWeights([1n, 2n]), uniformTilt(Rational.ONE));
    expect(q.kl.exact?.isZero()).toBe(true);
    expect(q.winRate.exact?.toString()).toBe('1/2');
  });
});

describe('what was wide, refused or endless once', () => {
  const halves = FinitePolicy.fromWeights([1n, 1n]);
  const mixed = FinitePolicy.fromWeights([1n, 1n], { continuousParts: [0] });
  const width = (value: Real): boolean => {
    const { lo, hi } = value.enclose(30);
    return hi.minus(lo).lte(hi.abs().times('1e-20'));
  };

  it('worst-of-n has the reversed KL and small powers of best-of-n, as precisely', () => {
    for (const n of [1000, 3500]) {
      const [worst, best] = [of(halves, worstOf(n)), new BestOfN(halves, n)];
      for (const value of [
        (q: Evaluation): Real => q.of(REVERSE_KL_DIVERGENCE),
        (q: Evaluation): Real => q.of(RENYI_DIVERGENCE, Rational.of(1, 100)),
      ]) {
        expect(width(value(worst))).toBe(true);
        expect(value(worst).enclose(30).overlaps(value(best).enclose(30))).toBe(true);
      }
    }
  });

  it('an order in other terms is the same order', () => {
    const q = of(mixed, orderStatistic(2, 3));
    const unreduced = q.of(RENYI_DIVERGENCE, Rational.of(4, 2));
    expect(unreduced.enclose(10).lo.toFixed(8)).toBe('0.09531017');
    expect(of(halves, worstOf(2)).of(RENYI_DIVERGENCE, Rational.of(4, 2)).exact?.toString()).toBe('log(5) - 2*log(2)');
  });

  it('high orders and powers are narrow', () => {
    expect(width(of(mixed, bestOf(10 ** 9)).of(RENYI_DIVERGENCE, Rational.of(10)))).toBe(true);
    expect(width(of(mixed, uniformTilt(Rational.of(10 ** 9))).of(RENYI_DIVERGENCE, Rational.of(50)))).toBe(true);
    expect(width(of(mixed, orderStatistic(128, 256)).of(CHI_SQUARE_DIVERGENCE))).toBe(true);
    expect(() =>
      of(mixed, bestOf(2))
        .of(RENYI_DIVERGENCE, Rational.of(10n ** 10n))
        .enclose(10),
    ).toThrow('at most 10000');
  });

  it('order statistics of many draws end', () => {
    expect(width(of(halves, orderStatistic(511, 512)).atomlessKl)).toBe(true);
    expect(width(of(halves, orderStatistic(512, 1024)).kl)).toBe(true);
  });

  it('powers of a density that take too many terms are refused', () => {
    const q = of(mixed, orderStatistic(125, 250));
    expect(width(q.of(CHI_SQUARE_DIVERGENCE))).toBe(true);
    expect(() => q.of(RENYI_DIVERGENCE, Rational.of(64)).enclose(10)).toThrow('the power 64 of the density');
  });

  it('what is no rule is named', () => {
    expect(() => new Evaluation(halves, 3 as never)).toThrow('the rule must be a selection such as worstOf(3), not 3');
  });
});
