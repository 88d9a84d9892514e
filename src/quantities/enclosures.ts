import { approximateField, withoutMorePrecision } from '../arithmetic/approximate-field.ts';
import type { Approximation } from '../arithmetic/approximation.ts';
import { bitLength } from '../arithmetic/bigint.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { digitsFor, workingBits } from '../arithmetic/precision.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { Law } from '../selection/law.ts';
import type { RankRule } from '../selection/rank-rule.ts';
import { Kept } from './kept.ts';

/** Enclosures of formulas over the law of one selection from one policy, in fixed point or in decimal intervals. */
export class Enclosures {
  readonly #policy: FinitePolicy;
  readonly #rule: RankRule;
  readonly #laws = new Kept<Law<FixedInterval, FixedInterval>>();
  readonly #approximateLaws = new Kept<Law<Approximation, Approximation>>();
  #guardBits: number | undefined;

  constructor(policy: FinitePolicy, rule: RankRule) {
    this.#policy = policy;
    this.#rule = rule;
  }

  /** A formula over the law of `policy`, which may be the policy of the reward levels, at this precision. Guarantee: an enclosure. */
  inFixedPoint(
    formula: (law: Law<FixedInterval, FixedInterval>) => FixedInterval,
    policy: FinitePolicy,
    digits: number,
    guard = 0,
  ): Interval {
    const bits = workingBits(digits, this.#guard() + guard);
    const law = this.#laws.get(policy, [bits], () => new Law(new FixedField(bits), policy, this.#rule));
    return (law.field as FixedField).toInterval(formula(law), digits);
  }

  /** A formula in double-doubles; null where these do not allow a bound. Guarantee: an enclosure. */
  inDoubleDoubles(
    formula: (law: Law<Approximation, Approximation>) => Approximation,
    policy: FinitePolicy,
  ): Approximation | null {
    const law = this.#approximateLaws.get(policy, [], () => new Law(approximateField, policy, this.#rule));
    return withoutMorePrecision(() => formula(law));
  }

  /** A formula in decimal intervals, over the law of the constructor's policy. Guarantee: an enclosure. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    const guard = digitsFor(this.#guard());
    return formula(new Law(intervals(digits + guard), this.#policy, this.#rule));
  }

  /** Bits beyond the requested precision: for the smallest mass, the rule and the number of terms. They affect only the width. */
  #guard(): number {
    if (this.#guardBits === undefined) {
      const { weights, total, atoms } = this.#policy;
      const smallest = weights.reduce((a, b) => (b < a ? b : a));
      this.#guardBits = bitLength(total / smallest) + this.#rule.guardBits + bitLength(BigInt(atoms.length)) + 16;
    }
    return this.#guardBits;
  }
}
