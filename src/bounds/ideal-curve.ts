import { intervals } from '../arithmetic/interval-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { type Curve, parameterOn, winRateOn } from './trade-off-curve.ts';

/** The curve by z = log m: KL = z − 1 + e^−z, W = 1/(1 + e^−z). */
const IDEAL: Curve = {
  at(field, t) {
    const z = { lo: t, hi: t };
    const q = field.exp({ lo: -t, hi: -t });
    const one = field.rational(Rational.ONE);
    return {
      kl: field.add(field.sub(z, one), q),
      slope: field.sub(one, q),
      winRate: () => field.div(one, field.add(one, q)),
    };
  },
  square: 2n,
  start(kl) {
    let z = Math.sqrt(2 * kl) + kl;
    for (let step = 0; step < NEWTON_STEPS; step += 1) z += (z + Math.expm1(-z) - kl) / Math.expm1(-z);
    return z;
  },
  startAtLarge: (field, kl) => kl + field.rational(Rational.ONE).lo,
};

const NEWTON_STEPS = 6;

/**
 * The real m ≥ 1 with log m − (m−1)/m = Δ: the number of draws at which best-of-m without atoms has the KL Δ ≥ 0, in nats. 1 at Δ = 0.
 *
 * Guarantee: enclosures; exact at 0. Source: the analytical formula of arXiv 2401.01879, Theorem 3.1, an equality without atoms.
 *
 * @throws InputError, from the enclosures, where Δ is negative.
 * @example
 * printReal(idealDraws(rationalReal(Rational.ONE)), 10).lo; // '6.30539527927'
 */
export function idealDraws(delta: Real): Real {
  if (delta.rational?.sign() === 0) return rationalReal(Rational.ONE);
  const z = parameterOn(IDEAL, delta);
  return real({ enclose: (digits) => intervals(digits).exp(z.enclose(digits)) });
}

/**
 * The ideal best-of-n curve: the win rate m/(m+1) at the KL Δ = log m − (m−1)/m ≥ 0, in nats, of best-of-m without atoms. It is 1/2 at
 * Δ = 0 and n/(n+1) at Δ = D̃_n. It does not bound the win rate of best-of-n on finite policies.
 *
 * Guarantee: enclosures; exact at 0. Source: arXiv 2401.01879, §5 and §7.
 *
 * @throws InputError, from the enclosures, where Δ is negative.
 * @example
 * printReal(idealWinRate(rationalReal(Rational.ONE)), 10).lo; // '0.863114867605'
 */
export function idealWinRate(delta: Real): Real {
  return winRateOn(IDEAL, delta);
}
