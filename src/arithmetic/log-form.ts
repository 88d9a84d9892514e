import { logOfInteger } from './approximate-functions.ts';
import { type Approximation, addApproximations, approximateRational, multiplyApproximations } from './approximation.ts';
import { coprimeBase, exponents } from './coprime-base.ts';
import { DomainError } from './errors.ts';
import { INSPECT } from './inspect.ts';
import type { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { Rational } from './rational.ts';

const FIRST_DIGITS = 40;

/**
 * An exact number q0 + Σ q_j log m_j with rational q_j and positive integers m_j.
 *
 * Guarantee: exact. Over a pairwise coprime base the logarithms and 1 are linearly independent over ℚ (unique
 * factorisation; e^r is irrational for rational r ≠ 0), so the number is 0 exactly when all coefficients vanish there.
 *
 * @example
 * const kl = LogForm.log(Rational.of(3)).scale(Rational.of(3, 4)).sub(LogForm.log(Rational.of(2)));
 * kl.toString(); // '3/4*log(3) - log(2)'
 */
export class LogForm {
  /** q_0 */
  readonly constant: Rational;
  /** The coefficient q_j of each integer m_j. */
  readonly logs: ReadonlyMap<bigint, Rational>;

  private constructor(constant: Rational, logs: ReadonlyMap<bigint, Rational>) {
    this.constant = constant;
    this.logs = logs;
  }

  /** The number 0. */
  static readonly ZERO = new LogForm(Rational.ZERO, new Map());

  /** A rational number as a log form. */
  static rational(value: Rational): LogForm {
    return new LogForm(value, new Map());
  }

  /** log q for a rational q > 0. @throws DomainError for another q. */
  static log(q: Rational): LogForm {
    if (q.sign() <= 0) throw new DomainError(`cannot take the logarithm of ${q}`);
    const { num, den } = q.reduced();
    const logs = new Map<bigint, Rational>();
    if (num !== 1n) logs.set(num, Rational.ONE);
    if (den !== 1n) logs.set(den, Rational.ONE.neg());
    return new LogForm(Rational.ZERO, logs);
  }

  /** this + other */
  add(other: LogForm): LogForm {
    const logs = new Map(this.logs);
    for (const [m, q] of other.logs) logs.set(m, (logs.get(m) ?? Rational.ZERO).add(q));
    return new LogForm(this.constant.add(other.constant), logs);
  }

  /** this − other */
  sub(other: LogForm): LogForm {
    return this.add(other.scale(Rational.ONE.neg()));
  }

  /** factor·this */
  scale(factor: Rational): LogForm {
    return new LogForm(this.constant.mul(factor), new Map([...this.logs].map(([m, q]) => [m, q.mul(factor)])));
  }

  /** The number as a rational where no logarithms are written in the form, otherwise null. */
  asRational(): Rational | null {
    return [...this.logs.values()].every((q) => q.sign() === 0) ? this.constant : null;
  }

  /** The same number over a pairwise coprime base, without vanishing terms. */
  refined(): LogForm {
    const base = coprimeBase(this.logs.keys());
    const logs = new Map<bigint, Rational>();
    for (const [m, q] of this.logs) {
      for (const [b, exponent] of exponents(m, base)) {
        logs.set(b, (logs.get(b) ?? Rational.ZERO).add(q.mul(Rational.of(exponent))));
      }
    }
    const kept = [...logs].filter(([, q]) => q.sign() !== 0).map(([b, q]): [bigint, Rational] => [b, q.reduced()]);
    return new LogForm(this.constant.reduced(), new Map(kept));
  }

  /** Whether it is 0. */
  isZero(): boolean {
    const form = this.refined();
    return form.logs.size === 0 && form.constant.sign() === 0;
  }

  /** An enclosure computed with this many digits. Its width depends on cancellation. */
  enclose(digits: number): Interval {
    const field = intervals(digits);
    let sum = field.rational(this.constant);
    for (const [m, q] of this.logs) {
      sum = field.add(sum, field.mul(field.rational(q), field.logOfInteger(m)));
    }
    return sum;
  }

  /** A double-double enclosure; null where a coefficient is out of their range. */
  approximate(): Approximation | null {
    let sum = approximateRational(this.constant);
    for (const [m, q] of this.logs) {
      const factor = sum && approximateRational(q);
      const log = factor && logOfInteger(m);
      const term = log && multiplyApproximations(factor, log);
      sum = sum && term && addApproximations(sum, term);
    }
    return sum;
  }

  /** The exact sign. It terminates because some precision distinguishes a nonzero number from 0. */
  sign(): -1 | 0 | 1 {
    const quick = this.enclose(FIRST_DIGITS).sign();
    if (quick !== undefined) return quick;
    const form = this.refined();
    if (form.logs.size === 0) return form.constant.sign();
    for (let digits = 2 * FIRST_DIGITS; ; digits *= 2) {
      const sign = form.enclose(digits).sign();
      if (sign !== undefined) return sign;
    }
  }

  /** The form over a coprime base, larger arguments first and the rational part last: `3/4*log(3) - log(2)`. */
  toString(): string {
    const form = this.refined();
    const terms = [...form.logs]
      .sort(([a], [b]) => (a > b ? -1 : 1))
      .map(([m, q]): [Rational, string] => [q, `log(${m})`]);
    if (form.constant.sign() !== 0 || terms.length === 0) terms.push([form.constant, '']);
    return terms.map(([q, log], index) => printTerm(q, log, index === 0)).join('');
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return `LogForm ${this}`;
  }
}

function printTerm(q: Rational, log: string, first: boolean): string {
  const negative = q.sign() < 0;
  const sign = first ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
  const size = q.abs();
  if (log === '') return `${sign}${size}`;
  return size.equals(Rational.ONE) ? `${sign}${log}` : `${sign}${size}*${log}`;
}
