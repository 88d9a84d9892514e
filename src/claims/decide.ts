import { doubleBelow, lowerBound, toInterval } from '../arithmetic/approximation.ts';
import { type Comparison, compare, LADDER, type Tier } from '../arithmetic/compare.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { difference, type Real, real } from '../arithmetic/real.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import { attributed } from './attributed.ts';
import type { Claim, CrossCheck, Relation } from './claim.ts';
import { type Instance, quantitiesOf } from './instance.ts';
import { isInequality, violates } from './relation.ts';
import { statedRelations } from './stated.ts';

/** The outcome of an instance. `holds` and `refuted` are certified; no tolerance is used. */
export type Outcome = 'holds' | 'refuted' | 'undecided';

export interface Verdict {
  readonly outcome: Outcome;
  /** The costliest tier that a relation needed; `exact` when every relation was decided exactly. */
  readonly by: Tier;
  /** Significant digits of the most precise intervals needed; 0 where none were. */
  readonly digits: number;
  /** The relation that was refuted or left undecided, or else the tightest inequality. */
  readonly relation: Relation | null;
  /**
   * Where the claim holds: a double that is a lower bound of right − left in `relation`; null where there is no inequality. It is worked out
   * when it is asked for.
   */
  readonly slack: number | null;
}

const MARGIN_DIGITS = 40;
const COST: Record<Tier, number> = { exact: 0, 'double-double': 1, intervals: 2 };

/** Decides a claim on one instance. @throws ClaimFault where the claim's own code throws, and InputError as `quantitiesOf`. */
export function decide(claim: Claim, instance: Instance): Verdict {
  return decideOn(claim, quantitiesOf(instance));
}

/** The same on given quantities of the instance, which the caller can use further. @throws ClaimFault where the claim's code throws. */
export function decideOn(claim: Claim, quantities: Evaluation): Verdict {
  return attributed(claim, quantities, () => decideRelations(claim, quantities));
}

/**
 * Whether a claim states no relation on an instance. Within its domain that is a fault of the claim. Where one of its assumptions fails,
 * for example that there are atoms, a claim may state nothing.
 *
 * @throws ClaimFault where the claim's own code throws.
 */
export function isSilent(claim: Claim, quantities: Evaluation): boolean {
  return attributed(claim, quantities, () => {
    for (const _ of claim.relations(quantities)) return false;
    return true;
  });
}

function decideRelations(claim: Claim, quantities: Evaluation): Verdict {
  let by: Tier = 'exact';
  let digits = 0;
  const held: Held[] = [];
  let undecided: Relation | null = null;
  for (const relation of statedRelations(claim, quantities)) {
    const comparison = compare(relation.left.value, relation.right.value, { areLikelyEqual: relation.is === '=' });
    if (COST[comparison.by] > COST[by]) by = comparison.by;
    digits = Math.max(digits, comparison.digits);
    if (comparison.order === 'undecided') {
      undecided ??= relation;
    } else if (violates(comparison.order, relation.is)) {
      return { outcome: 'refuted', by: comparison.by, digits: comparison.digits, relation, slack: null };
    } else if (isInequality(relation.is)) {
      held.push(new Held(relation, () => attributed(claim, quantities, () => slackOf(relation, comparison))));
    }
  }
  if (undecided) return { outcome: 'undecided', by, digits, relation: undecided, slack: null };
  if (held.length === 0) return { outcome: 'holds', by, digits, relation: null, slack: null };
  return new Holding(by, digits, held);
}

/**
 * The verdict on an instance on which a claim holds, and of which it states an inequality. It is a class because the engine gives each object
 * literal with a getter a hidden class of its own, which keeps all that the getter refers to until the next collection of the whole heap.
 */
class Holding implements Verdict {
  readonly outcome = 'holds';
  readonly by: Tier;
  readonly digits: number;
  readonly #held: readonly Held[];
  #tightest: Held | undefined;

  constructor(by: Tier, digits: number, held: readonly Held[]) {
    this.by = by;
    this.digits = digits;
    this.#held = held;
  }

