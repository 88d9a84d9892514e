import { Decimal } from 'decimal.js';
import { type DecimalConstructor, directed, inRange, quotient } from './decimal.ts';
import { expDirected, expm1Directed, log1pDirected, logDirected, logOfRatio } from './elementary.ts';
import { DomainError, InsufficientPrecisionError } from './errors.ts';
import { checkExponent, type Exponent } from './exponent.ts';
import { Interval } from './interval.ts';
import type { LogField } from './log-field.ts';
import { Rational } from './rational.ts';

/**
 * Interval arithmetic with a fixed number of significant decimal digits, rounded outward everywhere.
 *
 * Guarantee: each result encloses the image of its operands. + − × ÷ √ are those of decimal.js, whose directed rounding is correct. log,
 * exp, log1p and expm1 are our own. Integer powers are repeated directed multiplication.
 *
 * @example
 * const field = intervals(40);
 * field.log(field.integer(3)).contains(intervals(60).log(intervals(60).integer(3))); // 'true'
 */
export class IntervalField implements LogField<Interval, Interval> {
  /** Significant decimal digits. */
  readonly digits: number;
  readonly #down: DecimalConstructor;
  readonly #up: DecimalConstructor;

  constructor(digits: number) {
    if (!Number.isInteger(digits) || digits < 2)
      throw new DomainError(`the number of digits must be an integer of at least 2, not ${digits}`);
    this.digits = digits;
    this.#down = directed(digits, 'down');
    this.#up = directed(digits, 'up');
  }

  /** An interval around a rational number. */
  rational(value: Rational): Interval {
    return new Interval(
      quotient(value.num, value.den, this.digits, 'down'),
      quotient(value.num, value.den, this.digits, 'up'),
    );
  }

  /** An interval around an integer. */
  integer(value: bigint | number): Interval {
    return this.rational(Rational.of(value));
  }

