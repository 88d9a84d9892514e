import { bitLength } from '../arithmetic/bigint.ts';
import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkMass } from '../policy/arguments.ts';
import { ceiling } from './best-of.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

/**
 * The top fraction a of the reference: G(u) = max(0, (u − 1 + a)/a). Where the fraction ends between two outcomes, it is the law of
 * rewind-and-repeat with accepted mass a. An outcome that the fraction cuts is accepted in part. Without atoms KL = −log a.
 * Source: Beirami et al., arXiv 2401.01879, §6. @throws DomainError unless a is in (0, 1].
 */
export function topFraction(a: Rational): RankRule {
  const fraction = checkMass('the fraction a', a).reduced();
  const n = Rational.ONE.div(fraction);
  return {
    name: `top ${fraction}`,
    n,
    shape: 'convex',
    isIdentity: fraction.num === fraction.den,
    degree: Rational.ONE,
    guardBits: 2 * bitLength(ceiling(n)),
    over: (field) => cut(field, fraction, n),
  };
}

function cut<Q, T>(field: LogField<Q, T>, fraction: Rational, height: Rational): Distortion<Q, T> {
  const from = Rational.ONE.sub(fraction);
  const zero = Rational.ZERO;
  /** The length of the part of [a, b] that is within the fraction. */
  const within = (a: Rational, b: Rational): Rational =>
    b.compare(from) <= 0 ? zero : b.sub(a.compare(from) < 0 ? from : a);
  const logHeight = (): T => field.log(field.rational(height));
  return {
    cdf: (u) => field.rational(within(zero, u).mul(height)),
    entropy: (a, b) => field.scale(field.rational(within(a, b).mul(height)), logHeight()),
    crossEntropy(a, b) {
      if (a.compare(from) < 0)
        throw new DomainError('a top fraction has density 0 below its cut, so KL(p‖π) is infinite');
      return field.minus(field.lift(field.rational(zero)), field.scale(field.rational(b.sub(a)), logHeight()));
    },
    mean(a, b) {
      const low = a.compare(from) < 0 ? from : a;
      if (b.compare(low) <= 0) return field.rational(zero);
      return field.rational(b.mul(b).sub(low.mul(low)).mul(height).div(Rational.of(2)));
    },
    power: (a, b, alpha) => field.mul(field.rational(within(a, b)), field.pow(field.rational(height), alpha)),
    supremum: (_, b) => field.rational(b.compare(from) <= 0 ? zero : height),
  };
}
