import { bitLength } from '../arithmetic/bigint.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { difference, exactReal, type Real, rationalReal, real } from '../arithmetic/real.ts';
import { checkDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { estimator, estimatorBest, estimatorMean } from './estimator.ts';
import { analyticalFormula } from './formula.ts';
import { kl } from './kl.ts';
import { Law } from './law.ts';
import { sumOfLocalGaps, topGap } from './local-gap.ts';
import { renyiEntropy } from './renyi.ts';
import { winRate, winRateBound } from './win-rate.ts';

/** Size rule: exact forms are worked out while total^n has fewer bits than this … */
export const EXACT_OPERAND_BITS = 10_000;
/** … and all operands together have fewer than this. */
export const EXACT_TOTAL_BITS = 50_000;

const BITS_PER_DIGIT = 3.322;

/** A formula over the law of best-of-n in the numbers of any field. */
type Formula = <Q, T>(law: Law<Q, T>) => T;

interface Definition {
  readonly formula: Formula;
  /** The policy whose law is meant, where it is not the policy itself. */
  readonly policy?: FinitePolicy;
  /** Whether the number is 0 by structure. */
  readonly zero: boolean;
  /** Whether the exact form is within the size rule. */
  readonly small: boolean;
}

function isSmall(base: bigint, power: number, terms = 1): boolean {
  const operand = power * bitLength(base);
  return operand <= EXACT_OPERAND_BITS && operand * terms <= EXACT_TOTAL_BITS;
}

/**
 * The quantities of one policy and one n as reals: enclosures at any precision, and exact forms by the size rule.
 * Each is worked out when first asked for and kept.
 *
 * Enclosures come from fixed point with guard bits for the smallest mass and for n, exact forms from the same formulas over
 * rationals and log forms. Numbers that are 0 by structure (n = 1, one atom) are exact zeros at any size.
 *
 * @example
 * new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2).kl.exact?.toString(); // '3/4*log(3) - log(2)'
 */
export class BestOfN {
  readonly policy: FinitePolicy;
  readonly n: number;
  readonly #guardBits: number;
  readonly #laws = new Map<string, Law<FixedInterval, FixedInterval>>();
  readonly #reals = new Map<string, Real>();

  /** @throws InputError unless n is an integer in 1…10^9. */
  constructor(policy: FinitePolicy, n: number) {
    this.policy = policy;
    this.n = checkDraws(n);
    const smallest = policy.outcomes.reduce((a, b) => (b < a ? b : a));
    const ratio = bitLength(policy.total / smallest);
    this.#guardBits = ratio + 2 * bitLength(BigInt(n)) + bitLength(BigInt(policy.atoms.length)) + 16;
  }

  /** Whether exact forms over all outcomes are within the size rule. */
  get isSmall(): boolean {
    return isSmall(this.policy.total, this.n, this.policy.outcomes.length);
  }

  /** Best-of-n changes nothing: one draw, or one level. */
  get isTrivial(): boolean {
    return this.n === 1 || this.policy.atoms.length === 1;
  }

  /**
   * KL(π‖p) = Σ π_i log(π_i/p_i) over the atoms, the direct sum, in nats; ≥ 0, and 0 only where best-of-n changes nothing.
   * Source: arXiv 2401.01879, section 3.
   */
  get kl(): Real {
    return this.#define('kl', { formula: kl, zero: this.isTrivial, small: this.isSmall });
  }

  /** D̃_n = log n − (n−1)/n, in nats; always exact. It bounds the KL from above (Theorem 3.1 of arXiv 2401.01879). */
  get formula(): Real {
    return this.#keep('formula', () => exactReal(this.n === 1 ? LogForm.ZERO : analyticalFormula(exactField, this.n)));
  }

  /** D̃_n − KL, in nats; ≥ 0, and 0 only for n = 1. */
  get gap(): Real {
    return this.#keep('gap', () => difference(this.formula, this.kl));
  }

  /** Σ g(F_{i−1}, F_i), a second way to the gap. */
  get gapByParts(): Real {
    return this.#define('gapByParts', { formula: sumOfLocalGaps, zero: this.n === 1, small: this.isSmall });
  }

  /** γ(ε_∞): the local gap of the best atom, in nats; the gap is at least this. */
  get bestAtomGap(): Real {
    return this.topGapAt(this.#bestMass());
  }

  /** γ(t) at any mass t in (0, 1]. */
  topGapAt(mass: Rational): Real {
    return this.#define(`topGap ${mass}`, {
      formula: ({ field, n }) => topGap(field, mass, n),
      zero: this.n === 1,
      small: isSmall(mass.den, this.n),
    });
  }

  /** W: how often best-of-n beats the reference, ties counting one half; in [1/2, n/(n+1)]. Section 5 of the paper. */
  get winRate(): Real {
    const policy = this.policy.byLevel();
    if (this.n === 1 || policy.atoms.length === 1) return rationalReal(Rational.of(1, 2));
    const formula: Formula = (law) => law.field.lift(winRate(law));
    return this.#define('winRate', { formula, policy, zero: false, small: this.isSmall });
  }

  /** n/(n+1), exact. */
  get winRateBound(): Real {
    return rationalReal(winRateBound(this.n));
  }

  /** E_{y∼π} D̂_n(p(y)), the mean of the paper's estimator, in nats; at least the KL. Section 4 of the paper. */
  get estimatorMean(): Real {
    const zero = this.n === 1 || this.policy.outcomes.length === 1;
    return this.#define('estimatorMean', { formula: estimatorMean, zero, small: this.isSmall });
  }

  /** D̂_n(ε_∞), the paper's estimator at the mass of the best atom, in nats; at least the KL. */
  get estimatorBest(): Real {
    return this.#define('estimatorBest', {
      formula: estimatorBest,
      zero: this.isTrivial,
      small: isSmall(this.#bestMass().den, this.n),
    });
  }

  /** D̂_n(ε) at any mass ε in (0, 1], in nats; 0 at ε = 1. */
  estimatorAt(epsilon: Rational): Real {
    return this.#define(`estimator ${epsilon}`, {
      formula: ({ field, n }) => estimator(field, n)(epsilon),
      zero: this.n === 1 || epsilon.equals(Rational.ONE),
      small: isSmall(epsilon.den, this.n),
    });
  }

  /** H_α of the reference, in nats, for an integer α ≥ 2; 0 for one atom. @throws DomainError for another α. */
  renyi(alpha: number): Real {
    return this.#define(`renyi ${alpha}`, {
      formula: ({ field, policy }) => renyiEntropy(field, policy, alpha),
      zero: this.policy.atoms.length === 1,
      small: isSmall(this.policy.total, alpha),
    });
  }

  /** The same formula over decimal intervals: another arithmetic, for cross-checks. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    const guard = Math.ceil(this.#guardBits / BITS_PER_DIGIT);
    return formula(new Law(intervals(digits + guard), this.policy, this.n));
  }

  #bestMass(): Rational {
    return this.policy.mass(this.policy.atoms.length - 1);
  }

  #define(name: string, { formula, zero, small, policy = this.policy }: Definition): Real {
    return this.#keep(name, () => {
      if (zero) return exactReal(LogForm.ZERO);
      const exact = (): LogForm => formula<Rational, LogForm>(new Law(exactField, policy, this.n));
      return real(
        (digits) => this.#enclose(formula, policy, digits),
        () => (small ? exact() : null),
      );
    });
  }

  #enclose(formula: Formula, policy: FinitePolicy, digits: number): Interval {
    // Rounded up so that few precisions share the logarithm's tables.
    const bits = Math.ceil((digits * BITS_PER_DIGIT + this.#guardBits) / 64) * 64;
    const field = new FixedField(bits);
    const key = `${bits} ${policy.ties}`;
    const law = this.#laws.get(key) ?? new Law(field, policy, this.n);
    this.#laws.set(key, law);
    return field.toInterval(formula(law), digits);
  }

  #keep(name: string, make: () => Real): Real {
    let found = this.#reals.get(name);
    if (!found) {
      found = make();
      this.#reals.set(name, found);
    }
    return found;
  }
}
