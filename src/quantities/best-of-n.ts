import { DomainError } from '../arithmetic/errors.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { difference, exactReal, type Real, rationalReal, real } from '../arithmetic/real.ts';
import { formulaKernel } from '../kernels/formula.ts';
import { WeightSums } from '../kernels/weights.ts';
import { checkMass } from '../policy/arguments.ts';
import { type Draws, exactDraws, nearest } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { analyticalFormula } from '../selection/formula.ts';
import { Law } from '../selection/law.ts';
import { Enclosures } from './enclosures.ts';
import { copied, Kept, type KeptParameter, shown } from './kept.ts';
import { ESTIMATOR, ESTIMATOR_BEST, ESTIMATOR_MEAN, GAP_BY_PARTS, KL, RENYI, TOP_GAP, WIN_RATE } from './quantities.ts';
import type { Evaluation, Quantity } from './quantity.ts';
import { integerOrder } from './renyi.ts';
import { isSmallPower, STRETCH_TERMS } from './size-rule.ts';
import { winRateBound } from './win-rate.ts';

const ZERO = exactReal(LogForm.ZERO);

/** Digits at which a quantity that is said to be 0 is worked out all the same. */
const ZERO_DIGITS = 40;

/**
 * The quantities of one policy, one n and, for claims that compare with one, another policy, as reals: enclosures at any precision, and exact forms by the size rule.
 * Each is worked out when first asked for and kept, under the quantity itself and its exact parameters.
 *
 * Double-double enclosures come from the kernels, others from fixed point with guard bits for the smallest mass and for n, exact
 * forms from the same formulas over rationals and log forms. Numbers that are 0 by structure (n = 1, one atom) are exact zeros at any size.
 *
 * @example
 * new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2).kl.exact?.toString(); // '3/4*log(3) - log(2)'
 */
export class BestOfN implements Evaluation {
  readonly policy: FinitePolicy;
  /** n, exactly. */
  readonly draws: Rational;
  /** n where it is a double, as all integers are, and otherwise a double next to it: for display and costs. */
  readonly n: number;
  /** Weights of another policy on the same outcomes, or of whatever else a claim wants for each outcome; often empty. */
  readonly other: readonly bigint[];
  readonly #kept = new Kept<Real>();
  readonly #enclosures: Enclosures;
  #formula: Real | undefined;
  #gap: Real | undefined;
  #levels: FinitePolicy | undefined;
  #sums: WeightSums | null | undefined;

  /** A double n stands for its exact binary value. @throws InputError unless n is in [1, 10^9]. */
  constructor(policy: FinitePolicy, n: Draws, other: readonly bigint[] = []) {
    this.policy = policy;
    this.draws = exactDraws(n);
    this.n = typeof n === 'number' ? n : nearest(this.draws);
    this.other = Object.freeze(other.slice());
    this.#enclosures = new Enclosures(policy, this.draws);
    // What a claim is given it can look at, not change.
    Object.freeze(this);
  }

  get hasIntegerDraws(): boolean {
    return this.draws.den === 1n;
  }

  /** n = 1. */
  get isOneDraw(): boolean {
    return this.draws.num === this.draws.den;
  }

  /** Whether the policy has atoms only and n is an integer, so that draws can be made and the kernels reach. */
  get isOrdinary(): boolean {
    return this.policy.isDiscrete && this.hasIntegerDraws;
  }

  /** The same policies at another number of draws. @throws as the constructor. */
  at(n: Draws): BestOfN {
    return new BestOfN(this.policy, n, this.other);
  }

  /** The weights as the double-double kernels read them; null where these do not reach. */
  get sums(): WeightSums | null {
    if (this.#sums === undefined) {
      this.#sums = this.isOrdinary ? WeightSums.of(this.policy.atoms, this.policy.total) : null;
    }
    return this.#sums;
  }

  /** The policy whose atoms are the reward levels. */
  get levels(): FinitePolicy {
    this.#levels ??= this.policy.byLevel();
    return this.#levels;
  }

  /** The sums of the reward levels' weights, which the win rate depends on. */
  get levelSums(): WeightSums | null {
    const levels = this.levels;
    return levels === this.policy || !this.isOrdinary ? this.sums : WeightSums.of(levels.atoms, levels.total);
  }

  /** Whether exact forms over all outcomes are within the size rule. */
  get isSmall(): boolean {
    // Stretches fill the forms with many more logarithms.
    const terms = this.policy.outcomes.length * (this.policy.isDiscrete ? 1 : STRETCH_TERMS);
    return isSmallPower(this.policy.total, this.draws, terms);
  }

  /** Best-of-n changes nothing: one draw, or one level. */
  get isTrivial(): boolean {
    return this.isOneDraw || (this.policy.atoms.length === 1 && this.policy.isDiscrete);
  }

  /**
   * KL(π‖p) = Σ π_i log(π_i/p_i) over the atoms, the direct sum, in nats; ≥ 0, and 0 only where best-of-n changes nothing; D̃_n for
   * policies without atoms.
   * Source: arXiv 2401.01879, section 3.
   */
  get kl(): Real {
    return this.policy.isAtomless ? this.formula : this.of(KL);
  }

