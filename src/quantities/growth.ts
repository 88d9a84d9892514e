import { Rational } from '../arithmetic/rational.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import { type Law, sumOver } from '../selection/law.ts';

/**
 * KL(π⁽ⁿ⁾‖π⁽ᵏ⁾) in nats, for `law` = best-of-n and the same policy. k may exceed n. 0 at k = n.
 *
 * An atom's ratio is F_i^(n−k) (1−r^n)/(1−r^k) with r = F_{i−1}/F_i; only 1 − r ≥ p_i has cancellation. On a continuous part the ratio of
 * the densities is n/k·u^(n−k). Source: docs/theory-ours.md, superadditive. Guarantee: that of the field.
 * @throws InputError unless k is in [1, 10^9].
 */
export function klToFewer<Q, T>(law: Law<Q, T>, k: Draws): T {
  const { field, policy, n } = law;
  const fewer = exactDraws(k, 'k');
  const more = field.rational(n.sub(fewer));
  const one = field.rational(Rational.ONE);
  return sumOver(law, ({ index, probability, upTo, isContinuous }) => {
    if (isContinuous) {
      const ratio = field.log(field.rational(n.div(fewer)));
      const rise = field.minus(integralOfLog(law, policy.cdf(index + 1)), integralOfLog(law, policy.cdf(index)));
      return field.plus(field.scale(probability, ratio), field.scale(more, rise));
    }
    const r = field.rational(Rational.of(policy.cumulative[index] as bigint, policy.cumulative[index + 1] as bigint));
    const parts = field.div(field.sub(one, field.pow(r, n)), field.sub(one, field.pow(r, fewer)));
    const ratio = field.plus(field.scale(more, field.log(upTo)), field.log(parts));
    return field.scale(probability, ratio);
  });
}

/** u^n log u − u^n/n, the antiderivative of n u^(n−1) log u; 0 at 0. */
function integralOfLog<Q, T>({ field, n }: Law<Q, T>, u: Rational): T {
  if (u.sign() === 0) return field.lift(field.rational(Rational.ZERO));
  const base = field.rational(u);
  const power = field.pow(base, n);
  return field.minus(field.scale(power, field.log(base)), field.lift(field.div(power, field.rational(n))));
}
