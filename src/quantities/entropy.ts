import { Rational } from '../arithmetic/rational.ts';
import { type Law, sumOver } from '../selection/law.ts';

/**
 * The Shannon entropy −Σ q_i log q_i of masses over the atoms, in nats, 0 for one atom: of the selection π, or of the reference p.
 *
 * Guarantee: that of the field. A continuous part counts as one atom, so for policies with such parts it is no entropy of outcomes.
 * Source: the definition.
 */
export function shannonEntropy<Q, T>(law: Law<Q, T>, of: 'selection' | 'reference'): T {
  const { field } = law;
  const one = field.rational(Rational.ONE);
  const terms = sumOver(law, ({ probability, mass }) =>
    field.relativeEntropy(of === 'selection' ? probability : mass, one),
  );
  return field.minus(field.lift(field.rational(Rational.ZERO)), terms);
}
