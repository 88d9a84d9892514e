import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { compare } from '../../src/arithmetic/compare.ts';
import { expFixed } from '../../src/arithmetic/fixed-exp.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, rationalReal, real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { kl } from '../../src/quantities/kl.ts';
import { winRate, winRateByTrapezoids } from '../../src/quantities/win-rate.ts';

const WEIGHTS = [
  [1n, 1n],
  [3n, 1n, 2n],
  [10n ** 20n, 1n],
  [1n, 7n, 10n ** 12n, 5n],
];
const REAL_DRAWS = [1.015625, 1.5, 2.25, 3.875, 40.5, 999.984375];

describe.each(WEIGHTS.map((weights) => ({ weights })))('weights $weights at a real n', ({ weights }) => {
  const policy = FinitePolicy.fromWeights(weights);

  it.each(REAL_DRAWS)('n = %s: fixed point, decimals, the gap by its parts and the trapezoids agree', (n) => {
    const q = new BestOfN(policy, n);
    const inDecimals = (digits: number) => q.inDecimals(kl, digits);
    expect(q.kl.enclose(40).overlaps(inDecimals(40))).toBe(true);
    expect(q.gap.enclose(40).overlaps(q.gapByParts.enclose(40))).toBe(true);
    const [one, other] = [winRate, winRateByTrapezoids].map((formula) => q.inDecimals(formula, 40));
    expect(one && other?.overlaps(one)).toBe(true);
    expect(q.kl.exact).toBeNull();
    const cheap = q.kl.approximate();
    expect(cheap && toInterval(cheap, 40).overlaps(q.kl.enclose(40))).toBe(true);
  });

  it.each([1, 2, 5])('tends to n = %s as the real n does', (n) => {
    const [at, near] = [new BestOfN(policy, n), new BestOfN(policy, n + 2 ** -30)];
    for (const name of ['kl', 'atomlessKl', 'winRate', 'estimatorMean'] as const) {
      const width = difference(near[name], at[name]).enclose(40);
      expect(width.lo.gt('-1e-6') && width.hi.lt('1e-6')).toBe(true);
    }
  });
});

describe('a power with a real exponent', () => {
  it('squared is the power with twice the exponent, in both fields', () => {
    const [fixed, decimal] = [new FixedField(200), intervals(50)];
    for (const text of ['1/3', '0.999999', '1e-12', '1', '7/2']) {
      const value = Rational.parse(text);
      for (const n of [1.5, 2.5, 17.5, 1.3, 1 + 2 ** -52].map((x) => Rational.fromDouble(x))) {
        const root = fixed.pow(fixed.rational(value), n);
        const whole = fixed.pow(fixed.rational(value), n.mul(Rational.of(2)));
        const square = fixed.mul(root, root);
        expect(square.lo <= whole.hi && whole.lo <= square.hi).toBe(true);
        expect(fixed.toInterval(root, 50).overlaps(decimal.pow(decimal.rational(value), n))).toBe(true);
      }
    }
    expect(fixed.pow({ lo: 0n, hi: 0n }, Rational.of(3, 2))).toEqual({ lo: 0n, hi: 0n });
    expect(decimal.pow(decimal.integer(0), Rational.of(3, 2)).contains(decimal.integer(0))).toBe(true);
    expect(() => decimal.pow(decimal.integer(-1), Rational.of(3, 2))).toThrow('cannot take a root of');
  });

  it('rests on an exponential that holds against the decimal one, also far below 0', () => {
    const bits = 160;
    const one = 1n << BigInt(bits);
    for (const text of ['0', '1', '-1', '10/3', '-0.6931471805599453094', '-88.5', '-5000', '1e-30', '-1e-30', '40']) {
      const x = Rational.parse(text);
      const at = (x.num * one) / x.den;
      const { lo, hi } = expFixed(at, bits);
      const decimal = intervals(60);
      const exact = decimal.exp(decimal.rational(Rational.of(at, one)));
      const enclosed = new FixedField(bits).toInterval({ lo, hi }, 60);
      expect(enclosed.lo.lte(exact.lo) && exact.hi.lte(enclosed.hi)).toBe(true);
      // A few units of the last place, of a result that may be large.
      expect(hi - lo).toBeLessThanOrEqual(4n + (hi >> BigInt(bits - 4)));
    }
    expect(() => expFixed(10_000n * one, bits)).toThrow('out of range');
  });
});

describe('policies with continuous parts', () => {
  const shattered = (parts: number) =>
    FinitePolicy.fromWeights([BigInt(2 * parts), ...Array.from({ length: parts }, () => 3n), BigInt(parts)]);
  const mixed = FinitePolicy.fromWeights([2n, 3n, 1n], { continuousParts: [1] });

  it.each([1, 2, 3, 2.5, 9])('n = %s: a continuous part is what ever more atoms of its mass tend to', (n) => {
    const q = new BestOfN(mixed, n);
    for (const parts of [10, 100, 1000]) {
      const atoms = new BestOfN(shattered(parts), n);
      // The atoms add to the gap at most n(n−1)/2 · Σ p² over them.
      const bound = rationalReal(Rational.fromDouble((n * (n - 1)) / 2 / (4 * parts)));
      const [gapOff, winOff] = [difference(atoms.gap, q.gap), difference(q.winRate, atoms.winRate)];
      if (n === 1) continue;
      expect(compare(rationalReal(Rational.ZERO), gapOff).order).toBe('less');
      expect(compare(gapOff, bound).order).toBe('less');
      expect(compare(winOff, bound).order).toBe('less');
      expect(compare(rationalReal(Rational.ZERO), winOff).order).toBe('less');
    }
  });

  it('have an exact KL for an integer n, equal to its enclosures and to that by the parts of the gap', () => {
    const q = new BestOfN(mixed, 3);
    const { exact } = q.kl;
    if (!exact) throw new Error('no exact form');
    expect(exact.enclose(40).overlaps(q.kl.enclose(40))).toBe(true);
    const byParts = q.gapByParts.exact;
    expect(byParts && q.atomlessKl.exact?.sub(exact).sub(byParts).isZero()).toBe(true);
  });

  it('reach the formula and n/(n+1) exactly where they have no atom at all', () => {
    const q = new BestOfN(FinitePolicy.fromWeights([2n, 3n], { continuousParts: [0, 1] }), 6);
    expect(q.kl.exact?.sub(q.atomlessKl.exact ?? q.kl.exact).isZero()).toBe(true);
    expect(q.winRate.rational?.toString()).toBe('6/7');
    expect(
      real({ enclose: (digits) => q.inDecimals(kl, digits) })
        .enclose(30)
        .overlaps(q.atomlessKl.enclose(30)),
    ).toBe(true);
    const decimal = q.inDecimals(winRate, 30);
    expect(decimal.contains(intervals(40).rational(Rational.of(6, 7)))).toBe(true);
  });

  it('refuse continuous parts that tie or are not there', () => {
    const tied = () => FinitePolicy.fromRanked([1n, 1n, 1n], [0, 0, 1], { continuousParts: [1] });
    expect(tied).toThrow('the 2nd entry is a continuous part, which cannot tie');
    expect(() => FinitePolicy.fromWeights([1n], { continuousParts: [1] })).toThrow(
      'there is no outcome 1 that could be a continuous part',
    );
  });
});
