import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkIndex } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** What best-of-n makes of one atom, in the numbers of one field. */
export interface LawAtom<Q> {
  /** The atom's index, from 0 for the lowest reward. */
  readonly index: number;
  /** p_i */
  readonly mass: Q;
  /** F_{i−1} and F_i */
  readonly below: Q;
  readonly upTo: Q;
  /** π_i = F_i^n − F_{i−1}^n */
  readonly probability: Q;
  /** A stretch without atoms: there best-of-n has the density n u^(n−1) against the reference. */
  readonly isStretch: boolean;
}

/** Below this number of atoms a law is worked out once and kept; beyond, each sum makes a pass of its own. */
const KEPT = 4096;

/**
 * The law of best-of-n over a policy's atoms: π_i = F_i^n − F_{i−1}^n.
 *
 * Source: Beirami et al., arXiv 2401.01879, lemma on the PMF. Guarantee: that of the field (exact or enclosure).
 */
export class Law<Q, T> {
  readonly field: LogField<Q, T>;
  readonly policy: FinitePolicy;
  /** The number of draws, exactly: exponents are formed from it, and a sum in doubles would be another number. */
  readonly n: Rational;
  #kept: LawAtom<Q>[] | undefined;

  /** Real n for fields that have real powers. @throws InputError unless n is in [1, 10^9]. */
  constructor(field: LogField<Q, T>, policy: FinitePolicy, n: Draws) {
    this.field = field;
    this.policy = policy;
    this.n = exactDraws(n);
  }

  /** The atoms from the lowest reward to the highest. */
  atoms(): Iterable<LawAtom<Q>> {
    if (this.policy.atoms.length > KEPT) return this.#pass();
    this.#kept ??= [...this.#pass()];
    return this.#kept;
  }

  *#pass(): Generator<LawAtom<Q>> {
    const { field, n } = this;
    const { atoms, stretches } = this.policy;
    let below = field.rational(Rational.ZERO);
    let belowPower = below;
    for (let index = 0; index < atoms.length; index += 1) {
      const upTo = field.rational(this.policy.cdf(index + 1));
      const upToPower = field.pow(upTo, n);
      const mass = field.rational(this.policy.mass(index));
      const probability = field.sub(upToPower, belowPower);
      yield { index, mass, below, upTo, probability, isStretch: stretches.has(index) };
      below = upTo;
      belowPower = upToPower;
    }
  }
}

/** One atom of a law, by its index from 0. @throws DomainError unless there is one of that index. */
export function atomAt<Q, T>(law: Law<Q, T>, index: number): LawAtom<Q> {
  checkIndex('the index of an atom', index, law.policy.atoms.length);
  for (const atom of law.atoms()) if (atom.index === index) return atom;
  throw new Error(`a law without the atom ${index}`);
}

/** Σ of a term over the atoms. */
export function sumOver<Q, T>(law: Law<Q, T>, term: (atom: LawAtom<Q>) => T): T {
  let sum = law.field.lift(law.field.rational(Rational.ZERO));
  for (const atom of law.atoms()) sum = law.field.plus(sum, term(atom));
  return sum;
}
