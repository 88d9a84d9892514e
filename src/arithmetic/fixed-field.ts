import { ceilDiv, floorDiv, floorSqrt } from './bigint.ts';
import { quotient } from './decimal.ts';
import { DomainError, InsufficientPrecisionError } from './errors.ts';
import { checkExponent, type Exponent } from './exponent.ts';
import { expFixed, grown } from './fixed-exp.ts';
import { type FixedInterval, logFixed } from './fixed-point.ts';
import { Interval } from './interval.ts';
import type { LogField } from './log-field.ts';
import { Rational } from './rational.ts';

/**
 * Interval arithmetic on BigInt fixed point: endpoints are integers in units of 2^−bits, rounded outward everywhere.
 *
 * Guarantee: enclosures, of *absolute* precision. The numbers of this theory, masses, powers and their logarithms, are of size 1 or
 * negligible, so that absolute precision suffices. It is an order of magnitude faster than decimals with exponents.
 */
export class FixedField implements LogField<FixedInterval, FixedInterval> {
  readonly bits: number;
  readonly #shift: bigint;
  readonly #one: bigint;
  readonly #belowOne: bigint;

  constructor(bits: number) {
    this.bits = bits;
    this.#shift = BigInt(bits);
    this.#one = 1n << this.#shift;
    this.#belowOne = this.#one - 1n;
  }

  rational(value: Rational): FixedInterval {
    const top = value.num << this.#shift;
    const lo = floorDiv(top, value.den);
    return { lo, hi: lo * value.den === top ? lo : lo + 1n };
  }

  add(x: FixedInterval, y: FixedInterval): FixedInterval {
    return { lo: x.lo + y.lo, hi: x.hi + y.hi };
  }

  sub(x: FixedInterval, y: FixedInterval): FixedInterval {
    return { lo: x.lo - y.hi, hi: x.hi - y.lo };
  }

