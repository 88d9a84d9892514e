import { bitLength } from '../arithmetic/bigint.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { Kept } from './kept.ts';
import { Law } from './law.ts';

const BITS_PER_DIGIT = 3.322;

/** Enclosures of formulas over the laws of best-of-n of one policy and n: in fixed point, or over decimal intervals. */
export class Enclosures {
  readonly #policy: FinitePolicy;
  readonly #draws: Rational;
  readonly #laws = new Kept<Law<FixedInterval, FixedInterval>>();
  #guardBits: number | undefined;

  constructor(policy: FinitePolicy, draws: Rational) {
    this.#policy = policy;
    this.#draws = draws;
  }

  /** A formula over the law of a policy, which may be that of the levels, at so many digits. Guarantee: an enclosure. */
  inFixedPoint(
    formula: (law: Law<FixedInterval, FixedInterval>) => FixedInterval,
    policy: FinitePolicy,
    digits: number,
  ): Interval {
    // Rounded up so that few precisions share the logarithm's tables.
    const bits = Math.ceil((digits * BITS_PER_DIGIT + this.#guard()) / 64) * 64;
    const law = this.#laws.get(policy, [bits], () => new Law(new FixedField(bits), policy, this.#draws));
    return (law.field as FixedField).toInterval(formula(law), digits);
  }

  /** The same over decimal intervals. Guarantee: an enclosure. */
  inDecimals(formula: (law: Law<Interval, Interval>) => Interval, digits: number): Interval {
    const guard = Math.ceil(this.#guard() / BITS_PER_DIGIT);
    return formula(new Law(intervals(digits + guard), this.#policy, this.#draws));
  }

  /** Bits beyond the wanted precision: for the smallest mass, for n and for the number of terms. */
  #guard(): number {
    if (this.#guardBits === undefined) {
      const { outcomes, total, atoms } = this.#policy;
      const smallest = outcomes.reduce((a, b) => (b < a ? b : a));
      this.#guardBits =
        bitLength(total / smallest) + 2 * bitLength(ceiling(this.#draws)) + bitLength(BigInt(atoms.length)) + 16;
    }
    return this.#guardBits;
  }
}

function ceiling({ num, den }: Rational): bigint {
  return (num + den - 1n) / den;
}
