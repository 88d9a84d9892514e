import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { outside } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';

/**
 * L(λ) − L(nλ) + (n−1) λ L′(nλ) for L(x) = log(sinh(x/2)/(x/2)) and λ = −log r: the local gap divided by π_i for an atom with
 * r = F_{i−1}/F_i in (0, 1). It is a Bregman divergence and therefore ≥ 0.
 *
 * In terms of r: sinh(λ/2)/sinh(nλ/2) = r^((n−1)/2) (1−r)/(1−r^n), and 2L′(nλ) = (1+r^n)/(1−r^n) − 2/(nλ).
 * Source: docs/theory-ours.md, bregman-form. Guarantee: that of the field. @throws DomainError unless r is in (0, 1) and n in [1, 10^9].
 */
export function bregmanBracket<Q, T>(field: LogField<Q, T>, r: Rational, n: Draws): T {
  checkRatio(r);
  const draws = exactDraws(n);
  const nMinusOne = draws.sub(Rational.ONE);
  const base = field.rational(r);
  const one = field.rational(Rational.ONE);
  const power = field.pow(base, draws);
  const unlikely = field.sub(one, power);
  const ratio = field.div(field.rational(draws.mul(Rational.ONE.sub(r))), unlikely);
  const half = field.rational(nMinusOne.div(Rational.of(2)));
  const log = field.log(base);
  // ½(n−1)·(1 − (1+r^n)/(1−r^n))·log r
  const slope = field.mul(half, field.sub(one, field.div(field.add(one, power), unlikely)));
  const difference = field.plus(field.log(ratio), field.scale(slope, log));
  return field.minus(difference, field.lift(field.rational(nMinusOne.div(draws))));
}

/**
 * ½ L″(kλ)(n−1)²λ² for L as above, L″(x) = 1/x² − 1/(4 sinh²(x/2)): a lower bound of the bracket at k = n and an upper bound at k = 1.
 * The field must be able to multiply logarithms. Source: as `bregmanBracket`. Guarantee: that of the field.
 * @throws DomainError as `bregmanBracket`, and unless k is in [1, 10^9].
 */
export function bregmanBound<T>(field: LogField<T, T>, r: Rational, n: Draws, k: Draws): T {
  checkRatio(r);
  const scale = exactDraws(k, 'k');
  const share = exactDraws(n).sub(Rational.ONE).div(scale);
  const base = field.rational(r);
  const one = field.rational(Rational.ONE);
  const power = field.pow(base, scale);
  const x = field.mul(field.rational(scale), field.log(base));
  const rest = field.sub(one, power);
  const tail = field.mul(field.mul(x, x), field.div(power, field.mul(rest, rest)));
  return field.mul(field.rational(share.pow(2).div(Rational.of(2))), field.sub(one, tail));
}

function checkRatio(r: Rational): void {
  if (!(r instanceof Rational) || r.num <= 0n || r.num >= r.den) throw outside('the ratio r', 'between 0 and 1', r);
}
