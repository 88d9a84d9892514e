import type { Claim } from '../claims/claim.ts';
import { compareInstances, instanceFromJson } from '../claims/instance.ts';
import type { Decided, Outcomes, Reach, Silent, Way } from './claim-run.ts';
import type { PartRun, Tally } from './part-run.ts';
import { smallestMarginOf } from './statistics.ts';

/**
 * What two parts of one run found together, the same as one run of both would have found. Pieces of the search come in their order, and
 * its parts in that of `WAYS`. Associative.
 */
export function mergeParts(claim: Claim, a: PartRun, b: PartRun): PartRun {
  const intervals = sums(a.decidedBy.intervals, b.decidedBy.intervals);
  return {
    instances: a.instances + b.instances,
    trivial: a.trivial + b.trivial,
    outcomes: sumOfOutcomes(a.outcomes, b.outcomes),
    decidedBy: {
      exact: a.decidedBy.exact + b.decidedBy.exact,
      doubleDouble: a.decidedBy.doubleDouble + b.decidedBy.doubleDouble,
      intervals,
    },
    regimes: sums(a.regimes, b.regimes),
    smallestMargin: smallerMargin(claim, a.smallestMargin, b.smallestMargin),
    firstUndecided: a.firstUndecided ?? b.firstUndecided,
    disagreement: a.disagreement ?? b.disagreement,
    noticedAt: a.noticedAt ?? b.noticedAt,
    derived: a.derived && b.derived && together(a.derived, b.derived),
    complete: a.complete && b.complete,
    refutedBy: WAYS.filter((way) => a.refutedBy.includes(way) || b.refutedBy.includes(way)),
    isExact: a.isExact && b.isExact,
    reach: a.reach && b.reach ? farther(a.reach, b.reach) : (a.reach ?? b.reach),
    silent: sumOfSilent(a.silent, b.silent),
    decided: sums(a.decided, b.decided) as unknown as Decided,
    least: a.least && b.least ? lesser(a.least, b.least) : (a.least ?? b.least),
    firstRefuted: a.firstRefuted ?? b.firstRefuted,
    exhaustive: a.exhaustive && b.exhaustive ? withSums(a.exhaustive, b.exhaustive) : (a.exhaustive ?? b.exhaustive),
    far: a.far && b.far ? withSums(a.far, b.far) : (a.far ?? b.far),
    shapes: a.shapes ?? b.shapes,
    climb: a.climb ?? b.climb,
    cells: [...a.cells, ...b.cells],
  };
}

/** The parts of a run in the order in which it does them. Of two equal counterexamples, that of the earlier one is kept. */
const WAYS: readonly Way[] = ['search', 'exhaustive', 'far', 'climb'];

function sums<K extends string>(a: Partial<Record<K, number>>, b: Partial<Record<K, number>>): Record<K, number> {
  const all: Partial<Record<K, number>> = { ...a };
  for (const [key, count] of Object.entries(b) as [K, number][]) all[key] = (all[key] ?? 0) + count;
  return all as Record<K, number>;
}

function sumOfOutcomes(a: Outcomes, b: Outcomes): Outcomes {
  return { holds: a.holds + b.holds, refuted: a.refuted + b.refuted, undecided: a.undecided + b.undecided };
}

/** The same part of a run twice, on different instances. */
function withSums<T extends { readonly instances: number; readonly outcomes: Outcomes }>(a: T, b: T): T {
  return { ...a, instances: a.instances + b.instances, outcomes: sumOfOutcomes(a.outcomes, b.outcomes) };
}

/** Margins are compared as they were when they were found: their printed forms are not precise enough. */
function smallerMargin(
  claim: Claim,
  a: PartRun['smallestMargin'],
  b: PartRun['smallestMargin'],
): PartRun['smallestMargin'] {
  return a && b
    ? smallestMarginOf(
        claim,
        [a, b].map(({ instance }) => instanceFromJson(instance)),
      )
    : (a ?? b);
}

function together(a: NonNullable<Tally['derived']>, b: NonNullable<Tally['derived']>): NonNullable<Tally['derived']> {
  const joined = (one: typeof a.first, other: typeof a.first): typeof a.first => ({
    steps: [...new Set([...one.steps, ...other.steps])],
    instances: one.instances + other.instances,
  });
  return {
    first: joined(a.first, b.first),
    // Once a step is broken, refuted instances show nothing more.
    refuted: a.broken ? a.refuted : joined(a.refuted, b.refuted),
    broken: a.broken ?? b.broken,
  };
}

function farther(a: Reach, b: Reach): Reach {
  return {
    draws: Math.max(a.draws, b.draws),
    atoms: Math.max(a.atoms, b.atoms),
    digits: Math.max(a.digits, b.digits),
  };
}

function sumOfSilent(a: Silent, b: Silent): Silent {
  return {
    premiseFails: a.premiseFails + b.premiseFails,
    noValue: a.noValue + b.noValue,
    agree: a.agree + b.agree,
    firstWithoutValue: a.firstWithoutValue ?? b.firstWithoutValue,
  };
}

type Least = NonNullable<PartRun['least']>;

function lesser(a: Least, b: Least): Least {
  const order = compareInstances(instanceFromJson(a.instance), instanceFromJson(b.instance));
  const found = WAYS.indexOf(a.by) - WAYS.indexOf(b.by) || a.run - b.run;
  return (order || found) <= 0 ? a : b;
}
