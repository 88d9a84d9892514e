import { bitLength, ceilDiv } from '../arithmetic/bigint.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { klKernel } from '../kernels/kl.ts';
import { winRateKernel } from '../kernels/win-rate.ts';
import { checkQuantile } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

/**
 * Best-of-n: G(u) = u^n for real n ≥ 1, with the density f(u) = n u^(n−1).
 * Source: Beirami et al., arXiv 2401.01879, lemma on the PMF. @throws InputError unless n is in [1, 10^9].
 */
export function bestOf(n: Draws): RankRule {
  const draws = exactDraws(n);
  return {
    name: `best of ${draws}`,
    n: draws,
    exponent: draws,
    shape: 'convex',
    isIdentity: draws.num === draws.den,
    degree: draws.den === 1n ? draws : null,
    guardBits: 2 * bitLength(ceiling(draws)),
    kernel: { kl: klKernel, winRate: winRateKernel },
    over: (field) => power(field, draws),
  };
}

/** ⌈x⌉ */
export function ceiling({ num, den }: Rational): bigint {
  return ceilDiv(num, den);
}

function power<Q, T>(field: LogField<Q, T>, n: Rational): Distortion<Q, T> {
  const more = n.add(Rational.ONE);
  const rise = (a: Rational, b: Rational, exponent: Rational): Q =>
    field.sub(field.pow(field.rational(b), exponent), field.pow(field.rational(a), exponent));
  return {
    cdf: (u) => field.pow(field.rational(u), n),
    factors: {
      headPower: (_, b, alpha) => field.pow(field.rational(b), n.mul(alpha)),
      logHead: (_, b) => field.scale(field.rational(n), field.log(field.rational(b))),
      ratio: (a, b) =>
        field.sub(field.rational(Rational.ONE), field.pow(field.div(field.rational(a), field.rational(b)), n)),
    },
    entropy: (a, b) => field.minus(phi(field, b, n), phi(field, a, n)),
    crossEntropy(a, b) {
      const mass = field.rational(b.sub(a));
      const top = field.scale(field.rational(b), field.log(field.rational(b)));
      const logs =
        a.sign() === 0 ? top : field.minus(top, field.scale(field.rational(a), field.log(field.rational(a))));
      const rest = field.scale(field.rational(n.sub(Rational.ONE)), field.minus(field.lift(mass), logs));
      return field.minus(rest, field.scale(mass, field.log(field.rational(n))));
    },
    mean: (a, b) => field.mul(field.rational(n.div(more).reduced()), rise(a, b, more)),
    power(a, b, alpha) {
      const exponent = alpha.mul(n.sub(Rational.ONE)).add(Rational.ONE);
      const top = field.mul(field.pow(field.rational(n), alpha), rise(a, b, exponent));
      return field.div(top, field.rational(exponent));
    },
    supremum: (_, b) => field.mul(field.rational(n), field.pow(field.rational(b), n.sub(Rational.ONE))),
  };
}

/**
 * Φ_n(u) = u^n (log n + (n−1) log u − (n−1)/n), the antiderivative of f log f for f(u) = n u^(n−1); Φ_n(0) = 0.
 *
 * Guarantee: that of the field. @throws DomainError unless u is in [0, 1] and n in [1, 10^9].
 */
export function phi<Q, T>(field: LogField<Q, T>, u: Rational, n: Draws): T {
  const draws = exactDraws(n);
  if (checkQuantile('the quantile u', u).sign() === 0) return field.lift(field.rational(Rational.ZERO));
  const base = field.rational(u);
  const less = draws.sub(Rational.ONE);
  const logs = field.plus(field.log(field.rational(draws)), field.scale(field.rational(less), field.log(base)));
  const bracket = field.minus(logs, field.lift(field.rational(less.div(draws))));
  return field.scale(field.pow(base, draws), bracket);
}
