import { type Comparison, compare } from '../arithmetic/compare.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { difference, type Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../theory/best-of-n.ts';
import type { Claim, Relation, SecondWay } from './claim.ts';

/** How an instance came out. `holds` and `refuted` are certified; nothing here is a matter of tolerance. */
export type Outcome = 'holds' | 'refuted' | 'undecided';

export interface Verdict {
  readonly outcome: Outcome;
  /** `exact` when every relation was decided exactly. */
  readonly by: Comparison['by'];
  /** Significant digits of the most precise enclosure needed. */
  readonly digits: number;
  /** The relation that was refuted or left undecided, or else the tightest inequality. */
  readonly relation: Relation | null;
  /** right − left of the relation above, where enclosed. */
  readonly margin: Interval | null;
}

const MARGIN_DIGITS = 40;
const ZERO = intervals(MARGIN_DIGITS).integer(0);

/** Decides a claim on one instance. */
export function decide(claim: Claim, quantities: BestOfN): Verdict {
  let by: Comparison['by'] = 'exact';
  let digits = 0;
  let tightest: { relation: Relation; margin: Interval } | null = null;
  let undecided: Relation | null = null;
  for (const relation of claim.relations(quantities)) {
    const comparison = compare(relation.left.value, relation.right.value);
    if (comparison.by === 'enclosure') by = 'enclosure';
    digits = Math.max(digits, comparison.digits);
    if (comparison.order === 'undecided') {
      undecided ??= relation;
    } else if (comparison.order === 'greater' || (relation.is === '=' && comparison.order === 'less')) {
      return { outcome: 'refuted', by: comparison.by, digits: comparison.digits, relation, margin: marginOf(relation) };
    } else if (relation.is === '≤') {
      const margin = comparison.order === 'equal' ? ZERO : marginOf(relation);
      if (!tightest || margin.lo.lt(tightest.margin.lo)) tightest = { relation, margin };
    }
  }
  if (undecided) return { outcome: 'undecided', by, digits, relation: undecided, margin: null };
  return { outcome: 'holds', by, digits, relation: tightest?.relation ?? null, margin: tightest?.margin ?? null };
}

/** right − left, which is known not to be 0, enclosed precisely enough to show its sign. */
export function marginOf({ left, right }: Relation): Interval {
  const margin = difference(right.value, left.value);
  for (let digits = MARGIN_DIGITS; ; digits *= 2) {
    const enclosure = margin.enclose(digits);
    if (!enclosure.containsZero()) return enclosure;
  }
}

/** The first second way whose two enclosures certifiedly differ. */
export function disagreement(claim: Claim, quantities: BestOfN): SecondWay | null {
  for (const way of claim.secondWays?.(quantities) ?? []) {
    if (!agree(way.one, way.other)) return way;
  }
  return null;
}

/** False when two numbers are certainly different: rationals exactly, others by disjoint enclosures. */
function agree(one: Real, other: Real): boolean {
  if (one.rational && other.rational) return one.rational.equals(other.rational);
  return one.enclose(MARGIN_DIGITS).overlaps(other.enclose(MARGIN_DIGITS));
}
