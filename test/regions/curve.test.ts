import { describe, expect, it } from 'vitest';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { topGap } from '../../src/quantities/local-gap.ts';
import { Curve } from '../../src/regions/curve.ts';
import { gapCoefficients, REACH, signNearZero, TERMS, tailOfGap, tailOfSlope } from '../../src/regions/series.ts';

const DRAWS = [2, 3, 4, 7, 20, 200, 5000];
const BITS = 160;
const field = intervals(60);
const shares = [1, 3, 10, 17, 29, 36, 39].map((k) => Rational.of(k, 40));

describe('the curve of the top gap', () => {
  it('is γ as defined through Φ', () => {
    for (const n of DRAWS) {
      const curve = new Curve(n, BITS);
      for (const t of [...shares, Rational.ONE, Rational.of(1, 20 * n)]) {
        const { G } = curve.point(t.mul(Rational.of(n)));
        const exact = topGap(field, t, n);
        expect(curve.field.toInterval(G, 60).overlaps(exact), `n = ${n}, t = ${t}`).toBe(true);
        expect(G.hi - G.lo < 1n << 40n).toBe(true);
      }
    }
  });

  it('has the derivatives that its differences lie between', () => {
    // G(x+h) − G(x) = h·G′ at some point between, so it lies in h times the range of G′; likewise for G″.
    for (const n of [...DRAWS, null]) {
      const curve = new Curve(n, BITS);
      const end = Rational.of(n ?? 10);
      for (const share of shares) {
        const from = curve.point(share.mul(end));
        const to = curve.point(share.mul(end).mul(Rational.of(1001, 1000)));
        const range = curve.range(from, to);
        const step = curve.field.sub(to.x, from.x);
        for (const [rise, slope] of [
          [curve.field.sub(to.G, from.G), range.G1],
          [curve.field.sub(to.G1, from.G1), range.G2],
        ] as const) {
          const between = slope && curve.field.mul(step, slope);
          expect(between && between.lo <= rise.hi && rise.lo <= between.hi, `n = ${n}, share ${share}`).toBe(true);
        }
        // The range is not so wide that this says nothing.
        expect(range.G1.hi - range.G1.lo < 4n * step.hi).toBe(true);
      }
    }
  });

  it('has ranges that hold its points, up to t = 1', () => {
    for (const n of DRAWS) {
      const curve = new Curve(n, BITS);
      const at = (k: number) => curve.point(Rational.of(k * n, 40));
      for (const [low, high] of [
        [1, 5],
        [10, 20],
        [30, 40],
      ] as const) {
        const range = curve.range(at(low), at(high));
        for (let k = low; k <= high; k += 1) {
          const { G1, G2 } = at(k);
          expect(range.G1.lo <= G1.lo && G1.hi <= range.G1.hi, `n = ${n}, ${k}`).toBe(true);
          if (range.G2) expect(G2 && range.G2.lo <= G2.lo && G2.hi <= range.G2.hi, `n = ${n}, ${k}`).toBe(true);
        }
      }
      expect(curve.range(at(30), at(40)).G2).toBeNull();
    }
  });
});

describe('the series at t → 0', () => {
  const value = (n: number | null, x: Rational): Rational =>
    gapCoefficients(n).reduce((sum, c, k) => sum.add(c.mul(x.pow(k))), Rational.ZERO);

  it('starts with (1 − 1/n)²/24·x³', () => {
    for (const n of DRAWS) {
      const c = gapCoefficients(n);
      expect(c.slice(0, 3).every((k) => k.sign() === 0)).toBe(true);
      expect(c[3]?.toString()).toBe(Rational.of((n - 1) ** 2, 24 * n * n).toString());
    }
    expect(gapCoefficients(null)[3]?.toString()).toBe('1/24');
  });

  it('is the curve within its tail', () => {
    for (const n of [...DRAWS, null]) {
      const curve = new Curve(n, BITS);
      for (const x of [REACH, Rational.of(1, 10)]) {
        const { G } = curve.point(x);
        const off = curve.field.sub(G, curve.field.rational(value(n, x)));
        const tail = curve.field.rational(tailOfGap(x));
        expect(off.lo >= -tail.hi && off.hi <= tail.hi, `n = ${n}`).toBe(true);
        expect(gapCoefficients(n).every((c) => c.abs().compare(Rational.of(8)) < 0)).toBe(true);
      }
    }
  });

  it('has tails that are the sums they stand for', () => {
    const x = REACH;
    let gap = Rational.ZERO;
    let slope = Rational.ZERO;
    for (let k = TERMS; k < TERMS + 60; k += 1) {
      gap = gap.add(Rational.of(8).mul(x.pow(k))).reduced();
      slope = slope.add(Rational.of(8 * k).mul(x.pow(k - 1))).reduced();
    }
    const unit = Rational.of(1, 1n << 120n);
    for (const [sum, tail] of [
      [gap, tailOfGap(x)],
      [slope, tailOfSlope(x)],
    ] as const) {
      expect(tail.compare(sum) > 0 && tail.sub(sum).compare(unit) < 0).toBe(true);
    }
  });

  it('shows a sign only where the lowest term outweighs all that go against it', () => {
    const q = (...values: number[]) => values.map((v) => Rational.of(v));
    const half = Rational.of(1, 2);
    expect(signNearZero(q(0, 1, -1), Rational.of(1, 5), half)).toBe(1);
    expect(signNearZero(q(0, 1, -1), Rational.of(1, 4), half)).toBe(0);
    expect(signNearZero(q(0, -1, 1, -9), Rational.of(1, 5), half)).toBe(-1);
    expect(signNearZero(q(0, 1, 9), Rational.of(1, 5), half)).toBe(1);
    expect(signNearZero(q(0, 1, -3), Rational.ZERO, half)).toBe(0);
    expect(signNearZero(q(0, 0), Rational.ZERO, half)).toBe(0);
  });
});
