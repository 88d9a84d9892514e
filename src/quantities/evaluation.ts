import { DomainError } from '../arithmetic/errors.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../arithmetic/real.ts';
import { WeightSums } from '../kernels/weights.ts';
import { outside } from '../policy/arguments.ts';
import { nearest } from '../policy/draws.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { Law } from '../selection/law.ts';
import type { RankRule } from '../selection/rank-rule.ts';
import { Enclosures } from './enclosures.ts';
import { copied, Kept, type KeptParameter, shown } from './kept.ts';
import { KL, WIN_RATE } from './quantities.ts';
import type { Evaluated, Quantity } from './quantity.ts';
import { CONTINUOUS_PART_TERMS, isSmallPower } from './size-rule.ts';

const ZERO = exactReal(LogForm.ZERO);

/** Digits at which a quantity that is declared to be 0 is checked. */
const ZERO_DIGITS = 40;

/** The reference without atoms. The divergences of best-of-n and similar selections are largest there. */
const ATOMLESS = FinitePolicy.fromWeights([1n], { continuousParts: [0] });

/**
 * The quantities of one selection from one policy as reals: enclosures at any precision, and exact forms within the size rule.
 * Each is computed on first use and cached under the quantity object and its exact parameters.
 *
 * Double-double enclosures come from a kernel, or from the formula in double-doubles. Other enclosures come from fixed point, with guard bits for the smallest mass and
 * for the rule. Exact forms come from the same formulas over rationals and log forms. Quantities that are 0 by structure are exactly 0 at
 * any size.
 *
 * @example
 * new Evaluation(FinitePolicy.fromWeights([1n, 1n]), worstOf(2)).winRate.exact?.toString(); // '3/8'
 */
export class Evaluation implements Evaluated {
  /** The reference policy. */
  readonly policy: FinitePolicy;
  /** The selection rule. */
  readonly rule: RankRule;
  /** The rule's parameter n, exactly. */
  readonly draws: Rational;
  /** n as a double, for display and costs. It is exact where n is a double, as all integers are; otherwise a double next to it. */
  readonly n: number;
  /** Auxiliary weights of the outcomes: those of another policy, or whatever else a claim needs for each outcome. Often empty. */
  readonly auxiliary: readonly bigint[];
  readonly #kept = new Kept<Real>();
  readonly #enclosures: Enclosures;
  #levels: FinitePolicy | undefined;
  #sums: WeightSums | null | undefined;
  #atomless: Evaluation | undefined;

  /** @throws as the rule. */
  constructor(policy: FinitePolicy, rule: RankRule, auxiliary: readonly bigint[] = []) {
    if (typeof rule?.over !== 'function') throw outside('the rule', 'a selection such as worstOf(3)', rule);
    this.policy = policy;
    this.rule = rule;
    this.draws = rule.n;
    this.n = nearest(rule.n);
    this.auxiliary = Object.freeze(auxiliary.slice());
    this.#enclosures = new Enclosures(policy, rule);
    // A claim may read what it is given and must not change it.
    Object.freeze(this);
  }

  /** Whether n is an integer. */
  get hasIntegerDraws(): boolean {
    return this.draws.den === 1n;
  }

  /** Whether the selection is a plain draw from the reference, as best-of-1 is. */
  get isOneDraw(): boolean {
    return this.rule.isIdentity;
  }

  /** Whether the policy has atoms only and n is an integer. Only then can draws be enumerated and do the kernels apply. */
  get isOrdinary(): boolean {
    return this.policy.isDiscrete && this.hasIntegerDraws;
  }

  /** The weights in the form that the double-double kernels read; null where the kernels do not apply. */
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

  /** The weights of the reward levels in the same form. The win rate depends on these. */
  get levelSums(): WeightSums | null {
    const levels = this.levels;
    return levels === this.policy || !this.isOrdinary ? this.sums : WeightSums.of(levels.atoms, levels.total);
  }