  /** x + y */
  add(x: Interval, y: Interval): Interval {
    return new Interval(this.#lo(x.lo).plus(y.lo), this.#hi(x.hi).plus(y.hi));
  }

  /** x − y */
  sub(x: Interval, y: Interval): Interval {
    return new Interval(this.#lo(x.lo).minus(y.hi), this.#hi(x.hi).minus(y.lo));
  }

  /** −x */
  neg(x: Interval): Interval {
    return this.sub(this.rational(Rational.ZERO), x);
  }

  /** x·y */
  mul(x: Interval, y: Interval): Interval {
    if (!x.lo.isNegative() && !y.lo.isNegative()) {
      return new Interval(product(this.#lo(x.lo), y.lo), product(this.#hi(x.hi), y.hi));
    }
    return this.#hull(x, y, product);
  }

  /** @throws InsufficientPrecisionError where y contains 0. */
  div(x: Interval, y: Interval): Interval {
    if (y.containsZero()) throw zeroInside('divide by', y);
    if (!x.lo.isNegative() && y.lo.gt(0)) {
      return new Interval(ratio(this.#lo(x.lo), y.hi), ratio(this.#hi(x.hi), y.lo));
    }
    return this.#hull(x, y, ratio);
  }

  /** The larger one of two numbers. */
  max(x: Interval, y: Interval): Interval {
    return new Interval(Decimal.max(x.lo, y.lo), Decimal.max(x.hi, y.hi));
  }

  /**
   * x^n for n ≥ 0; x^0 = 1. An even power of an interval around 0 starts at 0. Where n is not an integer, x must not be negative.
   * @throws DomainError as `checkExponent`, and for a root of a negative number.
   */
  pow(x: Interval, exponent: Exponent): Interval {
    const n = checkExponent(exponent);
    if (typeof n !== 'number') return this.#rootedPow(x, this.rational(n));
    if (!x.lo.isNegative() || n % 2 === 1) {
      return new Interval(power(this.#lo(x.lo), n), power(this.#hi(x.hi), n));
    }
    const far = Decimal.max(x.lo.abs(), x.hi.abs());
    const near = x.containsZero() ? new this.#down(0) : Decimal.min(x.lo.abs(), x.hi.abs());
    return new Interval(power(this.#lo(near), n), power(this.#hi(far), n));
  }

  /** x^n at both ends, as it is increasing in x ≥ 0; 0 at 0. */
  #rootedPow(x: Interval, n: Interval): Interval {
    if (x.lo.isNegative() && !x.lo.isZero()) throw new DomainError(`cannot take a root of ${x}`);
    const zero = this.integer(0);
    const at = (base: Decimal): Interval => (base.isZero() ? zero : this.realPow(new Interval(base, base), n));
    return new Interval(at(x.lo).lo, at(x.hi).hi);
  }

  /** x^y = exp(y log x) for x > 0. @throws DomainError as `log`. */
  realPow(x: Interval, y: Interval): Interval {
    return this.exp(this.mul(y, this.log(x)));
  }

  /** @throws DomainError when x has negative points. */
  sqrt(x: Interval): Interval {
    if (x.lo.lt(0)) throw new DomainError(`cannot take the square root of ${x}`);
    return new Interval(this.#lo(x.lo).sqrt(), this.#hi(x.hi).sqrt());
  }

  /** @throws InsufficientPrecisionError where x contains positive numbers and 0; DomainError where it contains no positive number. */
  log(x: Interval): Interval {
    if (x.hi.lte(0)) throw new DomainError(`cannot take the logarithm of ${x}`);
    if (x.lo.lte(0)) throw zeroInside('take the logarithm of', x);
    return new Interval(logDirected(x.lo, this.digits, 'down'), logDirected(x.hi, this.digits, 'up'));
  }

  /** log m for an integer m ≥ 1 of any size, without writing m out in decimal. */
  logOfInteger(m: bigint): Interval {
    if (m < 1n) throw new DomainError(`cannot take the logarithm of ${m}`);
    return new Interval(logOfRatio(m, 1n, this.digits, 'down'), logOfRatio(m, 1n, this.digits, 'up'));
  }

  /** e^x */
  exp(x: Interval): Interval {
    return new Interval(expDirected(x.lo, this.digits, 'down'), expDirected(x.hi, this.digits, 'up'));
  }

  /** log(1 + x), precise near 0. @throws as `log` of 1 + x. */
  log1p(x: Interval): Interval {
    if (x.hi.lte(-1)) throw new DomainError(`cannot take log1p of ${x}`);
    if (x.lo.lte(-1)) throw zeroInside('take log1p of', x);
    return new Interval(log1pDirected(x.lo, this.digits, 'down'), log1pDirected(x.hi, this.digits, 'up'));
  }

  /** exp(x) − 1, precise near 0. */
  expm1(x: Interval): Interval {
    return new Interval(expm1Directed(x.lo, this.digits, 'down'), expm1Directed(x.hi, this.digits, 'up'));
  }

  relativeEntropy(x: Interval, y: Interval): Interval {
    if (x.lo.isZero() && x.hi.isZero()) return x;
    return this.mul(x, this.log(this.div(x, y)));
  }

  /** The same interval: here both kinds of numbers of a `LogField` coincide. */
  lift(x: Interval): Interval {
    return x;
  }

  readonly lower = (x: Interval): Interval => x;

  /** x + y */
  plus(x: Interval, y: Interval): Interval {
    return this.add(x, y);
  }

  /** x − y */
  minus(x: Interval, y: Interval): Interval {
    return this.sub(x, y);
  }

  /** factor·x */
  scale(factor: Interval, x: Interval): Interval {
    return this.mul(factor, x);
  }

  #lo(x: Decimal): Decimal {
    return x.constructor === this.#down ? x : new this.#down(x);
  }

  #hi(x: Decimal): Decimal {
    return x.constructor === this.#up ? x : new this.#up(x);
  }

  #hull(x: Interval, y: Interval, op: (a: Decimal, b: Decimal) => Decimal): Interval {
    const pairs: [Decimal, Decimal][] = [
      [x.lo, y.lo],
      [x.lo, y.hi],
      [x.hi, y.lo],
      [x.hi, y.hi],
    ];
    const lows = pairs.map(([a, b]) => op(this.#lo(a), b));
    const highs = pairs.map(([a, b]) => op(this.#hi(a), b));
    return new Interval(Decimal.min(...lows), Decimal.max(...highs));
  }
}

/** Operators of decimal.js take precision and rounding from the constructor of their left operand. */
function product(a: Decimal, b: Decimal): Decimal {
  return inRange(a.times(b), a.isZero() || b.isZero());
}

function ratio(a: Decimal, b: Decimal): Decimal {
  return inRange(a.div(b), a.isZero());
}

/** a^n by squaring, each product rounded in a's direction. This is correct for a ≥ 0; a < 0 and odd n follow by symmetry. */
function power(a: Decimal, n: number): Decimal {
  if (a.isNegative() && !a.isZero()) return negativePower(a, n);
  let result = new (a.constructor as DecimalConstructor)(1);
  let base = a;
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = product(result, base);
    if (k > 1) base = product(base, base);
  }
  return result;
}

/** For a < 0 and odd n: −|a|^n, with |a|^n rounded in the opposite direction. */
function negativePower(a: Decimal, n: number): Decimal {
  const ctor = a.constructor as DecimalConstructor;
  const opposite = directed(ctor.precision, ctor.rounding === Decimal.ROUND_FLOOR ? 'up' : 'down');
  return new ctor(power(new opposite(a.abs()), n).neg());
}

function zeroInside(action: string, x: Interval): InsufficientPrecisionError {
  return new InsufficientPrecisionError(`cannot ${action} ${x}, which contains 0`);
}

const fields = new Map<number, IntervalField>();

/** The interval field with this precision, created once. */
export function intervals(digits: number): IntervalField {
  let field = fields.get(digits);
  if (!field) {
    field = new IntervalField(digits);
    fields.set(digits, field);
  }
  return field;
}
