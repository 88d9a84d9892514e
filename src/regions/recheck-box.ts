import type { Decimal } from 'decimal.js';
import { Interval } from '../arithmetic/interval.ts';
import { type IntervalField, intervals } from '../arithmetic/interval-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { topGap } from '../quantities/local-gap.ts';

/** A box as the re-checker reads it. */
export interface ReadBox {
  readonly from: Rational;
  readonly to: Rational;
  readonly at: Rational;
  readonly bound: Rational;
}

interface Ends {
  /** f = n a^(n−1), m = (1 − a^n)/t and l = log(m/f), null where f = 0. */
  readonly f: Interval;
  readonly m: Interval;
  readonly l: Interval | null;
}

/**
 * The enclosures of the re-checker, in decimals and on the scale of t: γ by its definition through Φ, γ′ = f log(f/m) − f + m and
 * γ″ = n(n−1)a^(n−2)·l − (m/t)(1 − f/m)². m decreases and m/f increases with t.
 */
export class TopGapBoxes {
  readonly #n: number;
  readonly #field: IntervalField;

  constructor(n: number, digits: number) {
    this.#n = n;
    this.#field = intervals(digits);
  }

  /** Ct^p − γ(t) at a point, minus the margin that a box requires. */
  excess(power: 2 | 3, constant: Rational, t: Rational, asked = Rational.ZERO): Interval {
    const field = this.#field;
    return field.sub(field.rational(constant.mul(t.pow(power)).sub(asked)), topGap(field, t, this.#n));
  }

  /** γ ≤ bound·t^p: (Ct^p − γ)′ keeps its sign on the box, so Ct^p − γ is least at an end, where it has the required margin. */
  bySlope(power: 2 | 3, constant: Rational, box: ReadBox): boolean {
    const { from, to } = box;
    const field = this.#field;
    const steep = field.rational(constant.mul(Rational.of(power)));
    const slope = field.sub(
      field.mul(steep, field.pow(this.#hull(from, to), BigInt(power - 1))),
      this.#slope(from, to),
    );
    if (slope.lo.lt(0) && slope.hi.gt(0)) return false;
    return this.excess(power, constant, slope.lo.gte(0) ? from : to, asked(power, constant, box)).lo.gte(0);
  }

  /** γ ≤ bound·t^p by Taylor's theorem for Ct^p − γ at `at`, with the range of the second derivative over the box. */
  byCurvature(power: 2 | 3, constant: Rational, box: ReadBox): boolean {
    const { from, to, at } = box;
    const field = this.#field;
    const bend = this.#bend(from, to);
    if (!bend) return false;
    const times = (q: Rational, x: Interval): Interval => field.mul(field.rational(q), x);
    const second = times(
      constant.mul(Rational.of(power * (power - 1))),
      field.pow(this.#hull(from, to), BigInt(power - 2)),
    );
    const q = lower(field.sub(second, bend));
    const slope = field.sub(
      field.rational(constant.mul(Rational.of(power)).mul(at.pow(power - 1))),
      this.#slope(at, at),
    );
    const D = this.excess(power, constant, at, asked(power, constant, box));
    const half = times(Rational.of(1, 2), q);
    const steps = [from, to].map((end) => field.rational(end.sub(at)));
    const ends = steps.map((h) => field.add(D, field.mul(h, field.add(slope, field.mul(h, half)))));
    if (ends.some(({ lo }) => lo.lt(0))) return false;
    // Where the slope of the model changes sign inside, its least value is D − D′²/2q.
    const [first, last] = steps.map((h) => field.add(slope, field.mul(h, q))) as [Interval, Interval];
    if (q.lo.lte(0) || first.lo.gte(0) || last.hi.lte(0)) return true;
    return field.sub(D, field.div(field.mul(slope, slope), times(Rational.of(2), q))).lo.gte(0);
  }

  /** γ′ ≥ bound·t², from the range of γ′. */
  byRange({ from, to, bound }: ReadBox): boolean {
    return this.#slope(from, to).lo.gte(this.#highest(bound, to));
  }

  /** γ′ ≥ bound·t²: γ″ keeps its sign, so γ′ is least at an end. */
  byBend({ from, to, bound }: ReadBox): boolean {
    const bend = this.#bend(from, to);
    if (!bend || (bend.lo.lt(0) && bend.hi.gt(0))) return false;
    const end = bend.lo.gte(0) ? from : to;
    return this.#slope(end, end).lo.gte(this.#highest(bound, to));
  }

  #highest(bound: Rational, to: Rational): Decimal {
    return this.#field.rational(bound.mul(to.pow(2))).hi;
  }

  #hull(from: Rational, to: Rational): Interval {
    return new Interval(this.#field.rational(from).lo, this.#field.rational(to).hi);
  }

  #ends(t: Rational): Ends {
    const field = this.#field;
    const a = field.rational(Rational.ONE.sub(t));
    const power = field.pow(a, BigInt(this.#n) - 1n);
    const f = field.mul(field.integer(this.#n), power);
    const m = field.div(field.sub(field.integer(1), field.mul(power, a)), field.rational(t));
    return { f, m, l: f.lo.gt(0) ? field.log(field.div(m, f)) : null };
  }

  /** The range of γ′ between two points. */
  #slope(from: Rational, to: Rational): Interval {
    const field = this.#field;
    const left = this.#ends(from);
    const right = from.equals(to) ? left : this.#ends(to);
    const f = new Interval(right.f.lo, left.f.hi);
    const m = new Interval(right.m.lo, left.m.hi);
    const rest = field.sub(m, f);
    if (left.l && right.l) return field.sub(rest, field.mul(f, new Interval(left.l.lo, right.l.hi)));
    // f reaches 0. −f log(f/m) = m·sl for s = f/m = e^−l. sl is at most its value at the left end if l ≥ 1 there, else at most 1/e < 3/8.
    const s = field.div(left.f, left.m);
    const most = left.l?.lo.gte(1) ? field.mul(s, left.l) : field.rational(Rational.of(3, 8));
    return field.sub(rest, new Interval(field.integer(0).lo, field.mul(m, most).hi));
  }

  /** The range of γ″ between two points; null where f reaches 0. */
  #bend(from: Rational, to: Rational): Interval | null {
    const field = this.#field;
    const left = this.#ends(from);
    const right = this.#ends(to);
    if (!left.l || !right.l) return null;
    const n = BigInt(this.#n);
    const a = field.sub(field.integer(1), this.#hull(from, to));
    const fall = field.mul(field.integer(n * (n - 1n)), field.pow(a, n - 2n));
    const share = new Interval(
      field.sub(field.integer(1), field.div(left.f, left.m)).lo,
      field.sub(field.integer(1), field.div(right.f, right.m)).hi,
    );
    const perT = new Interval(field.div(right.m, field.rational(to)).lo, field.div(left.m, field.rational(from)).hi);
    const first = field.mul(fall, new Interval(left.l.lo, right.l.hi));
    return field.sub(first, field.mul(perT, field.mul(share, share)));
  }
}

/** (C − bound)·to^p: if Ct^p − γ is at least this on the box, then γ ≤ bound·t^p there. */
function asked(power: 2 | 3, constant: Rational, { to, bound }: ReadBox): Rational {
  return constant.sub(bound).mul(to.pow(power));
}

function lower(x: Interval): Interval {
  return new Interval(x.lo, x.lo);
}
