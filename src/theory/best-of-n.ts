import { type Approximation, subtractApproximations } from '../arithmetic/approximation.ts';
import { bitLength } from '../arithmetic/bigint.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { difference, exactReal, type Real, rationalReal, real } from '../arithmetic/real.ts';
import { checkDraws, checkRealDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { estimator, estimatorBest, estimatorMean } from './estimator.ts';
import { analyticalFormula } from './formula.ts';
import { estimatorKernel, estimatorMeanKernel } from './kernels/estimator.ts';
import { formulaKernel } from './kernels/formula.ts';
import { klKernel } from './kernels/kl.ts';
import { WeightSums } from './kernels/weights.ts';
import { winRateKernel } from './kernels/win-rate.ts';
import { kl } from './kl.ts';
import { Law } from './law.ts';
import { sumOfLocalGaps, topGap } from './local-gap.ts';
import { renyiEntropy } from './renyi.ts';
import { winRate, winRateBound } from './win-rate.ts';

/** Size rule: exact forms are worked out while total^n has fewer bits than this … */
export const EXACT_OPERAND_BITS = 10_000;
/** … and all operands together have fewer than this. */
export const EXACT_TOTAL_BITS = 50_000;

/** Stretches fill exact forms with so many more logarithms. */
export const STRETCH_TERMS = 20;

const BITS_PER_DIGIT = 3.322;

/** A formula over the law of best-of-n in the numbers of any field. */
export type Formula = <Q, T>(law: Law<Q, T>) => T;

interface Definition {
  readonly formula: Formula;
  /** Whether the exact form is within the size rule. */
  readonly isSmall: (q: BestOfN) => boolean;
  /** The same number in double-double. */
  readonly approximate?: (q: BestOfN) => Approximation | null;
  /** The policy whose law is meant, where it is not the policy itself. */
  readonly policy?: FinitePolicy;
}

const SMALL_LAW = (q: BestOfN): boolean => q.isSmall;

const KL: Definition = {
  formula: kl,
  isSmall: SMALL_LAW,
  approximate: ({ sums, n }) => sums && klKernel(sums, n),
};

const GAP_BY_PARTS: Definition = { formula: sumOfLocalGaps, isSmall: SMALL_LAW };

const WIN_RATE: Definition = {
  formula: (law) => law.field.lift(winRate(law)),
  isSmall: SMALL_LAW,
  approximate: ({ levelSums, n }) => levelSums && winRateKernel(levelSums, n),
};

const ESTIMATOR_MEAN: Definition = {
  formula: estimatorMean,
  isSmall: SMALL_LAW,
  approximate: ({ policy, sums, n }) => sums && estimatorMeanKernel(policy, sums, n),
};

function isSmall(base: bigint, power: number, terms = 1): boolean {
  if (!Number.isInteger(power)) return false;
  const operand = power * bitLength(base);
  return operand <= EXACT_OPERAND_BITS && operand * terms <= EXACT_TOTAL_BITS;
}

/**
 * The quantities of one policy, one n and, for claims that compare with one, another policy, as reals: enclosures at any precision, and exact forms by the size rule.
 * Each is worked out when first asked for and kept.
 *
 * Double-double enclosures come from the kernels, others from fixed point with guard bits for the smallest mass and for n, exact
 * forms from the same formulas over rationals and log forms. Numbers that are 0 by structure (n = 1, one atom) are exact zeros at any size.
 *
 * @example
 * new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2).kl.exact?.toString(); // '3/4*log(3) - log(2)'
 */
export class BestOfN {
  readonly policy: FinitePolicy;
  readonly n: number;
  /** Weights of another policy on the same outcomes, or of whatever else a claim wants for each outcome; often empty. */
  readonly other: readonly bigint[];
  readonly #laws = new Map<string, Law<FixedInterval, FixedInterval>>();
  readonly #reals = new Map<string, Real>();
  #guardBits: number | undefined;
  #sums: WeightSums | null | undefined;

  /** @throws InputError unless n is an integer in 1…10^9. */
  constructor(policy: FinitePolicy, n: number, other: readonly bigint[] = []) {
    this.policy = policy;
    this.n = Number.isInteger(n) ? checkDraws(n) : checkRealDraws(n);
    this.other = other;
  }

  /** Whether the policy has atoms only and n is an integer, so that draws can be made and the kernels reach. */
  get isOrdinary(): boolean {
    return this.policy.isDiscrete && Number.isInteger(this.n);
  }

  /** The same policies at another number of draws. */
  at(n: number): BestOfN {
    return new BestOfN(this.policy, n, this.other);
  }

  /** The weights as the double-double kernels read them; null where these do not reach. */
  get sums(): WeightSums | null {
    if (this.#sums === undefined) {
      this.#sums = this.isOrdinary ? WeightSums.of(this.policy.atoms, this.policy.total) : null;
    }
    return this.#sums;
  }

  /** Those of the reward levels, which the win rate depends on. */
  get levelSums(): WeightSums | null {
    const levels = this.policy.byLevel();
    return levels === this.policy || !this.isOrdinary ? this.sums : WeightSums.of(levels.atoms, levels.total);
  }

  /** Whether exact forms over all outcomes are within the size rule. */
  get isSmall(): boolean {
    // Stretches fill the forms with many more logarithms.
    const terms = this.policy.outcomes.length * (this.policy.isDiscrete ? 1 : STRETCH_TERMS);
    return isSmall(this.policy.total, this.n, terms);
  }

  /** Best-of-n changes nothing: one draw, or one level. */
  get isTrivial(): boolean {
    return this.n === 1 || (this.policy.atoms.length === 1 && this.policy.isDiscrete);
  }

  /**
   * KL(π‖p) = Σ π_i log(π_i/p_i) over the atoms, the direct sum, in nats; ≥ 0, and 0 only where best-of-n changes nothing; D̃_n for
   * policies without atoms.
   * Source: arXiv 2401.01879, section 3.
   */
  get kl(): Real {
    return this.policy.isAtomless ? this.formula : this.#define('kl', this.isTrivial, KL);
  }

  /** D̃_n = log n − (n−1)/n, in nats; always exact. It bounds the KL from above (Theorem 3.1 of arXiv 2401.01879). */
  get formula(): Real {
    return this.#keep('formula', () => {
      if (this.n === 1) return exactReal(LogForm.ZERO);
      const form = (): LogForm => analyticalFormula(exactField, this.n);
      return real(
        (digits) => form().enclose(digits),
        form,
        null,
        () => (Number.isInteger(this.n) ? formulaKernel(this.n) : null),
      );
    });
  }

  /** D̃_n − KL, in nats; ≥ 0, and 0 only for n = 1. */
  get gap(): Real {
    return this.#keep('gap', () => difference(this.formula, this.kl));
  }

  /** Σ g(F_{i−1}, F_i), a second way to the gap. */
  get gapByParts(): Real {
    return this.#define('gapByParts', this.n === 1 || this.policy.isAtomless, GAP_BY_PARTS);
  }

  /** γ(ε_∞): the local gap of the best atom, in nats; the gap is at least this. */
  get bestAtomGap(): Real {
    const best = this.#bestMass();
    return best ? this.topGapAt(best) : exactReal(LogForm.ZERO);
  }

  /** γ(t) at any mass t in (0, 1]. */
  topGapAt(mass: Rational): Real {
    return this.#define(`topGap ${mass}`, this.n === 1, {
      formula: ({ field, n }) => topGap(field, mass, n),
      isSmall: ({ n }) => isSmall(mass.den, n),
      approximate: ({ n }) => {
        if (!Number.isInteger(n)) return null;
        const estimated = estimatorKernel(mass, n);
        return estimated && subtractApproximations(formulaKernel(n), estimated);
      },
    });
  }

  /** W: how often best-of-n beats the reference, ties counting one half; in [1/2, n/(n+1)]. Section 5 of the paper. */
  get winRate(): Real {
    const policy = this.policy.byLevel();
    if (policy.isAtomless) return this.winRateBound;
    if (this.isTrivial || (policy.atoms.length === 1 && policy.isDiscrete)) return rationalReal(Rational.of(1, 2));
    return this.#define('winRate', false, policy === this.policy ? WIN_RATE : { ...WIN_RATE, policy });
  }

  /** n/(n+1), exact. */
  get winRateBound(): Real {
    return rationalReal(winRateBound(this.n));
  }

  /** E_{y∼π} D̂_n(p(y)), the mean of the paper's estimator, in nats; at least the KL. Section 4 of the paper. */
  get estimatorMean(): Real {
    if (this.policy.isAtomless) return this.formula;
    const zero = this.n === 1 || (this.policy.outcomes.length === 1 && this.policy.isDiscrete);
    return this.#define('estimatorMean', zero, ESTIMATOR_MEAN);
  }

  /** D̂_n(ε_∞), the paper's estimator at the mass of the best atom, in nats; at least the KL. */
  get estimatorBest(): Real {
    const best = this.#bestMass();
    if (!best) return this.formula;
    return this.#define('estimatorBest', this.isTrivial, {
      formula: estimatorBest,
      isSmall: ({ n }) => isSmall(best.den, n),
      approximate: ({ n }) => (Number.isInteger(n) ? estimatorKernel(best, n) : null),
    });
  }

  /** D̂_n(ε) at any mass ε in (0, 1], in nats; 0 at ε = 1. */
  estimatorAt(epsilon: Rational): Real {
    return this.#define(`estimator ${epsilon}`, this.n === 1 || epsilon.equals(Rational.ONE), {
      formula: ({ field, n }) => estimator(field, n)(epsilon),
      isSmall: ({ n }) => isSmall(epsilon.den, n),
      approximate: ({ n }) => (Number.isInteger(n) ? estimatorKernel(epsilon, n) : null),
    });
  }

  /** H_α of the reference, in nats, for an integer α ≥ 2; 0 for one atom. @throws DomainError for another α. */
  renyi(alpha: number): Real {
    return this.#define(`renyi ${alpha}`, this.policy.atoms.length === 1, {
      formula: ({ field, policy }) => renyiEntropy(field, policy, alpha),
      isSmall: ({ policy }) => isSmall(policy.total, alpha),
    });
  }

  /** The same formula over decimal intervals: another arithmetic, for cross-checks. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    const guard = Math.ceil(this.#guard() / BITS_PER_DIGIT);
    return formula(new Law(intervals(digits + guard), this.policy, this.n));
  }

  /** Bits beyond the wanted precision: for the smallest mass, for n and for the number of terms. */
  #guard(): number {
    if (this.#guardBits === undefined) {
      const { outcomes, total, atoms } = this.policy;
      const smallest = outcomes.reduce((a, b) => (b < a ? b : a));
      this.#guardBits =
        bitLength(total / smallest) + 2 * bitLength(BigInt(Math.ceil(this.n))) + bitLength(BigInt(atoms.length)) + 16;
    }
    return this.#guardBits;
  }

  /** Null where a stretch is on top. */
  #bestMass(): Rational | null {
    const best = this.policy.atoms.length - 1;
    return this.policy.stretches.has(best) ? null : this.policy.mass(best);
  }

  /** A quantity of one's own: a formula over the law, kept under its name; exactly 0 where it is that by structure. */
  quantity(name: string, formula: Formula, zero = false): Real {
    return this.#define(name, zero, { formula, isSmall: SMALL_LAW });
  }

  /** The same for a formula with roots, exponentials or products of logarithms, which has no exact form. */
  enclosed(name: string, formula: <T>(law: Law<T, T>) => T, zero = false): Real {
    return this.#keep(name, () =>
      zero ? exactReal(LogForm.ZERO) : real((digits) => this.#enclose(formula, this.policy, digits)),
    );
  }

  /** The real of a definition; exactly 0 where it is that by structure. */
  #define(name: string, zero: boolean, { formula, isSmall, approximate, policy = this.policy }: Definition): Real {
    return this.#keep(name, () => {
      if (zero) return exactReal(LogForm.ZERO);
      return real(
        (digits) => this.#enclose(formula, policy, digits),
        () => (isSmall(this) ? formula<Rational, LogForm>(new Law(exactField, policy, this.n)) : null),
        null,
        () => approximate?.(this) ?? null,
      );
    });
  }

  #enclose(
    formula: (law: Law<FixedInterval, FixedInterval>) => FixedInterval,
    policy: FinitePolicy,
    digits: number,
  ): Interval {
    // Rounded up so that few precisions share the logarithm's tables.
    const bits = Math.ceil((digits * BITS_PER_DIGIT + this.#guard()) / 64) * 64;
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
