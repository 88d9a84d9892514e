import { expSmall } from '../arithmetic/fixed-exp.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import { Rational } from '../arithmetic/rational.ts';

/** Enclosures at one point x of the curve; `l` is null where F = 0. */
export interface Point {
  readonly at: Rational;
  readonly x: FixedInterval;
  readonly F: FixedInterval;
  readonly M: FixedInterval;
  readonly l: FixedInterval | null;
  /** (n−1)/n·a^(n−2), which is −F′. */
  readonly fall: FixedInterval;
  readonly G: FixedInterval;
  readonly G1: FixedInterval;
  /** G″; null where F = 0. */
  readonly G2: FixedInterval | null;
}

/** Ranges over a box. */
export interface Range {
  readonly G1: FixedInterval;
  readonly G2: FixedInterval | null;
}

/**
 * The top gap on the scale x = nt: G(x) = γ(x/n), 0 < x ≤ n, for an integer n ≥ 2, or its limit as n → ∞. With a = 1 − x/n,
 * E = a^n (limit e^−x), λ = −n log a (limit x), F = a^(n−1), M = (1 − E)/x, l = log(M/F), ν = 1/n (limit 0):
 *
 *   G = −(1 − E)(log M + 1 − ν) + (1 − ν)Eλ,  G′ = M − F(1 + l),  G″ = (1 − ν)a^(n−2)·l − (M/x)(1 − F/M)².
 *
 * M is the mean of (1 − sx/n)^(n−1) over 0 ≤ s ≤ 1 (limit e^−sx). So M decreases and M/F increases, and their ranges over a box follow
 * from their values at its ends.
 */
export class Curve {
  /** Null for the limit n → ∞. */
  readonly n: number | null;
  readonly field: FixedField;
  readonly #one: FixedInterval;
  /** 1 − ν. */
  readonly #rest: FixedInterval;
  #last: Point[] = [];

  constructor(n: number | null, bits: number) {
    this.n = n;
    this.field = new FixedField(bits);
    this.#one = this.field.rational(Rational.ONE);
    this.#rest = this.field.rational(n === null ? Rational.ONE : Rational.of(BigInt(n) - 1n, n));
  }

  /** Enclosures at x > 0, x ≤ n. */
  point(at: Rational): Point {
    const known = this.#last.find((point) => point.at.equals(at));
    if (known) return known;
    const found = this.#evaluate(at);
    this.#last = [found, ...this.#last.slice(0, 3)];
    return found;
  }

  #evaluate(at: Rational): Point {
    const { field } = this;
    const x = field.rational(at);
    const a = this.n === null ? this.#one : field.rational(Rational.of(this.n).sub(at).div(Rational.of(this.n)));
    const power = this.n === null ? this.#decay(at) : field.pow(a, BigInt(this.n) - 2n);
    const F = field.mul(power, a);
    const E = field.mul(F, a);
    const missed = field.sub(this.#one, E);
    const M = field.div(missed, x);
    const logM = field.log(M);
    const fall = field.mul(this.#rest, power);
    const part = field.mul(missed, field.add(logM, this.#rest));
    if (a.hi === 0n) {
      return { at, x, F, M, l: null, fall, G: field.sub(E, part), G1: M, G2: null };
    }
    const lambda = this.n === null ? x : field.mul(field.rational(Rational.of(-BigInt(this.n))), field.log(a));
    const steep = field.mul(this.#rest, lambda);
    const l = field.add(logM, steep);
    const G = field.sub(field.mul(E, steep), part);
    const G1 = field.sub(M, field.mul(F, field.add(this.#one, l)));
    const share = field.sub(this.#one, field.div(F, M));
    const G2 = field.sub(field.mul(fall, l), field.mul(field.div(M, x), field.mul(share, share)));
    return { at, x, F, M, l, fall, G, G1, G2 };
  }

  /** The ranges of G′ and G″ between two points. */
  range(from: Point, to: Point): Range {
    const { field } = this;
    const F = { lo: to.F.lo, hi: from.F.hi };
    const M = { lo: to.M.lo, hi: from.M.hi };
    if (!from.l || !to.l) return { G1: field.add(field.sub(M, F), field.relativeEntropy(F, M)), G2: null };
    const l = { lo: from.l.lo, hi: to.l.hi };
    const G1 = field.sub(M, field.mul(F, field.add(this.#one, l)));
    const fall = { lo: to.fall.lo, hi: from.fall.hi };
    const share = {
      lo: field.sub(this.#one, field.div(from.F, from.M)).lo,
      hi: field.sub(this.#one, field.div(to.F, to.M)).hi,
    };
    const perX = { lo: field.div(to.M, to.x).lo, hi: field.div(from.M, from.x).hi };
    return { G1, G2: field.sub(field.mul(fall, l), field.mul(perX, field.mul(share, share))) };
  }

  /** e^−x, from e^(x/2^k) with x/2^k ≤ 1. */
  #decay(at: Rational): FixedInterval {
    let small = at;
    let halvings = 0;
    while (small.compare(Rational.ONE) > 0) {
      small = small.mul(Rational.of(1, 2));
      halvings += 1;
    }
    const { lo, hi } = this.field.rational(small);
    const grown = { lo: expSmall(lo, this.field.bits).lo, hi: expSmall(hi, this.field.bits).hi };
    return this.field.pow(this.field.div(this.#one, grown), 1n << BigInt(halvings));
  }
}
