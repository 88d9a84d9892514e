import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { estimator } from '../../src/quantities/estimator.ts';
import { localGap, topGap } from '../../src/quantities/local-gap.ts';
import { phi } from '../../src/selection/best-of.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';

const options = { seed: 1, numRuns: 100 };
const draws = fc.integer({ min: 1, max: 12 });

/** Increasing rationals 0 ≤ a < b < c ≤ 1. */
const triple = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(40))
  .map(([a, b, c, d]) => {
    const total = a + b + c + d;
    return [Rational.of(a, total), Rational.of(a + b, total), Rational.of(a + b + c, total)] as const;
  });

const gap = (a: Rational, b: Rational, n: number): LogForm => localGap(exactField, a, b, n);
const formula = (n: number): LogForm => analyticalFormula(exactField, n);

describe('the local gap', () => {
  it('is 0 at n = 1 and positive from n = 2 on', () => {
    fc.assert(
      fc.property(triple, draws, ([a, b], n) => gap(a, b, n).sign() === (n === 1 ? 0 : 1)),
      options,
    );
  });

  it('scales: g(a, b) = b^n γ((b − a)/b)', () => {
    fc.assert(
      fc.property(triple, draws, ([a, b], n) => {
        const top = topGap(exactField, b.sub(a).div(b), n);
        expect(
          gap(a, b, n)
            .sub(top.scale(b.pow(n)))
            .isZero(),
        ).toBe(true);
      }),
      options,
    );
  });

  it('loses by merging: g(a, c) > g(a, b) + g(b, c) for n ≥ 2', () => {
    fc.assert(
      fc.property(triple, draws, ([a, b, c], n) => {
        const loss = gap(a, c, n)
          .sub(gap(a, b, n))
          .sub(gap(b, c, n));
        expect(loss.sign()).toBe(n === 1 ? 0 : 1);
      }),
      options,
    );
  });

  it('of all of [0, 1] is the formula: γ(1) = D̃_n', () => {
    for (const n of [1, 2, 3, 10, 100]) {
      expect(topGap(exactField, Rational.ONE, n).sub(formula(n)).isZero()).toBe(true);
      expect(gap(Rational.ZERO, Rational.ONE, n).sub(formula(n)).isZero()).toBe(true);
    }
  });
});

describe('Φ_n', () => {
  it('is 0 at 0 and D̃_n at 1', () => {
    expect(phi(exactField, Rational.ZERO, 5).isZero()).toBe(true);
    expect(phi(exactField, Rational.ONE, 5).sub(formula(5)).isZero()).toBe(true);
  });

  it('has the value of its formula at 1/2: 2^−3 (log 3 − 2 log 2 − 2/3) for n = 3', () => {
    expect(phi(exactField, Rational.of(1, 2), 3).toString()).toBe('1/8*log(3) - 1/4*log(2) - 1/12');
  });
});

describe('the estimator', () => {
  const mass = triple.map(([a, b]) => b.sub(a));

  it('is the formula less the top gap', () => {
    fc.assert(
      fc.property(mass, draws, (epsilon, n) => {
        const estimate = estimator(exactField, n)(epsilon);
        expect(
          estimate
            .add(topGap(exactField, epsilon, n))
            .sub(formula(n))
            .isZero(),
        ).toBe(true);
      }),
      options,
    );
  });

  it('falls as the mass grows', () => {
    fc.assert(
      fc.property(triple, draws, ([, b, c], n) => {
        const fall = estimator(exactField, n)(b).sub(estimator(exactField, n)(c));
        expect(fall.sign()).toBe(n === 1 ? 0 : 1);
      }),
      options,
    );
  });

  it('is below the formula by nearly n(n−1)²ε³/24 for a tiny mass ε', () => {
    const field = intervals(200);
    const estimate = estimator(field, 7)(Rational.of(1n, 10n ** 50n));
    const rest = field.sub(analyticalFormula(field, 7), estimate);
    expect(rest.lo.gt('1.0499999e-149') && rest.hi.lt('1.0500001e-149')).toBe(true);
  });

  it('is 0 at mass 1', () => {
    expect(estimator(exactField, 9)(Rational.ONE).isZero()).toBe(true);
  });
});
