import { type Law, sumOver } from '../selection/law.ts';
import { localGap, topGap } from './local-gap.ts';

/** The local gaps of all atoms but the best one: as they are, or as they would be if each atom were the best. */
export type Placed = 'in place' | 'on top';

/**
 * Σ_{i<K} g(F_{i−1}, F_i), or Σ_{i<K} γ(p_i), in nats. The best atom has the same local gap in both sums and is left out; a continuous part
 * has none.
 *
 * Source: docs/theory-selections.md. Guarantee: that of the field.
 */
export function gapsBelowTop<Q, T>(law: Law<Q, T>, placed: Placed): T {
  const { field, policy, n } = law;
  const last = policy.atoms.length - 1;
  const zero = field.lift(field.sub(field.rational(n), field.rational(n)));
  return sumOver(law, ({ index, isContinuous }) => {
    if (index === last || isContinuous) return zero;
    if (placed === 'on top') return topGap(field, policy.mass(index), n);
    return localGap(field, policy.cdf(index), policy.cdf(index + 1), n);
  });
}