  /** D̃_n = log n − (n−1)/n, in nats; always exact. It bounds the KL from above (Theorem 3.1 of arXiv 2401.01879). */
  get formula(): Real {
    this.#formula ??= this.#makeFormula();
    return this.#formula;
  }

  #makeFormula(): Real {
    if (this.isOneDraw) return ZERO;
    const form = (): LogForm => analyticalFormula(exactField, this.draws);
    return real({
      enclose: (digits) => form().enclose(digits),
      exact: form,
      approximate: () => (this.hasIntegerDraws ? formulaKernel(this.n) : null),
    });
  }

  /** D̃_n − KL, in nats; ≥ 0, and 0 only for n = 1. */
  get gap(): Real {
    this.#gap ??= difference(this.formula, this.kl);
    return this.#gap;
  }

  /** Σ g(F_{i−1}, F_i), a second way to the gap. */
  get gapByParts(): Real {
    return this.of(GAP_BY_PARTS);
  }

  /** γ(ε_∞): the local gap of the best atom, in nats; the gap is at least this. */
  get bestAtomGap(): Real {
    const best = this.#bestMass();
    return best ? this.topGapAt(best) : ZERO;
  }

  /** γ(t) at any mass t in (0, 1]. @throws DomainError for another one. */
  topGapAt(mass: Rational): Real {
    checkMass('the mass t', mass);
    // γ(1) = D̃_n, which is exact at any n.
    if (mass.num === mass.den) return this.formula;
    return this.of(TOP_GAP, mass);
  }

  /** W: how often best-of-n beats the reference, ties counting one half; in [1/2, n/(n+1)]. Section 5 of the paper. */
  get winRate(): Real {
    const levels = this.levels;
    if (levels.isAtomless) return this.winRateBound;
    if (this.isTrivial || (levels.atoms.length === 1 && levels.isDiscrete)) return rationalReal(Rational.of(1, 2));
    return this.of(WIN_RATE);
  }

  /** n/(n+1), exact. */
  get winRateBound(): Real {
    return rationalReal(winRateBound(this.draws));
  }

  /** E_{y∼π} D̂_n(p(y)), the mean of the paper's estimator, in nats; at least the KL. Section 4 of the paper. */
  get estimatorMean(): Real {
    return this.policy.isAtomless ? this.formula : this.of(ESTIMATOR_MEAN);
  }

  /** D̂_n(ε_∞), the paper's estimator at the mass of the best atom, in nats; at least the KL. */
  get estimatorBest(): Real {
    const best = this.#bestMass();
    return best ? this.of(ESTIMATOR_BEST, best) : this.formula;
  }

  /** D̂_n(ε) at any mass ε in (0, 1], in nats; 0 at ε = 1. @throws DomainError for another mass. */
  estimatorAt(epsilon: Rational): Real {
    checkMass('the mass ε', epsilon);
    // One number is one real, so that it is known to equal itself.
    const best = this.#bestMass();
    if (best?.equals(epsilon)) return this.estimatorBest;
    return this.of(ESTIMATOR, epsilon);
  }

  /** H_α of the reference, in nats, for an integer α ≥ 2; 0 for one atom. @throws DomainError for another α. */
  renyi(alpha: number): Real {
    return this.of(RENYI, Rational.of(integerOrder(alpha)));
  }

  /** A formula over decimal intervals: another arithmetic, for cross-checks. Guarantee: an enclosure. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    return this.#enclosures.inDecimals(formula, digits);
  }

  /** Null where a stretch is on top. */
  #bestMass(): Rational | null {
    const best = this.policy.atoms.length - 1;
    return this.policy.stretches.has(best) ? null : this.policy.mass(best);
  }

  /**
   * Any quantity at this policy and n, with its exact parameters. It is worked out once for equal parameters.
   * Guarantee: enclosures, exact by the size rule where the quantity has exact forms, and exactly 0 where it is 0 by structure.
   *
   * @throws DomainError, naming the quantity, where it is said to be 0 and its enclosure excludes 0.
   */
  of<P extends readonly KeptParameter[]>(quantity: Quantity<P>, ...parameters: P): Real {
    return this.#kept.get(quantity, parameters, () => {
      const value = this.#real(quantity, copied(parameters));
      if (!quantity.isZero(this, ...parameters)) return value;
      const enclosure = value.enclose(ZERO_DIGITS);
      if (enclosure.containsZero()) return ZERO;
      const name = `${quantity.symbol}${shown(parameters)}`;
      throw new DomainError(`${name} is given as 0 by structure, and its formula is in ${enclosure}`);
    });
  }

  #real<P extends readonly KeptParameter[]>(quantity: Quantity<P>, parameters: P): Real {
    const { formula, exact, isSmall, approximate, ofLevels } = quantity;
    const policy = ofLevels ? this.levels : this.policy;
    return real({
      enclose: (digits) => this.#enclosures.inFixedPoint((law) => formula(law, ...parameters), policy, digits),
      exact: () =>
        exact && isSmall(this, ...parameters)
          ? exact<Rational, LogForm>(new Law(exactField, policy, this.draws), ...parameters)
          : null,
      approximate: () => approximate(this, ...parameters),
    });
  }
}
