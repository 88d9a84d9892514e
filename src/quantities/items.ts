import type { Approximation } from '../arithmetic/approximation.ts';
import { bitLength } from '../arithmetic/bigint.ts';
import { REGISTERS, U2 } from '../arithmetic/double-double.ts';
import { DomainError } from '../arithmetic/errors.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { digitsFor } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { beginWalk, PI, probabilityError, step } from '../kernels/law.ts';
import { Law } from '../selection/law.ts';
import type { Evaluation } from './evaluation.ts';
import { weightsOnAtoms } from './other-policy.ts';

/** Digits that a probability loses beyond those of the smallest mass. */
const GUARD_DIGITS = 12;

/**
 * The numbers of single atoms as reals, for formulas that sum over atoms. Atoms are counted from 1, as in the theory, and F_0 = 0.
 * Guarantee: masses, quantiles and the second policy are exact; probabilities are enclosed, and exact within the size rule.
 */
export class Items {
  readonly #q: Evaluation;
  readonly #masses = new Map<number, Real>();
  readonly #quantiles = new Map<number, Real>();
  readonly #selected = new Map<number, Real>();
  readonly #enclosed = new Map<number, (i: number) => Interval>();
  #exact: readonly Rational[] | undefined;
  #approximate: readonly (Approximation | null)[] | undefined;
  #other: readonly bigint[] | undefined;

  constructor(q: Evaluation) {
    this.#q = q;
  }

  /** K */
  get count(): number {
    return this.#q.policy.atoms.length;
  }

  /** p_i. @throws DomainError unless i is from 1 to K. */
  mass(i: number): Real {
    return this.#kept(this.#masses, i, 'p', 1, () => this.#q.policy.mass(i - 1));
  }

  /** F_i. @throws DomainError unless i is from 0 to K. */
  quantile(i: number): Real {
    return this.#kept(this.#quantiles, i, 'F', 0, () => this.#q.policy.cdf(i));
  }

  /** q_i, the probability of the second policy. @throws DomainError unless there is one and i is from 1 to K. */
  other(i: number): Real {
    this.#check('q', i, 1);
    this.#other ??= weightsOnAtoms(this.#q.policy, this.#q.auxiliary);
    const total = this.#other.reduce((sum, weight) => sum + weight, 0n);
    return rationalReal(Rational.of(this.#other[i - 1] as bigint, total));
  }

  /** π_i. @throws DomainError unless i is from 1 to K. */
  selected(i: number): Real {
    this.#check('pi', i, 1);
    let found = this.#selected.get(i);
    if (!found) {
      found = real({
        enclose: (digits) => this.#enclosure(digits, i),
        exact: () => (this.#q.hasExactForms ? LogForm.rational(this.#exactly()[i - 1] as Rational) : null),
        approximate: () => this.#approximately()[i - 1] ?? null,
      });
      this.#selected.set(i, found);
    }
    return found;
  }

  #kept(values: Map<number, Real>, i: number, name: string, least: number, make: () => Rational): Real {
    this.#check(name, i, least);
    let found = values.get(i);
    if (!found) {
      found = rationalReal(make());
      values.set(i, found);
    }
    return found;
  }

  #check(name: string, i: number, least: number): void {
    if (i < least || i > this.count) throw new DomainError(`there is no ${name}[${i}] among ${this.count} atoms`);
  }

  /** Only the powers of the atoms that are asked for are worked out. */
  #enclosure(digits: number, i: number): Interval {
    const { policy, rule } = this.#q;
    const field = intervals(digits + digitsFor(bitLength(policy.total) + rule.guardBits) + GUARD_DIGITS);
    let selectedUpTo = this.#enclosed.get(digits);
    if (!selectedUpTo) {
      const { cdf } = new Law(field, policy, rule).distortion;
      const zero = field.rational(Rational.ZERO);
      selectedUpTo = kept((index) => (index === 0 ? zero : cdf(policy.cdf(index))));
      this.#enclosed.set(digits, selectedUpTo);
    }
    return field.sub(selectedUpTo(i), selectedUpTo(i - 1));
  }

  #exactly(): readonly Rational[] {
    const { policy, rule } = this.#q;
    this.#exact ??= [...new Law(exactField, policy, rule).atoms()].map(({ probability }) => probability);
    return this.#exact;
  }

  /** From the kernel of best-of-n, which walks from the best atom down. */
  #approximately(): readonly (Approximation | null)[] {
    this.#approximate ??= this.#walk();
    return this.#approximate;
  }

  #walk(): readonly (Approximation | null)[] {
    const { sums, n, rule } = this.#q;
    if (!sums || !rule.exponent) return [];
    const found: Approximation[] = [];
    const R = new Float64Array(REGISTERS);
    beginWalk(R, sums);
    for (let i = sums.size; i >= 1; i -= 1) {
      const powerUpTo = step(R, sums, i, n);
      const [hi, lo] = [R[PI] as number, R[PI + 1] as number];
      found[i - 1] = { hi, lo, error: (probabilityError(n, powerUpTo, Math.abs(hi)) * U2 + FLUSHED) * SLACK };
    }
    return found;
  }
}

/** A function of an index that is worked out once for each. */
function kept(of: (index: number) => Interval): (index: number) => Interval {
  const found = new Map<number, Interval>();
  return (index) => {
    const value = found.get(index) ?? of(index);
    found.set(index, value);
    return value;
  };
}

/** A power that is flushed to 0 is below this. */
const FLUSHED = 2 ** -439;
/** Covers the roundings of the error bound. */
const SLACK = 1 + 2 ** -20;

const known = new WeakMap<Evaluation, Items>();

/** The items of an evaluation, made once. */
export function itemsOf(q: Evaluation): Items {
  let items = known.get(q);
  if (!items) {
    items = new Items(q);
    known.set(q, items);
  }
  return items;
}
