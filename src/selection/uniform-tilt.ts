import { bitLength } from '../arithmetic/bigint.ts';
import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { outside } from '../policy/arguments.ts';
import { ceiling } from './best-of.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

/**
 * The tilt of the uniform quantile by a base B = e^c ≥ 1: G(u) = (B^u − 1)/(B − 1). Without atoms no selection of the same KL has a higher
 * win rate. It has no exact forms. Source: Gui et al., arXiv 2406.00832. @throws DomainError unless B ≥ 1.
 */
export function uniformTilt(base: Rational): RankRule {
  if (!(base instanceof Rational) || base.compare(Rational.ONE) < 0)
    throw outside('the base of a tilt', 'at least 1', base);
  const isIdentity = base.equals(Rational.ONE);
  const rest = isIdentity ? Rational.ONE : base.sub(Rational.ONE);
  return {
    name: `tilt by ${base}`,
    n: base,
    shape: 'convex',
    isIdentity,
    degree: null,
    // B^u may be as large as B. Near B = 1 the divisions by B − 1 and by log B lose precision.
    guardBits: 4 * bitLength(ceiling(base)) + 4 * bitLength(ceiling(Rational.ONE.div(rest))),
    over: (field) => (isIdentity ? identity(field) : tilted(field, base, rest)),
  };
}

function tilted<Q, T>(field: LogField<Q, T>, base: Rational, rest: Rational): Distortion<Q, T> {
  const { lower } = field;
  if (!lower) throw new DomainError('a tilt has no exact form');
  const number = (x: Rational): Q => field.rational(x);
  const power = (u: Rational): Q => field.pow(number(base), u);
  const c = field.log(number(base));
  const tilt = lower(c);
  /** log(c/(B − 1)): log g at 0. */
  const start = (): T => field.log(field.div(tilt, number(rest)));
  const mass = (a: Rational, b: Rational): Q => field.div(field.sub(power(b), power(a)), number(rest));
  const mean = (a: Rational, b: Rational): Q => {
    const ends = field.div(field.sub(field.mul(number(b), power(b)), field.mul(number(a), power(a))), number(rest));
    return field.sub(ends, field.div(mass(a, b), tilt));
  };
  return {
    cdf: (u) => field.div(field.sub(power(u), number(Rational.ONE)), number(rest)),
    entropy: (a, b) => field.plus(field.scale(mass(a, b), start()), field.scale(mean(a, b), c)),
    crossEntropy(a, b) {
      const slope = field.scale(number(b.mul(b).sub(a.mul(a)).div(Rational.of(2))), c);
      const whole = field.plus(field.scale(number(b.sub(a)), start()), slope);
      return field.minus(field.lift(number(Rational.ZERO)), whole);
    },
    mean,
    power(a, b, alpha) {
      const height = field.pow(field.div(tilt, number(rest)), alpha);
      const rise = field.sub(power(b.mul(alpha)), power(a.mul(alpha)));
      return field.mul(height, field.div(rise, field.mul(number(alpha), tilt)));
    },
    supremum: (_, b) => field.mul(field.div(tilt, number(rest)), power(b)),
  };
}

/** The reference itself: G(u) = u. */
function identity<Q, T>(field: LogField<Q, T>): Distortion<Q, T> {
  const zero = field.lift(field.rational(Rational.ZERO));
  return {
    cdf: (u) => field.rational(u),
    entropy: () => zero,
    crossEntropy: () => zero,
    mean: (a, b) => field.rational(b.mul(b).sub(a.mul(a)).div(Rational.of(2))),
    power: (a, b) => field.rational(b.sub(a)),
    supremum: () => field.rational(Rational.ONE),
  };
}
