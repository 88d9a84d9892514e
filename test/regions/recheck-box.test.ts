import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { type ReadBox, TopGapBoxes } from '../../src/regions/recheck-box.ts';
import { holdsNearZero } from '../../src/regions/recheck-series.ts';

const gap = new TopGapBoxes(10, 40);

function box(from: string, to: string, bound: Rational): ReadBox {
  const [left, right] = [Rational.parse(from), Rational.parse(to)];
  return { from: left, to: right, at: left.add(right).div(Rational.of(2)), bound };
}

describe('the second look at a box', () => {
  // The maximum of γ/t² for n = 10 is at t = .2775, between the ends of these boxes, at which γ/t² is lower by more than 1 in 1000.
  const { lo, hi } = sharpQuadraticConstant(10);
  const small = lo.mul(Rational.of(999, 1000));
  const around = box('0.22', '0.34', small);

  it('does not pass a bound that holds at the ends of a box and fails inside', () => {
    for (const t of [around.from, around.to]) expect(gap.excess(2, small, t).lo.gt(0)).toBe(true);
    expect(gap.bySlope(2, small, around)).toBe(false);
    expect(gap.byCurvature(2, small, around)).toBe(false);
  });

  it('looks at the vertex of the model, not at its ends alone', () => {
    // κ_n·(1 − 10^−9) fails within 10^−4 of the maximum at .27749…; the model from .2765 is close enough to be ≥ 0 at both ends.
    const tight = lo.mul(Rational.of(10n ** 9n - 1n, 10n ** 9n));
    const close = { ...box('0.2745', '0.2805', tight), at: Rational.parse('0.2765') };
    expect(gap.byCurvature(2, tight, close)).toBe(false);
    const before = { ...box('0.2745', '0.276', tight), at: Rational.parse('0.275') };
    const after = { ...box('0.279', '0.2805', tight), at: Rational.parse('0.28') };
    expect(gap.byCurvature(2, tight, before) && gap.byCurvature(2, tight, after)).toBe(true);
  });

  it('passes one that holds', () => {
    expect(gap.byCurvature(2, hi.mul(Rational.of(102, 100)), box('0.25', '0.3', hi.mul(Rational.of(102, 100))))).toBe(
      true,
    );
    expect(gap.bySlope(2, hi, box('0.4', '0.5', hi))).toBe(true);
  });

  it('takes γ′ at the end where it is least', () => {
    // γ′ grows from .2741… at .06 to .3555… at .07: over .07², 55.9… and 72.5….
    expect(gap.byBend(box('0.06', '0.07', Rational.of(55)))).toBe(true);
    expect(gap.byBend(box('0.06', '0.07', Rational.of(60)))).toBe(false);
    // It falls from 1.888… at .5 to 1.646… at .6: over .6², 5.24… and 4.57…; and on to 1 at t = 1.
    expect(gap.byBend(box('0.5', '0.6', Rational.of(9, 2)))).toBe(true);
    expect(gap.byBend(box('0.5', '0.6', Rational.of(5)))).toBe(false);
    expect(gap.byRange(box('0.5', '1', Rational.of(4, 5)))).toBe(true);
    expect(gap.byRange(box('0.5', '1', Rational.of(11, 10)))).toBe(false);
  });
});

describe('the second look at the series', () => {
  const constant = Rational.of(10, 3);

  it('needs its tail, and stays inside the circle of convergence', () => {
    expect(holdsNearZero(5, 3, constant, Rational.of(1, 20))).toBe(true);
    expect(holdsNearZero(5, 3, constant, Rational.of(19, 100))).toBe(false);
    expect(holdsNearZero(5, 3, Rational.of(10 ** 6), Rational.of(1, 5))).toBe(false);
    expect(holdsNearZero(5, 3, Rational.of(10 ** 6), Rational.ONE)).toBe(false);
  });

  it('does not hold for a constant a hair too small, however near to 0', () => {
    const small = constant.mul(Rational.of(10n ** 9n - 1n, 10n ** 9n));
    for (const k of [20, 10 ** 3, 10 ** 6, 10 ** 9]) expect(holdsNearZero(5, 3, small, Rational.of(1, k))).toBe(false);
  });

  it('bounds γ′/t² below its limit n(n−1)²/8 only', () => {
    expect(holdsNearZero(5, null, Rational.of(9), Rational.of(1, 1000))).toBe(true);
    expect(holdsNearZero(5, null, Rational.of(10), Rational.of(1, 1000))).toBe(false);
  });
});
