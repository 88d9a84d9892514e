import { bitLength, gcd, lcm, sumOf } from '../arithmetic/bigint.ts';
import { Rational } from '../arithmetic/rational.ts';
import { entry, PolicyError } from './errors.ts';

/**
 * How best-of-n chooses among drawn samples of equal, maximal reward. `level` chooses uniformly with multiplicity. `order` chooses the
 * outcome listed last. `error` refuses policies with ties.
 */
export type Ties = 'level' | 'order' | 'error';

/** How ties are broken, and which outcomes are continuous parts. */
export interface PolicyOptions {
  /** Default `level`. */
  readonly ties?: Ties;
  /** Indices, from 0, of the outcomes that stand for continuous parts of the same mass. They must not tie. Default none. */
  readonly continuousParts?: readonly number[];
}

/** An outcome as given: its reward and its weight. */
export interface Outcome {
  readonly reward: Rational;
  readonly weight: Rational;
}

/** A larger common denominator indicates a mistake in the input, and with many outcomes it would not fit into memory. */
const MAX_DENOMINATOR_BITS = 100_000;

/** Outcomes rarer than 2^−this are refused. They need more than some 2,460 digits, and their quantities would take minutes. */
const MAX_SPREAD_BITS = 8_192;

/**
 * A reference policy π_ref: finitely many outcomes of positive weight, in nondecreasing order of reward. Some of them may stand for
 * continuous parts, in which no single answer has positive mass.
 *
 * Guarantee: exact. Weights are coprime integers, so p(y) = w(y)/w with w = `total`.
 *
 * @example
 * FinitePolicy.fromWeights([1n, 2n, 3n]).mass(2).toString(); // '1/2'
 */
export class FinitePolicy {
  /** Weights of the outcomes, in reward order. */
  readonly weights: readonly bigint[];
  /** The reward level of each outcome, from 0, nondecreasing. */
  readonly ranks: readonly number[];
  /** How ties are broken. */
  readonly ties: Ties;
  /** The sum of the weights. */
  readonly total: bigint;
  /** Weights of the atoms of best-of-n: the reward levels under `level`, the outcomes under `order`. */
  readonly atoms: readonly bigint[];
  /** Indices into `atoms` of those that stand for continuous parts. */
  readonly continuousParts: ReadonlySet<number>;
  #places: readonly number[] | null;
  #cumulative: readonly bigint[] | undefined;

  /** `places` is null where outcomes are in the order of the input. */
  private constructor(
    outcomes: readonly bigint[],
    ranks: readonly number[],
    places: readonly number[] | null,
    ties: Ties,
    continuousParts: readonly number[] = [],
  ) {
    const divisor = commonDivisor(outcomes);
    this.weights = divisor === 1n ? outcomes : outcomes.map((weight) => weight / divisor);
    this.ranks = ranks;
    this.ties = ties;
    this.atoms = ties === 'level' && this.hasTies ? levelWeights(this.weights, ranks) : this.weights;
    let sum = 0n;
    for (const weight of this.weights) sum += weight;
    this.total = sum;
    checkSpread(this.weights, sum, places);
    this.#places = places;
    this.continuousParts = new FixedSet(continuousParts.map((outcome) => this.atomOf(outcome)));
    // A claim reads the policy. If it could change it, its answer would be about another instance.
    for (const list of [this.weights, this.atoms, this.ranks]) Object.freeze(list);
    Object.freeze(this);
  }

  /** Whether some rewards are equal, however ties are broken. */
  get hasTies(): boolean {
    return this.ranks.at(-1) !== this.ranks.length - 1;
  }

  /** The position of each outcome in the input. */
  get places(): readonly number[] {
    this.#places ??= this.weights.map((_, index) => index);
    return this.#places;
  }

  /** C_0 = 0, C_i = w_1 + … + w_i over the atoms. */
  get cumulative(): readonly bigint[] {
    if (!this.#cumulative) {
      const cumulative = [0n];
      let sum = 0n;
      for (const weight of this.atoms) {
        sum += weight;
        cumulative.push(sum);
      }
      this.#cumulative = Object.freeze(cumulative);
    }
    return this.#cumulative;
  }

  /** Outcomes of distinct rewards, listed from worst to best. @throws PolicyError naming the entry that is not positive. */
  static fromWeights(weights: readonly (bigint | Rational)[], options: PolicyOptions = {}): FinitePolicy {
    return FinitePolicy.fromRanked(
      weights,
      weights.map((_, index) => index),
      options,
    );
  }

