import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkIndex } from '../policy/arguments.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

/** One atom under a selection, in the numbers of one field. */
export interface LawAtom<Q> {
  /** The atom's index, from 0 for the lowest reward. */
  readonly index: number;
  /** p_i */
  readonly mass: Q;
  /** F_{i−1} */
  readonly below: Q;
  /** F_i */
  readonly upTo: Q;
  /** π_i = G(F_i) − G(F_{i−1}) */
  readonly probability: Q;
  /** Whether it is a continuous part, on which the selection has the density g = G′ against the reference. */
  readonly isContinuous: boolean;
}

/** Up to this number of atoms a law is computed once and cached. With more atoms each sum computes it anew. */
const KEPT = 4096;

/**
 * The law of a selection over a policy's atoms: π_i = G(F_i) − G(F_{i−1}).
 *
 * Source: docs/theory-selections.md. Guarantee: that of the field (exact or enclosure).
 */
export class Law<Q, T> {
  /** The numbers in which the law is computed. */
  readonly field: LogField<Q, T>;
  readonly policy: FinitePolicy;
  readonly rule: RankRule;
  #distortion: Distortion<Q, T> | undefined;
  #kept: LawAtom<Q>[] | undefined;

  constructor(field: LogField<Q, T>, policy: FinitePolicy, rule: RankRule) {
    this.field = field;
    this.policy = policy;
    this.rule = rule;
  }

  /** G in the numbers of the field. @throws DomainError for exact numbers where the rule has no exact forms. */
  get distortion(): Distortion<Q, T> {
    this.#distortion ??= this.rule.over(this.field);
    return this.#distortion;
  }

  /**
   * n of best-of-n, exactly. Exponents such as n − 1 must be computed from it without rounding.
   * @throws DomainError for another selection, for which a formula in n would be wrong.
   */
  get n(): Rational {
    const { exponent, name } = this.rule;
    if (!exponent) throw new DomainError(`this formula is for best-of-n only, not for the selection ${name}`);
    return exponent;
  }

  /** The atoms from the lowest reward to the highest. */
  atoms(): Iterable<LawAtom<Q>> {
    if (this.policy.atoms.length > KEPT) return this.#pass();
    this.#kept ??= [...this.#pass()];
    return this.#kept;
  }

  /**
   * F_{i−1} and F_i of an atom, exactly.
   * @param atom one of `atoms()`
   */
  ends({ index }: LawAtom<Q>): [below: Rational, upTo: Rational] {
    return [this.policy.cdf(index), this.policy.cdf(index + 1)];
  }

  *#pass(): Generator<LawAtom<Q>> {
    const { field, distortion } = this;
    const { atoms, continuousParts } = this.policy;
    let below = field.rational(Rational.ZERO);
    let selectedBelow = below;
    for (let index = 0; index < atoms.length; index += 1) {
      const quantile = this.policy.cdf(index + 1);
      const upTo = field.rational(quantile);
      const selectedUpTo = distortion.cdf(quantile);
      const mass = field.rational(this.policy.mass(index));
      const probability = field.sub(selectedUpTo, selectedBelow);
      yield { index, mass, below, upTo, probability, isContinuous: continuousParts.has(index) };
      below = upTo;
      selectedBelow = selectedUpTo;
    }
  }
}

/** The atom of a law with this index, from 0. @throws DomainError unless there is such an atom. */
export function atomAt<Q, T>(law: Law<Q, T>, index: number): LawAtom<Q> {
  checkIndex('the index of an atom', index, law.policy.atoms.length);
  for (const atom of law.atoms()) if (atom.index === index) return atom;
  throw new Error(`a law without the atom ${index}`);
}

/** The sum of a term over the atoms. */
export function sumOver<Q, T>(law: Law<Q, T>, term: (atom: LawAtom<Q>) => T): T {
  let sum = law.field.lift(law.field.rational(Rational.ZERO));
  for (const atom of law.atoms()) sum = law.field.plus(sum, term(atom));
  return sum;
}
