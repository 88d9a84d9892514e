import { describe, expect, it } from 'vitest';
import { certainSign, subtractApproximations } from '../../src/arithmetic/approximation.ts';
import { compare } from '../../src/arithmetic/compare.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { gapKernel } from '../../src/kernels/gap.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { fixedHolds, holds } from '../arithmetic/exact.ts';
import { uniform } from '../policy/small-policies.ts';

/** W of the uniform policy by the trapezoid identity, in integers: 1 − Σ (i^n + (i−1)^n)/(2 K^(n+1)). */
function uniformWinRate(K: number, n: number): Rational {
  let missed = 0n;
  for (let i = 1n; i <= K; i += 1n) missed += i ** BigInt(n) + (i - 1n) ** BigInt(n);
  return Rational.ONE.sub(Rational.of(missed, 2n * BigInt(K) ** BigInt(n + 1)));
}

describe('a law of more than 4096 atoms is streamed', () => {
  it('anew each time, where a shorter one is kept', () => {
    const [kept, streamed] = [
      new Law(new FixedField(64), uniform(4096), bestOf(2)),
      new Law(new FixedField(64), uniform(4097), bestOf(2)),
    ];
    expect(kept.atoms()).toBe(kept.atoms());
    expect(streamed.atoms()).not.toBe(streamed.atoms());
    expect([...streamed.atoms()].length).toBe(4097);
    expect([...streamed.atoms()].length).toBe(4097);
  });

  it('with the atoms of the definition', () => {
    const K = 5000;
    const field = new FixedField(80);
    for (const { index, mass, below, upTo, probability } of new Law(field, uniform(K), bestOf(16)).atoms()) {
      const [a, b] = [Rational.of(index, K), Rational.of(index + 1, K)];
      expect(fixedHolds(mass, 80, Rational.of(1, K)) && fixedHolds(below, 80, a) && fixedHolds(upTo, 80, b)).toBe(true);
      if (index % 50 === 0) expect(fixedHolds(probability, 80, b.pow(16).sub(a.pow(16)))).toBe(true);
    }
  });

  it.each([4096, 4097, 5000])('the win rate of the uniform policy has its closed form at K = %i, n = 16', (K) => {
    const { winRate } = new BestOfN(uniform(K), 16);
    expect(winRate.exact).toBeNull();
    expect(holds(winRate.enclose(40), uniformWinRate(K, 16))).toBe(true);
  });

  it('KL of the uniform policy at n = 2 is Σ (2i−1)/K²·log(2i−1) − log K', () => {
    const K = 5000;
    const field = intervals(30);
    let sum = field.neg(field.logOfInteger(BigInt(K)));
    for (let m = 1; m < 2 * K; m += 2) {
      sum = field.add(sum, field.mul(field.rational(Rational.of(m, K * K)), field.logOfInteger(BigInt(m))));
    }
    expect(new BestOfN(uniform(K), 2).kl.enclose(25).overlaps(sum)).toBe(true);
  });

  it('KL of the uniform policy at n = 16 is the formula less the sum of local gaps', () => {
    const { gap, gapByParts } = new BestOfN(uniform(5000), 16);
    expect(gap.enclose(25).overlaps(gapByParts.enclose(25))).toBe(true);
    // By the cubic bound it is below n(n−1)²/24·Σ F^(n−3) p³ < 150/14·(1 + 14/K)/K².
    expect(gapByParts.enclose(25).lo.gt(0) && gapByParts.enclose(25).hi.lt('4.4e-7')).toBe(true);
  });

  it('a streamed policy with ties sees levels, and its estimator outcomes', () => {
    const K = 9000;
    const weights = Array.from({ length: K }, () => 1n);
    const tied = FinitePolicy.fromRanked(
      weights,
      weights.map((_, i) => i >> 1),
    );
    const quantities = new BestOfN(tied, 3);
    expect(tied.atoms.length).toBe(4500);
    expect(quantities.kl.enclose(25).overlaps(new BestOfN(uniform(4500), 3).kl.enclose(25))).toBe(true);
    expect(quantities.estimatorMean.enclose(25).overlaps(quantities.estimatorAt(Rational.of(1, K)).enclose(25))).toBe(
      true,
    );
  });
});

describe('a law refuses', () => {
  it.each([0, -1, 1_000_000_001])('n = %s', (n) => {
    expect(() => new Law(exactField, uniform(2), bestOf(n))).toThrow(InputError);
    expect(() => new BestOfN(uniform(2), n)).toThrow(`n must be an integer from 1 to 1000000000, not ${n}`);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9 + 0.5])('the real n = %s', (n) => {
    expect(() => new BestOfN(uniform(2), n)).toThrow(`n must be a number from 1 to 1000000000, not ${n}`);
  });
});

describe('a million outcomes at n = 2, where the gap is below 10^−11', () => {
  const q = new BestOfN(uniform(1_000_000), 2);

  it('are decided in double-double', () => {
    expect(compare(q.kl, q.atomlessKl)).toMatchObject({ order: 'less', by: 'double-double', digits: 0 });
  });

  it('have a gap that the two kernels agree on, to 12 digits of it', () => {
    const bySums = q.gap.approximate();
    const bySeries = q.sums && gapKernel(q.sums, 2);
    if (!bySums || !bySeries) throw new Error('the kernels reach so far');
    const apart = subtractApproximations(bySums, bySeries);
    expect(certainSign(apart)).toBe(0);
    expect(apart.error).toBeLessThan(bySeries.hi * 1e-12);
  });
});