  mul(x: FixedInterval, y: FixedInterval): FixedInterval {
    if (x.lo >= 0n) {
      return {
        lo: this.#down((y.lo >= 0n ? x.lo : x.hi) * y.lo),
        hi: this.#up((y.hi >= 0n ? x.hi : x.lo) * y.hi),
      };
    }
    if (y.lo >= 0n) return this.mul(y, x);
    const ends = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi];
    return {
      lo: this.#down(ends.reduce((a, b) => (a < b ? a : b))),
      hi: this.#up(ends.reduce((a, b) => (a > b ? a : b))),
    };
  }

  /** Quotient by a positive number. @throws InsufficientPrecisionError when the enclosure of y is not positive. */
  div(x: FixedInterval, y: FixedInterval): FixedInterval {
    if (y.lo <= 0n) throw new InsufficientPrecisionError('cannot divide by an enclosure that contains 0');
    return {
      lo: floorDiv(x.lo << this.#shift, x.lo >= 0n ? y.hi : y.lo),
      hi: ceilDiv(x.hi << this.#shift, x.hi >= 0n ? y.lo : y.hi),
    };
  }

  max(x: FixedInterval, y: FixedInterval): FixedInterval {
    return { lo: x.lo > y.lo ? x.lo : y.lo, hi: x.hi > y.hi ? x.hi : y.hi };
  }

  /** √x for x ≥ 0. */
  sqrt(x: FixedInterval): FixedInterval {
    return { lo: floorSqrt(x.lo << this.#shift), hi: x.hi === 0n ? 0n : floorSqrt((x.hi << this.#shift) - 1n) + 1n };
  }

  /**
   * x^n for x ≥ 0 and n ≥ 0: by squaring for an integer n, by square roots for halves and quarters, and by exp(n log x) for other n. Each
   * endpoint is rounded outward. @throws DomainError as `checkExponent`, and for an enclosure x that extends below 0.
   */
  pow(x: FixedInterval, exponent: Exponent): FixedInterval {
    const n = checkExponent(exponent);
    if (x.lo < 0n) throw new DomainError('a fixed-point power needs a base that is not negative');
    if (typeof n !== 'number') {
      if (n.den === 2n || n.den === 4n) return this.pow(this.sqrt(x), Rational.of(2n * n.num, n.den));
      return this.#realPow(x, this.rational(n));
    }
    // As `mul` does for numbers that are not negative, without an object for each product.
    let [lo, hi, low, high] = [this.#one, this.#one, x.lo, x.hi];
    for (let k = n; k > 0; k = Math.floor(k / 2)) {
      if (k % 2 === 1) {
        lo = this.#down(lo * low);
        hi = this.#up(hi * high);
      }
      if (k > 1) {
        low = this.#down(low * low);
        high = this.#up(high * high);
      }
    }
    return { lo, hi };
  }

  /** exp(n log x); where x touches 0, at both ends, as it is increasing in x, and 0 at 0. */
  #realPow(x: FixedInterval, n: FixedInterval): FixedInterval {
    if (x.lo > 0n) return this.exp(this.mul(n, this.log(x)));
    const at = (base: bigint): FixedInterval =>
      base === 0n ? { lo: 0n, hi: 0n } : this.exp(this.mul(n, this.log({ lo: base, hi: base })));
    return { lo: at(x.lo).lo, hi: at(x.hi).hi };
  }

  /** One series serves both ends of an interval that is at most 1 wide. */
  exp(x: FixedInterval): FixedInterval {
    const { lo, hi } = expFixed(x.lo, this.bits);
    const width = x.hi - x.lo;
    return { lo, hi: width <= this.#one ? grown(hi, width, this.bits) : expFixed(x.hi, this.bits).hi };
  }

  /** One series serves both ends, by log hi ≤ log lo + (hi − lo)/lo. */
  log(x: FixedInterval): FixedInterval {
    if (x.hi <= 0n) throw new DomainError('cannot take the logarithm of a number that is not positive');
    if (x.lo <= 0n) throw new InsufficientPrecisionError('cannot take the logarithm of an enclosure that contains 0');
    const { lo, hi } = logFixed(x.lo, this.bits);
    return { lo, hi: x.hi === x.lo ? hi : hi + ceilDiv((x.hi - x.lo) << this.#shift, x.lo) };
  }

  /**
   * a·log(a/b) = b·h(a/b) with h(r) = r log r. Where the enclosure of a touches 0, h is needed on [0, r]. It decreases from 0 to
   * −1/e > −3/8 at 1/e and increases from there, so it is above −3/8 and at most max(0, h(r)).
   */
  relativeEntropy(a: FixedInterval, b: FixedInterval): FixedInterval {
    if (a.lo > 0n) return this.mul(a, this.log(this.div(a, b)));
    const r = this.div({ lo: 0n, hi: a.hi }, b).hi;
    if (r <= 0n) return { lo: 0n, hi: 0n };
    const top = this.mul({ lo: r, hi: r }, this.log({ lo: r, hi: r }));
    const falling = 3n * r < this.#one;
    const h = { lo: falling ? top.lo : (-3n * this.#one) >> 3n, hi: top.hi > 0n ? top.hi : 0n };
    return this.mul(b, h);
  }

  lift(x: FixedInterval): FixedInterval {
    return x;
  }

  readonly lower = (x: FixedInterval): FixedInterval => x;

  plus(x: FixedInterval, y: FixedInterval): FixedInterval {
    return this.add(x, y);
  }

  minus(x: FixedInterval, y: FixedInterval): FixedInterval {
    return this.sub(x, y);
  }

  scale(factor: FixedInterval, x: FixedInterval): FixedInterval {
    return this.mul(factor, x);
  }

  /** The same enclosure with decimal endpoints of `digits` significant digits, rounded outward. */
  toInterval(x: FixedInterval, digits: number): Interval {
    return new Interval(quotient(x.lo, this.#one, digits, 'down'), quotient(x.hi, this.#one, digits, 'up'));
  }

  #down(product: bigint): bigint {
    return product >> this.#shift;
  }

  #up(product: bigint): bigint {
    return (product + this.#belowOne) >> this.#shift;
  }
}
