/**
 * The real numbers of a statement: a fraction, a form with logarithms, or enclosures where neither is available.
 * Conventional values are those of Coq's library: ln x = 0 for x ≤ 0, √x = 0 for x < 0, and x/0 = 0.
 */

import type { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';

export type CoqReal = Rational | LogForm | Real;

const { ZERO, ONE } = Rational;
const DIGITS = 40;

export function toReal(x: CoqReal): Real {
  if (x instanceof Rational) return rationalReal(x);
  return x instanceof LogForm ? exactReal(x) : x;
}

export function isNumber(x: unknown): x is CoqReal {
  return x instanceof Rational || x instanceof LogForm || (typeof x === 'object' && x !== null && 'enclose' in x);
}

function toForm(x: CoqReal): LogForm | null {
  if (x instanceof Rational) return LogForm.rational(x);
  return x instanceof LogForm ? x : null;
}

function fromForm(x: LogForm): CoqReal {
  return x.asRational()?.reduced() ?? x;
}

/** A real number computed by a formula on enclosures. */
function enclosed(xs: readonly CoqReal[], formula: (field: IntervalField, ...of: Interval[]) => Interval): Real {
  const reals = xs.map(toReal);
  return real({ enclose: (digits) => formula(intervals(digits), ...reals.map((x) => x.enclose(digits))) });
}

export function add(x: CoqReal, y: CoqReal): CoqReal {
  if (x instanceof Rational && y instanceof Rational) return x.add(y).reduced();
  const [a, b] = [toForm(x), toForm(y)];
  return a && b ? fromForm(a.add(b)) : enclosed([x, y], (field, u, v) => field.add(u, v));
}

export function minus(x: CoqReal): CoqReal {
  return multiply(x, ONE.neg());
}

export function subtract(x: CoqReal, y: CoqReal): CoqReal {
  return add(x, minus(y));
}

export function multiply(x: CoqReal, y: CoqReal): CoqReal {
  if (x instanceof Rational) return scale(y, x);
  if (y instanceof Rational) return scale(x, y);
  return enclosed([x, y], (field, u, v) => field.mul(u, v));
}

function scale(x: CoqReal, factor: Rational): CoqReal {
  if (factor.sign() === 0) return ZERO;
  if (x instanceof Rational) return x.mul(factor).reduced();
  if (x instanceof LogForm) return x.scale(factor.reduced());
  return enclosed([x], (field, u) => field.mul(u, field.rational(factor)));
}

export function divide(x: CoqReal, y: CoqReal): CoqReal {
  if (y instanceof Rational) return y.sign() === 0 ? ZERO : scale(x, ONE.div(y));
  return enclosed([x, y], (field, u, v) => field.div(u, v));
}

/** x^n for an integer n ≥ 0; 0^0 = 1. */
export function power(x: CoqReal, n: number): CoqReal {
  if (x instanceof Rational) return x.pow(n).reduced();
  return n === 0 ? ONE : enclosed([x], (field, u) => field.pow(u, BigInt(n)));
}

export function ln(x: CoqReal): CoqReal {
  if (x instanceof Rational) return x.sign() > 0 ? fromForm(LogForm.log(x)) : ZERO;
  return enclosed([x], (field, u) => field.log(u));
}

/** e^x, exactly where x is a combination of logarithms with integer coefficients. */
export function exp(x: CoqReal): CoqReal {
  const form = toForm(x)?.refined();
  if (form && form.constant.sign() === 0 && [...form.logs.values()].every(({ den }) => den === 1n)) {
    return [...form.logs].reduce((all, [base, { num }]) => all.mul(integerPower(Rational.of(base), Number(num))), ONE);
  }
  return enclosed([x], (field, u) => field.exp(u));
}

function integerPower(x: Rational, n: number): Rational {
  return n < 0 ? ONE.div(x.pow(-n)) : x.pow(n);
}

/** x^y = e^(y ln x), which is 1 for x ≤ 0. */
export function realPower(x: CoqReal, y: CoqReal): CoqReal {
  return exp(multiply(y, ln(x)));
}

export function squareRoot(x: CoqReal): CoqReal {
  if (!(x instanceof Rational)) return enclosed([x], (field, u) => field.sqrt(u));
  if (x.sign() <= 0) return ZERO;
  const { num, den } = x.reduced();
  const [up, down] = [integerRoot(num), integerRoot(den)];
  if (up !== null && down !== null) return Rational.of(up, down);
  return enclosed([x], (field, u) => field.sqrt(u));
}

/** √m for a square m ≥ 0; null for any other m. */
function integerRoot(m: bigint): bigint | null {
  let root = m;
  for (let next = (root + 1n) / 2n; next < root; next = (root + m / root) / 2n) root = next;
  return root * root === m ? root : null;
}

export function absolute(x: CoqReal): CoqReal {
  if (x instanceof Rational) return x.abs();
  return sign(x) === -1 ? minus(x) : x;
}

/** The sign, exact if x is exact; undefined where enclosures do not decide it. */
export function sign(x: CoqReal): -1 | 0 | 1 | undefined {
  if (x instanceof Rational || x instanceof LogForm) return x.sign();
  return x.enclose(DIGITS).sign() ?? x.enclose(2 * DIGITS).sign();
}

export type Order = '<' | '=' | '>' | 'meets';

/** The certain order of x and y; `meets` where they have no exact forms and their enclosures overlap. */
export function order(x: CoqReal, y: CoqReal): Order {
  const [a, b] = [toForm(x), toForm(y)];
  if (a && b) return (['<', '=', '>'] as const)[a.sub(b).sign() + 1] as Order;
  for (const digits of [DIGITS, 2 * DIGITS]) {
    const [u, v] = [toReal(x).enclose(digits), toReal(y).enclose(digits)];
    if (u.hi.lt(v.lo)) return '<';
    if (u.lo.gt(v.hi)) return '>';
  }
  return 'meets';
}

/** Whether two numbers are certainly different: decided exactly if both have exact forms, otherwise by enclosures of 40 digits. */
export function differ(x: CoqReal, y: CoqReal): boolean {
  const [a, b] = [toForm(x), toForm(y)];
  if (a && b) return !a.sub(b).isZero();
  return !toReal(x).enclose(DIGITS).overlaps(toReal(y).enclose(DIGITS));
}
