import { abs, bitLength, gcd } from './bigint.ts';
import { DomainError, NumberSyntaxError } from './errors.ts';
import { INSPECT } from './inspect.ts';

const SYNTAX = /^([+-]?)(?:(\d+)\/(\d+)|(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?|\.(\d+)(?:[eE]([+-]?\d+))?)$/;

/** A sum over different denominators is reduced where its denominator has more bits than this. */
const LAZY_BITS = 4096n;

/** The largest |exponent| and number of digits that `parse` accepts. 10^400 may be intended; 10^(10^9) is a mistake. */
export const MAX_DIGITS = 10_000;

/** The last power of a denominator. The quantiles of a policy share their denominator, and are raised one after the other. */
let lastPower = { den: 1n, n: 0, power: 1n };

function powerOfDenominator(den: bigint, n: number): bigint {
  if (lastPower.n !== n || lastPower.den !== den) lastPower = { den, n, power: den ** BigInt(n) };
  return lastPower.power;
}

/**
 * An exact rational number.
 *
 * Guarantee: every operation is exact. Numerator and denominator are coprime only after `reduced()`, so that sums over one denominator are
 * cheap. A gcd of 100-kbit numbers, which costs seconds over a whole policy, is computed only for the canonical form (`toString`).
 *
 * @example
 * Rational.parse('0.1').add(Rational.parse('1/5')).toString(); // '3/10'
 */
export class Rational {
  /** The numerator. */
  readonly num: bigint;
  /** Always positive. */
  readonly den: bigint;

  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  /** The number 0. */
  static readonly ZERO = new Rational(0n, 1n);
  /** The number 1. */
  static readonly ONE = new Rational(1n, 1n);

  /** num/den. @throws DomainError when den is 0. */
  static of(num: bigint | number, den: bigint | number = 1n): Rational {
    const n = BigInt(num);
    const d = BigInt(den);
    if (d === 0n) throw new DomainError('a rational number cannot have denominator 0');
    return d < 0n ? new Rational(-n, -d) : new Rational(n, d);
  }

  /**
   * Reads `a/b`, an integer, or a decimal with optional exponent, exactly: `0.1` is 1/10.
   * @throws NumberSyntaxError for anything else, for a zero denominator and for more than 10,000 digits.
   */
  static parse(text: string): Rational {
    const trimmed = text.trim();
    const match = SYNTAX.exec(trimmed);
    if (!match) throw new NumberSyntaxError(`${quote(text)} is not a number like 3, 1/5 or 0.25`);
    const [, sign, num, den, whole, fraction = '', exponent, bare, bareExponent] = match;
    if (trimmed.length > MAX_DIGITS) throw tooLong(text);
    const negate = sign === '-' ? -1n : 1n;
    if (num !== undefined && den !== undefined) {
      if (BigInt(den) === 0n) throw new NumberSyntaxError(`${quote(text)} has denominator 0`);
      return Rational.of(negate * BigInt(num), BigInt(den)).reduced();
    }
    const places = bare ?? fraction;
    const scale = Number(exponent ?? bareExponent ?? '0') - places.length;
    if (Math.abs(scale) > MAX_DIGITS) throw tooLong(text);
    const digits = negate * BigInt((whole ?? '') + places || '0');
    const power = 10n ** BigInt(Math.abs(scale));
    return (scale < 0 ? Rational.of(digits, power) : Rational.of(digits * power)).reduced();
  }

  /** The exact binary value of a finite double: `fromDouble(0.1)` is not 1/10. @throws DomainError for NaN and ±Infinity. */
  static fromDouble(value: number): Rational {
    if (!Number.isFinite(value)) throw new DomainError(`${value} is not a finite number`);
    if (Number.isSafeInteger(value)) return Rational.of(value);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const field = Number((bits >> 52n) & 0x7ffn);
    const fraction = bits & 0xfffffffffffffn;
    const mantissa = field === 0 ? fraction : fraction | (1n << 52n);
    const exponent = Math.max(field, 1) - 1075;
    const signed = value < 0 ? -mantissa : mantissa;
    return (
      exponent < 0 ? Rational.of(signed, 1n << BigInt(-exponent)) : Rational.of(signed << BigInt(exponent))
    ).reduced();
  }

  /** this + other */
  add(other: Rational): Rational {
    if (this.den === other.den) return new Rational(this.num + other.num, this.den);
    const den = this.den * other.den;
    if (den >> LAZY_BITS === 0n) return new Rational(this.num * other.den + other.num * this.den, den);
    // Powers of one total divide each other. Then the finer denominator suffices.
    const [coarse, fine] = this.den < other.den ? [this, other] : [other, this];
    if (fine.den % coarse.den === 0n) return new Rational(coarse.num * (fine.den / coarse.den) + fine.num, fine.den);
    return new Rational(this.num * other.den + other.num * this.den, den).reduced();
  }

  /** this − other */
  sub(other: Rational): Rational {
    return this.add(other.neg());
  }

  /** this·other */
  mul(other: Rational): Rational {
    return new Rational(this.num * other.num, this.den * other.den);
  }

  /** @throws DomainError when other is 0. */
  div(other: Rational): Rational {
    return Rational.of(this.num * other.den, this.den * other.num);
  }

  /** −this */
  neg(): Rational {
    return new Rational(-this.num, this.den);
  }

  /** this^n for an integer n ≥ 0; 0^0 = 1. @throws DomainError for another n. */
  pow(n: number): Rational {
    if (!Number.isSafeInteger(n) || n < 0) throw new DomainError(`the exponent ${n} is not a nonnegative integer`);
    return new Rational(this.num ** BigInt(n), powerOfDenominator(this.den, n));
  }

  /** The sign. */
  sign(): -1 | 0 | 1 {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }

  /** The sign of this − other. */
  compare(other: Rational): -1 | 0 | 1 {
    return this.sub(other).sign();
  }

  /** Whether both are the same number. */
  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  /** The same number in lowest terms. */
  reduced(): Rational {
    const divisor = gcd(this.num, this.den);
    return divisor === 1n ? this : new Rational(this.num / divisor, this.den / divisor);
  }

  /** Bits of the longer of numerator and denominator, as stored. */
  bits(): number {
    return Math.max(bitLength(this.num), bitLength(this.den));
  }

  /** |this| */
  abs(): Rational {
    return new Rational(abs(this.num), this.den);
  }

  /** Lowest terms, `a` or `a/b`. */
  toString(): string {
    const { num, den } = this.reduced();
    return den === 1n ? `${num}` : `${num}/${den}`;
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return `Rational ${this}`;
  }
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function tooLong(text: string): NumberSyntaxError {
  return new NumberSyntaxError(`${quote(text)} has more than ${MAX_DIGITS} digits`);
}