  /**
   * Outcomes listed from worst to best with their reward levels, which must not decrease.
   * @param options how ties are broken, and which outcomes are continuous parts
   * @throws PolicyError naming the entry that is wrong
   */
  static fromRanked(
    weights: readonly (bigint | Rational)[],
    ranks: readonly number[],
    { ties = 'level', continuousParts = [] }: PolicyOptions = {},
  ): FinitePolicy {
    const integers = toIntegers(weights);
    if (ranks.length !== weights.length) {
      throw new PolicyError(
        `a policy of ${weights.length} weights needs one rank for each weight, not ${ranks.length}`,
      );
    }
    const clash = ranks.findIndex((rank, index) => index > 0 && !(rank >= (ranks[index - 1] ?? 0)));
    if (clash > 0) throw new PolicyError(`${entry(clash)} has a lower rank than the one before it`);
    const levels = renumber(ranks);
    if (ties === 'error') refuseTies(levels, (index) => index);
    checkContinuousParts(continuousParts, levels, (index) => index);
    return new FinitePolicy(integers, levels, null, ties, continuousParts);
  }

  /**
   * Outcomes with rewards, in any order; `continuousParts` are indices in that order. Equal rewards tie; under `order` the later one wins.
   * @param options how ties are broken, and which outcomes are continuous parts
   * @throws PolicyError naming the entry that is wrong
   */
  static fromOutcomes(
    outcomes: readonly Outcome[],
    { ties = 'level', continuousParts = [] }: PolicyOptions = {},
  ): FinitePolicy {
    const integers = toIntegers(outcomes.map(({ weight }) => weight));
    const rewards = toCommonDenominator(
      outcomes.map(({ reward }) => reward),
      'rewards',
    );
    const places = outcomes.map((_, index) => index);
    const reward = (given: number): bigint => rewards[given] as bigint;
    places.sort((a, b) => (reward(a) < reward(b) ? -1 : reward(a) > reward(b) ? 1 : a - b));
    let level = 0;
    const ranks = places.map((given, index) => {
      if (index > 0 && reward(given) !== reward(places[index - 1] as number)) level += 1;
      return level;
    });
    const place = (index: number): number => places[index] as number;
    if (ties === 'error') refuseTies(ranks, place);
    const sorted = continuousParts.map((given) => (places.includes(given) ? places.indexOf(given) : given));
    checkContinuousParts(sorted, ranks, place);
    return new FinitePolicy(
      places.map((given) => integers[given] as bigint),
      ranks,
      places,
      ties,
      sorted,
    );
  }

  /**
   * Outcomes of distinct rewards with probabilities, from worst to best.
   * @param options those of a policy, and `normalize`: divide by the sum of the probabilities instead of refusing a sum that is not 1
   * @throws PolicyError where one is not positive or, without `normalize`, where they do not sum to 1 exactly.
   */
  static fromProbabilities(
    probabilities: readonly Rational[],
    { normalize = false, ...options }: PolicyOptions & { readonly normalize?: boolean } = {},
  ): FinitePolicy {
    const policy = FinitePolicy.fromWeights(probabilities, options);
    if (!normalize) {
      const numerators = toCommonDenominator(probabilities, 'probabilities');
      const denominator = probabilities.reduce((all, { den }) => lcm(all, den), 1n);
      const excess = Rational.of(sumOf(numerators) - denominator, denominator);
      if (excess.sign() !== 0) {
        const direction = excess.sign() > 0 ? 'more' : 'less';
        throw new PolicyError(
          `the probabilities sum to ${excess.abs()} ${direction} than 1; --normalize divides by their sum`,
        );
      }
    }
    return policy;
  }

  /** The index of the atom that an outcome belongs to: its level where ties are broken at random, otherwise the outcome itself. */
  atomOf(outcome: number): number {
    return this.ties === 'level' ? (this.ranks[outcome] as number) : outcome;
  }

  /** F_i = C_i/w: the mass of the first i atoms, from F_0 = 0 to F_K = 1. */
  cdf(i: number): Rational {
    return Rational.of(this.cumulative[i] as bigint, this.total);
  }

  /** p_i of atom i, counted from 0. */
  mass(i: number): Rational {
    return Rational.of(this.atoms[i] as bigint, this.total);
  }

  /** Whether the policy has no continuous parts. */
  get isDiscrete(): boolean {
    return this.continuousParts.size === 0;
  }

  /** Whether the policy consists of continuous parts only. */
  get isAtomless(): boolean {
    return this.continuousParts.size === this.atoms.length;
  }