  get relation(): Relation {
    return this.#least().relation;
  }

  get slack(): number {
    return this.#least().slack;
  }

  /** The tightest inequality, the first one of equals. Of a single one no slack is worked out. */
  #least(): Held {
    this.#tightest ??= this.#held.reduce((a, b) => (b.slack < a.slack ? b : a));
    return this.#tightest;
  }
}

/** An inequality that holds. Its slack can take far more digits than deciding it. */
class Held {
  readonly relation: Relation;
  readonly #work: () => number;
  #slack: number | undefined;

  constructor(relation: Relation, work: () => number) {
    this.relation = relation;
    this.#work = work;
  }

  get slack(): number {
    this.#slack ??= this.#work();
    return this.#slack;
  }
}

/**
 * Whether a single relation is certainly violated. Two numbers without exact forms count as equal where their enclosures of 40 digits
 * overlap.
 */
export function isViolated({ left, is, right }: Relation): boolean {
  if (is === '=') return !agree(left.value, right.value);
  return violates(compare(left.value, right.value).order, is);
}

/** A double that is at most right − left; 0 where the sides are equal or the difference is too small for a double. */
function slackOf({ left, right }: Relation, { order, distance }: Comparison): number {
  if (order === 'equal') return 0;
  if (distance) return Math.max(0, lowerBound(distance));
  return doubleBelow(marginOf({ left, right }, (margin) => doubleBelow(margin.hi) === 0).lo);
}

/**
 * right − left, enclosed precisely enough to show its sign; [0, 0] where the sides are known to be equal. Where no precision of `LADDER`
 * shows a sign, the enclosure at the last precision, which contains 0, or at the first one that is enough for the caller.
 */
export function marginOf(
  { left, right }: Pick<Relation, 'left' | 'right'>,
  isEnough: (margin: Interval) => boolean = () => false,
): Interval {
  if (left.value === right.value) return ZERO;
  const margin = difference(right.value, left.value);
  if (margin.rational?.sign() === 0) return ZERO;
  let enclosure: Interval | null = null;
  for (const digits of LADDER) {
    enclosure = margin.enclose(digits);
    if (!enclosure.containsZero() || isEnough(enclosure)) return enclosure;
    // An exact form can cost more than an enclosure of thousands of digits.
    if (digits >= EXACT_FROM && margin.exact?.isZero()) return ZERO;
  }
  return enclosure as Interval;
}

const EXACT_FROM = 1280;

const ZERO = intervals(MARGIN_DIGITS).integer(0);

/**
 * The first cross-check whose two numbers certainly differ. Every claim has one more cross-check for each side of its relations: the
 * double-double enclosure must overlap the interval.
 */
export function disagreement(claim: Claim, quantities: Evaluation): CrossCheck | null {
  return attributed(claim, quantities, () => firstDisagreement(claim, quantities));
}

function firstDisagreement(claim: Claim, quantities: Evaluation): CrossCheck | null {
  for (const way of claim.crossChecks?.(quantities) ?? []) {
    if (!agree(way.one, way.other)) return way;
  }
  for (const { left, right } of statedRelations(claim, quantities)) {
    for (const { name, value } of [left, right]) {
      const other = inDoubleDoubles(value);
      if (other && !agree(value, other)) return { name: `${name} in double-doubles`, one: value, other };
    }
  }
  return null;
}

/** The double-double enclosure of a number as a separate real; null where it has none. */
function inDoubleDoubles(value: Real): Real | null {
  const approximation = value.approximate();
  return approximation && real({ enclose: (digits) => toInterval(approximation, digits) });
}

/** False where two numbers certainly differ. Rationals are compared exactly; other numbers differ where their enclosures are disjoint. */
function agree(one: Real, other: Real): boolean {
  if (one.rational && other.rational) return one.rational.equals(other.rational);
  return one.enclose(MARGIN_DIGITS).overlaps(other.enclose(MARGIN_DIGITS));
}
