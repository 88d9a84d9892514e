import { bitLength } from '../arithmetic/bigint.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import { workingBits } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { multiple, type Real, real, sum } from '../arithmetic/real.ts';
import { InputError } from '../policy/errors.ts';
import { type Curve, type CurvePoint, parameterOn, winRateOn } from './trade-off-curve.ts';

/**
 * The curve by the tilt c, with h = c/(1 − e^−c): KL = log h − 1 + h − c, W = (h − 1)/c. The derivative of the KL is c times the variance
 * of the tilted density, (1 − h(h − c))/c.
 */
function tilted(field: FixedField, c: FixedInterval): CurvePoint & { readonly logMean: () => FixedInterval } {
  const one = field.rational(Rational.ONE);
  const h = field.div(c, field.sub(one, field.exp({ lo: -c.hi, hi: -c.lo })));
  const rest = field.sub(h, c);
  const logH = field.log(h);
  return {
    kl: field.add(field.sub(logH, one), rest),
    slope: field.div(field.sub(one, field.mul(h, rest)), c),
    winRate: () => field.div(field.sub(h, one), c),
    logMean: () => field.sub(c, logH),
  };
}

const OPTIMAL: Curve = {
  at: (field, t) => tilted(field, { lo: t, hi: t }),
  square: 24n,
  start(kl) {
    // Newton's method in log c, as a function of which the KL is convex.
    let c = kl < LARGE_TILT ? Math.sqrt(24 * kl) : Math.exp(kl + 1);
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
      const h = -c / Math.expm1(-c);
      c *= Math.exp((kl - (Math.log(h) - 1 + h - c)) / (1 - h * (h - c)));
    }
    return c;
  },
  startAtLarge(field, kl) {
    const exponent = kl + field.rational(Rational.ONE).lo;
    return field.exp({ lo: exponent, hi: exponent }).lo;
  },
};

const NEWTON_STEPS = 6;
/** The start is c ≈ √(24 KL) for a KL below this and c ≈ e^(KL+1) from it on. */
const LARGE_TILT = 0.7;

/**
 * W(c) at KL(c) = Δ: the largest win rate of any policy whose KL from the reference is at most Δ ≥ 0, in nats, over all references. The
 * tilt c e^(cu)/(e^c − 1) of the uniform density attains it. It is 1/2 at Δ = 0 and tends to 1 as Δ grows.
 *
 * Guarantee: enclosures; exact at 0. Source: Gui et al., arXiv 2406.00832; with the tilt of the uniform density by Donsker–Varadhan.
 *
 * @throws InputError, from the enclosures, where Δ is negative.
 * @example
 * printReal(optimalWinRate(rationalReal(Rational.ONE)), 10).lo; // '0.864579168079'
 */
export function optimalWinRate(delta: Real): Real {
  return winRateOn(OPTIMAL, delta);
}

/** The tilt c ≥ 0 at KL(c) = Δ ≥ 0, in nats; 0 at Δ = 0. Guarantee, source and errors as `optimalWinRate`. */
export function optimalTilt(delta: Real): Real {
  return parameterOn(OPTIMAL, delta);
}

/** The tilt c > 0 of the uniform density. */
export interface TiltedUniform {
  /** KL(c) = c e^c/(e^c−1) − 1 − log((e^c−1)/c), in nats. */
  readonly kl: Real;
  /** W(c) = e^c/(e^c−1) − 1/c */
  readonly winRate: Real;
  /** log((e^c−1)/c), the logarithm of the mean of e^(cu). */
  readonly logMean: Real;
}

const GUARD_BITS = 32;

/**
 * A point of the optimal curve. Source: as `optimalWinRate`. Guarantee: enclosures.
 *
 * @throws InputError unless c > 0.
 * @example
 * printReal(tiltedUniform(Rational.of(2)).winRate, 10).lo; // '0.656517642749'
 */
export function tiltedUniform(c: Rational): TiltedUniform {
  if (c.sign() <= 0) throw new InputError(`a tilt of the uniform density must be positive, not ${c}`);
  // Near 0 the KL is of order c², and two divisions by c lose as much again. For large c the products with c lose precision.
  const lost = 3 * Math.abs(bitLength(c.den) - bitLength(c.num) + 1);
  const part = (pick: (point: ReturnType<typeof tilted>) => FixedInterval): Real =>
    real({
      enclose: (digits) => {
        const field = new FixedField(workingBits(digits, lost + GUARD_BITS));
        return field.toInterval(pick(tilted(field, field.rational(c))), digits);
      },
    });
  return {
    kl: part(({ kl }) => kl),
    winRate: part((point) => point.winRate()),
    logMean: part((point) => point.logMean()),
  };
}

/**
 * (Δ + log((e^c−1)/c))/c: an upper bound of every win rate at KL Δ, for every c > 0 (weak duality). It needs no equation to be solved.
 * It is the tangent of the optimal curve at c.
 *
 * Guarantee: enclosures. Source: as `optimalWinRate`.
 *
 * @throws InputError unless c > 0.
 * @example
 * printReal(dualBound(rationalReal(Rational.ONE), Rational.of(7)), 10).lo; // '0.864739650423'
 */
export function dualBound(delta: Real, c: Rational): Real {
  const { logMean } = tiltedUniform(c);
  return multiple(Rational.ONE.div(c), sum(delta, logMean));
}