  /** The policy whose atoms are the reward levels. The win rate depends on these, however ties are broken. */
  byLevel(): FinitePolicy {
    if (this.ties === 'level') return this;
    return new FinitePolicy(this.weights, this.ranks, this.#places, 'level', [...this.continuousParts]);
  }
}

/** A set that cannot be changed after it is made. */
class FixedSet<T> extends Set<T> {
  readonly #isMade = true;

  override add(value: T): this {
    // The constructor of Set calls `add` before the fields of this class exist.
    if (#isMade in this) throw new TypeError('the continuous parts of a policy cannot be changed');
    return super.add(value);
  }

  override delete(): boolean {
    throw new TypeError('the continuous parts of a policy cannot be changed');
  }

  override clear(): void {
    throw new TypeError('the continuous parts of a policy cannot be changed');
  }
}

function toIntegers(weights: readonly (bigint | Rational)[]): readonly bigint[] {
  if (weights.length === 0) throw new PolicyError('a policy needs at least one outcome, and this one is empty');
  const bad = weights.findIndex((weight) => (weight instanceof Rational ? weight.sign() <= 0 : weight <= 0n));
  if (bad >= 0) throw new PolicyError(`${entry(bad)} is ${weights[bad]}, and weights must be positive`);
  if (areIntegers(weights)) return weights.slice();
  const rationals = weights.map((weight) => (weight instanceof Rational ? weight : Rational.of(weight)));
  return toCommonDenominator(rationals, 'weights');
}

/** @throws PolicyError naming the first outcome, in the order of the input, that is rarer than 2^−8192. */
function checkSpread(outcomes: readonly bigint[], total: bigint, places: readonly number[] | null): void {
  if (bitLength(total) <= MAX_SPREAD_BITS) return;
  const least = total >> BigInt(MAX_SPREAD_BITS);
  const rare = outcomes.flatMap((weight, index) => (weight <= least ? [places?.[index] ?? index] : []));
  if (rare.length === 0) return;
  const first = rare.reduce((a, b) => Math.min(a, b));
  throw new PolicyError(
    `${entry(first)} is at most 2^-${MAX_SPREAD_BITS} of the sum of the weights; computing with it would take minutes`,
  );
}

function areIntegers(weights: readonly (bigint | Rational)[]): weights is readonly bigint[] {
  return weights.every((weight) => typeof weight === 'bigint');
}

function toCommonDenominator(values: readonly Rational[], what: string): bigint[] {
  let denominator = 1n;
  for (const { den } of values) {
    if (denominator % den !== 0n) denominator = lcm(denominator, den);
    if (denominator >> BigInt(MAX_DENOMINATOR_BITS) > 0n) {
      throw new PolicyError(`the ${what} have no common denominator of at most ${MAX_DENOMINATOR_BITS} bits`);
    }
  }
  return values.map(({ num, den }) => num * (denominator / den));
}

function commonDivisor(weights: readonly bigint[]): bigint {
  let divisor = 0n;
  for (const weight of weights) {
    divisor = gcd(divisor, weight);
    if (divisor === 1n) break;
  }
  return divisor;
}

function levelWeights(outcomes: readonly bigint[], ranks: readonly number[]): bigint[] {
  const levels: bigint[] = [];
  outcomes.forEach((weight, index) => {
    const rank = ranks[index] as number;
    levels[rank] = (levels[rank] ?? 0n) + weight;
  });
  return levels;
}

/** The same levels, numbered 0, 1, 2, … */
function renumber(ranks: readonly number[]): readonly number[] {
  if (ranks.every((rank, index) => rank === index)) return ranks.slice();
  let level = 0;
  return ranks.map((rank, index) => {
    if (index > 0 && rank !== ranks[index - 1]) level += 1;
    return level;
  });
}

function checkContinuousParts(
  continuousParts: readonly number[],
  ranks: readonly number[],
  place: (index: number) => number,
): void {
  const bad = continuousParts.find((index) => !Number.isInteger(index) || index < 0 || index >= ranks.length);
  if (bad !== undefined) throw new PolicyError(`there is no outcome ${bad} that could be a continuous part`);
  const tied = continuousParts.find((index) => ranks.filter((rank) => rank === ranks[index]).length > 1);
  if (tied !== undefined) throw new PolicyError(`${entry(place(tied))} is a continuous part, which cannot tie`);
}

function refuseTies(ranks: readonly number[], place: (index: number) => number): void {
  const tie = ranks.findIndex((rank, index) => index > 0 && rank === ranks[index - 1]);
  if (tie > 0) {
    throw new PolicyError(
      `${entry(place(tie - 1))} and ${entry(place(tie))} have the same reward, and --ties error forbids that`,
    );
  }
}
