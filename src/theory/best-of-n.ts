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
export const EXACT_TOTAL_BITS = 200_000;

const BITS_PER_DIGIT = 3.322;

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
    this.#guardBits =
      bitLength(policy.total / smallest) + 2 * bitLength(BigInt(n)) + bitLength(BigInt(policy.atoms.length)) + 16;
  }

  /** Whether exact forms are within the size rule. */
  get isSmall(): boolean {
    const operand = this.n * bitLength(this.policy.total);
    return operand <= EXACT_OPERAND_BITS && operand * this.policy.outcomes.length <= EXACT_TOTAL_BITS;
  }

  /** Best-of-n changes nothing: one draw, or one level. */
  get isTrivial(): boolean {
    return this.n === 1 || this.policy.atoms.length === 1;
  }

  /** KL(π‖p) by the direct sum. */
  get kl(): Real {
    return this.#sum(
      'kl',
      (law) => kl(law),
      () => kl(this.#exactLaw()),
      this.isTrivial,
    );
  }

  /** D̃_n = log n − (n−1)/n. */
  get formula(): Real {
    return this.#keep('formula', () => exactReal(this.n === 1 ? LogForm.ZERO : analyticalFormula(exactField, this.n)));
  }

  /** D̃_n − KL. */
  get gap(): Real {
    return this.#keep('gap', () => difference(this.formula, this.kl));
  }

  /** Σ g(F_{i−1}, F_i), a second way to the gap. */
  get gapByParts(): Real {
    return this.#sum(
      'gapByParts',
      (law) => sumOfLocalGaps(law),
      () => sumOfLocalGaps(this.#exactLaw()),
      this.n === 1,
    );
  }

  /** γ(ε_∞): the local gap of the best atom. */
  get bestAtomGap(): Real {
    return this.topGapAt(this.policy.mass(this.policy.atoms.length - 1));
  }

  /** γ(t) at any mass t in (0, 1]. */
  topGapAt(mass: Rational): Real {
    return this.#sum(
      `topGap ${mass}`,
      ({ field, n }) => topGap(field, mass, n),
      () => topGap(exactField, mass, this.n),
      this.n === 1,
    );
  }

  /** W, ties counting one half. */
  get winRate(): Real {
    const levels = this.policy.byLevel();
    if (this.n === 1 || levels.atoms.length === 1) return rationalReal(Rational.of(1, 2));
    return this.#sum(
      'winRate',
      (law) => winRate(law),
      () => LogForm.rational(winRate(new Law(exactField, levels, this.n))),
      false,
      levels,
    );
  }

  /** n/(n+1). */
  get winRateBound(): Real {
    return rationalReal(winRateBound(this.n));
  }

  /** E_{y∼π} D̂_n(p(y)). */
  get estimatorMean(): Real {
    const trivial = this.n === 1 || this.policy.outcomes.length === 1;
    return this.#sum(
      'estimatorMean',
      (law) => estimatorMean(law),
      () => estimatorMean(this.#exactLaw()),
      trivial,
    );
  }

  /** D̂_n(ε_∞). */
  get estimatorBest(): Real {
    return this.#sum(
      'estimatorBest',
      (law) => estimatorBest(law.field, law),
      () => estimatorBest(exactField, this.#exactLaw()),
      this.isTrivial,
    );
  }

  /** D̂_n(ε) at any mass. */
  estimatorAt(epsilon: Rational): Real {
    return this.#sum(
      `estimator ${epsilon}`,
      ({ field, n }) => estimator(field, epsilon, n),
      () => estimator(exactField, epsilon, this.n),
      this.n === 1 || epsilon.equals(Rational.ONE),
    );
  }

  /** H_α of the reference, for an integer α ≥ 2. */
  renyi(alpha: number): Real {
    return this.#sum(
      `renyi ${alpha}`,
      ({ field, policy }) => renyiEntropy(field, policy, alpha),
      () => renyiEntropy(exactField, this.policy, alpha),
      this.policy.atoms.length === 1,
    );
  }

  /** The same formula over decimal intervals: another arithmetic, for cross-checks. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    const guard = Math.ceil(this.#guardBits / BITS_PER_DIGIT);
    return formula(new Law(intervals(digits + guard), this.policy, this.n));
  }

  #sum(
    name: string,
    formula: (law: Law<FixedInterval, FixedInterval>) => FixedInterval,
    exact: () => LogForm,
    isZero: boolean,
    policy: FinitePolicy = this.policy,
  ): Real {
    return this.#keep(name, () => {
      if (isZero) return exactReal(LogForm.ZERO);
      const enclose = (digits: number): Interval => {
        const law = this.#law(digits, policy);
        return (law.field as FixedField).toInterval(formula(law), digits);
      };
      return real(enclose, () => (this.isSmall ? exact() : null));
    });
  }

  #keep(name: string, make: () => Real): Real {
    let found = this.#reals.get(name);
    if (!found) {
      found = make();
      this.#reals.set(name, found);
    }
    return found;
  }

  #law(digits: number, policy: FinitePolicy): Law<FixedInterval, FixedInterval> {
    const key = `${digits} ${policy.ties}`;
    let law = this.#laws.get(key);
    if (!law) {
      // Rounded up so that few precisions share the logarithm's tables.
      const bits = Math.ceil((digits * BITS_PER_DIGIT + this.#guardBits) / 64) * 64;
      law = new Law(new FixedField(bits), policy, this.n);
      this.#laws.set(key, law);
    }
    return law;
  }

  #exactLaw(): Law<Rational, LogForm> {
    return new Law(exactField, this.policy, this.n);
  }
}
