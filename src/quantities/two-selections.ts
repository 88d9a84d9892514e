import { Rational } from '../arithmetic/rational.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import { Law, sumOver } from '../selection/law.ts';
import { worstOf } from '../selection/mirrored.ts';

/**
 * KL(π‖ω) in nats, for `law` = best-of-n and ω = worst-of-n of the same policy: Σ π_i log(π_i/ω_i). It is for policies of atoms.
 * 0 at n = 1. Source: docs/theory-selections.md. Guarantee: that of the field.
 */
export function klToWorst<Q, T>(law: Law<Q, T>): T {
  const { field, policy, n } = law;
  const worst = new Law(field, policy, worstOf(n));
  const { factors } = law.distortion;
  const { factors: turned } = worst.distortion;
  return sumOver(law, (atom) => {
    // Logarithms of the factors, in which nothing cancels: π_i and ω_i may be far below the precision of their cumulative masses.
    const [below, upTo] = law.ends(atom);
    const log = (of: typeof factors): T => {
      if (!of) throw new Error('best-of-n and worst-of-n have factors');
      return field.plus(of.logHead(below, upTo), field.log(of.ratio(below, upTo)));
    };
    return field.scale(atom.probability, field.minus(log(factors), log(turned)));
  });
}

/**
 * The probability that best-of-n, which is `law`, beats an independent best-of-m of the same policy, a tie counting one half:
 * Σ π_i (F_{i−1}^m + F_i^m)/2. On a continuous part nothing ties, and the integral is n/(n+m)·u^(n+m).
 *
 * Source: docs/theory-selections.md. Guarantee: that of the field. @throws InputError unless m is in [1, 10^9].
 */
export function winRateAgainst<Q, T>(law: Law<Q, T>, m: Draws): Q {
  const { field, n } = law;
  const other = exactDraws(m, 'm');
  const half = field.rational(Rational.of(1, 2));
  const both = n.add(other);
  const share = field.rational(n.div(both).reduced());
  let sum = field.rational(Rational.ZERO);
  for (const { probability, below, upTo, isContinuous } of law.atoms()) {
    const term = isContinuous
      ? field.mul(share, field.sub(field.pow(upTo, both), field.pow(below, both)))
      : field.mul(half, field.mul(probability, field.add(field.pow(below, other), field.pow(upTo, other))));
    sum = field.add(sum, term);
  }
  return sum;
}

/**
 * (2u)^n + (2−2u)^n = 2^n (1 − TV), for the quantile u nearest to 1/2 among the places between atoms: TV between best-of-n and worst-of-n
 * of the same policy is the largest 1 − F_k^n − (1−F_k)^n, because π_i/ω_i rises with i. It is for policies of atoms.
 *
 * Source: docs/theory-selections.md. Guarantee: that of the field.
 */
export function agreementWithWorst<Q, T>({ field, n }: Law<Q, T>, u: Rational): Q {
  const twice = u.add(u);
  const away = Rational.of(2).sub(twice);
  return field.add(field.pow(field.rational(twice), n), field.pow(field.rational(away), n));
}