  /** Whether exact forms over all outcomes are within the size rule. */
  get hasExactForms(): boolean {
    const { degree } = this.rule;
    // Continuous parts add many more logarithms to the exact forms.
    const terms = this.policy.weights.length * (this.policy.isDiscrete ? 1 : CONTINUOUS_PART_TERMS);
    return degree !== null && isSmallPower(this.policy.total, degree, terms);
  }

  /** Whether the selection changes nothing: it is a plain draw from the reference, or there is one atom only. */
  get isTrivial(): boolean {
    return this.isOneDraw || (this.policy.atoms.length === 1 && this.policy.isDiscrete);
  }

  /** The same selection from the reference without atoms. */
  get atomless(): Evaluation {
    this.#atomless ??= new Evaluation(ATOMLESS, this.rule);
    return this.#atomless;
  }

  /**
   * KL(π‖p) = Σ π_i log(π_i/p_i) over the atoms, the direct sum, in nats. Continuous parts add the integral of g log g. It is ≥ 0, and 0
   * only where the selection changes nothing.
   */
  get kl(): Real {
    return this.policy.isAtomless ? this.atomlessKl : this.of(KL);
  }

  /** The KL without atoms, ∫ g log g, in nats: an upper bound of the KL for every rule. Source: docs/theory-selections.md. */
  get atomlessKl(): Real {
    return this.atomless.of(KL);
  }

  /** W: the probability that the selection beats the reference, ties counting one half. */
  get winRate(): Real {
    const levels = this.levels;
    if (levels.isAtomless) return this.winRateBound;
    if (this.isTrivial || (levels.atoms.length === 1 && levels.isDiscrete)) return rationalReal(Rational.of(1, 2));
    return this.of(WIN_RATE);
  }

  /** The win rate without atoms, ∫ u g: an upper bound of W where g is nondecreasing, a lower bound where g is nonincreasing. */
  get winRateBound(): Real {
    return this.atomless.of(WIN_RATE);
  }

  /** A formula in decimal intervals, a different arithmetic for cross-checks. Guarantee: an enclosure. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    return this.#enclosures.inDecimals(formula, digits);
  }

  /**
   * Any quantity at this policy and selection, with its exact parameters. It is computed once for equal parameters.
   * Guarantee: enclosures; exact within the size rule where the quantity has exact forms; exactly 0 where it is 0 by structure.
   *
   * @throws DomainError, naming the quantity, where it is for best-of-n only and this is another selection, and where it is declared to be
   * 0 and its enclosure excludes 0.
   */
  of<P extends readonly KeptParameter[]>(quantity: Quantity<P>, ...parameters: P): Real {
    return this.#kept.get(quantity, parameters, () => {
      const name = `${quantity.symbol}${shown(parameters)}`;
      if (quantity.scope !== 'any selection' && !this.rule.exponent)
        throw new DomainError(`${name} is defined only for best-of-n, not for the selection ${this.rule.name}`);
      const value = this.#real(quantity, copied(parameters));
      if (!quantity.isZero(this, ...parameters)) return value;
      const enclosure = value.enclose(ZERO_DIGITS);
      if (enclosure.containsZero()) return ZERO;
      throw new DomainError(`${name} should be exactly 0 here, but its formula gives a value in ${enclosure}`);
    });
  }

  #real<P extends readonly KeptParameter[]>(quantity: Quantity<P>, parameters: P): Real {
    const { formula, exact, hasExactForm, approximate, guardBits, ofLevels } = quantity;
    const policy = ofLevels ? this.levels : this.policy;
    return real({
      enclose: (digits) => {
        const guard = guardBits(this, ...parameters);
        return this.#enclosures.inFixedPoint((law) => formula(law, ...parameters), policy, digits, guard);
      },
      exact: () =>
        exact && hasExactForm(this, ...parameters)
          ? exact<Rational, LogForm>(new Law(exactField, policy, this.rule), ...parameters)
          : null,
      approximate: () =>
        approximate(this, ...parameters) ??
        this.#enclosures.inDoubleDoubles((law) => formula(law, ...parameters), policy),
    });
  }
}
