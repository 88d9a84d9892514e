import { toInterval } from '../../arithmetic/approximation.ts';
import { printInterval } from '../../arithmetic/print.ts';
import type { Bound } from '../../conjectures/bound.ts';
import type { ConstantQuestion } from '../../conjectures/constant.ts';
import { climbAlong, type Point, type Reach } from './compass.ts';
import type { Extremes, Side } from './extremes.ts';
import { policyOf, SHAPES, type Shape } from './shapes.ts';

/** The most demanding ratio with at most so many atoms, or masses that are at most so far apart. */
export interface Rung {
  readonly at: number;
  /** Rounded away from what is demanded. */
  readonly ratio: string;
}

/** How the ratio grew in a climb: with the number of atoms, and with the bits between the heaviest and the lightest part. */
export interface Ladders {
  readonly atoms: readonly Rung[];
  readonly bits: readonly Rung[];
  readonly evaluations: number;
}

interface Summit extends Point {
  readonly shape: Shape;
}

/** The most atoms of the first climbs. */
const FEW = 96;
/** Among summits that agree to this share, the one of fewest atoms is refined. */
const AGREE = 1e-6;
/** The climbs that are first continued with more atoms, and the starts of each shape that are followed. */
const CONTINUED = 2;
const FOLLOWED = 2;
const STARTS: Readonly<Record<number, readonly number[]>> = {
  1: [0, -3, 3, -6, 6, -12, 12],
  2: [0, -5, 5],
  3: [0, -4, 4],
};
/** Doubling m is worth while above this share of the ratio. */
const WORTH = 1e-9;

const FIRST: Reach = { step: 2, lastStep: 2 ** -6, limit: 20 };
const FINE: Reach = { step: 2 ** -6, lastStep: 2 ** -40, limit: 20 };
const AGAIN: Reach = { step: 2 ** -3, lastStep: 2 ** -7, limit: 40 };
/** Up to so many atoms two climbs are continued, and one of them beyond. There a climb begins near its end. */
const MANY = 1025;
const LATER: Reach = { ...AGAIN, step: 2 ** -5 };
/** Atoms of all policies of a climb with more and more atoms, for each parameter: time is proportional to them. */
const MAX_OUTCOMES = 700_000;
/** Where a climb ends this near to its limit, it is continued beyond it. */
const NEAR_LIMIT = 3;
const FURTHER = [40, 80, 160];
const BEYOND = { step: 8, lastStep: 1 };

/** Climbs towards the extreme ratio of one side at one n, within families of policies. Everything it meets is told to `extremes`. */
export function climbShapes(
  question: ConstantQuestion,
  n: number,
  side: Side,
  extremes: Extremes,
  { maxAtoms, shouldStop }: { readonly maxAtoms: number; readonly shouldStop: () => boolean },
): Ladders {
  const { domain } = question;
  const most = Math.min(maxAtoms, domain.maxAtoms ?? maxAtoms);
  const sign = side === 'at least' ? 1 : -1;
  let evaluations = 0;
  let last: Bound | null = null;
  const height =
    (shape: Shape, m: number) =>
    (at: readonly number[]): number => {
      const instance = shouldStop() ? null : policyOf(shape.logMasses(at, m), n, domain.selection);
      const looked = instance && extremes.look(instance);
      evaluations += 1;
      if (!looked || !('bound' in looked) || looked.bound.kind !== side) return Number.NEGATIVE_INFINITY;
      last = looked.bound;
      return sign * looked.bound.near.hi;
    };
  const ratioAt = ({ shape, at }: Summit, m: number): string => {
    height(shape, m)(at);
    return last ? printedRatio(last) : '';
  };
  const fits = SHAPES.filter((shape) => shape.atoms(FEW) >= domain.atoms && shape.atoms(1) <= most);
  const firstM = (shape: Shape): number => largestM(shape, Math.min(FEW, most));
  const summits = fits
    .flatMap((shape): Summit[] => firstSummits(shape, height(shape, firstM(shape))))
    .filter(({ height: found }) => found > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.height - a.height);
  const [best] = summits;
  if (!best) return { atoms: [], bits: [], evaluations };
  const bits: Rung[] = [];
  let fine = best;
  // The best policy of few atoms reaches an extreme that is attained to all digits.
  for (const summit of new Set([best, simplest(summits.filter(({ shape }) => !shape.isLarge)) ?? best])) {
    const heightAt = height(summit.shape, firstM(summit.shape));
    const refined = { ...summit, ...climbAlong(summit, FINE, heightAt) };
    if (refined.height >= fine.height) fine = refined;
  }
  for (const limit of FURTHER) {
    if (!fine.at.some((x) => Math.abs(x) > limit / 2 - NEAR_LIMIT)) break;
    const m = firstM(fine.shape);
    if (bits.length === 0) bits.push({ at: FINE.limit, ratio: ratioAt(fine, m) });
    fine = { ...fine, ...climbAlong(fine, { ...BEYOND, limit }, height(fine.shape, m)) };
    bits.push({ at: limit, ratio: ratioAt(fine, m) });
  }
  const doubled = (from: Doubled, to: number): Doubled => withMoreAtoms(from, to, height, ratioAt);
  const large = summits
    .filter(({ shape }) => shape.isLarge)
    .slice(0, CONTINUED)
    .map((summit) => doubled({ summit, m: firstM(summit.shape), rungs: [] }, Math.min(most, MANY)))
    .sort((a, b) => b.summit.height - a.summit.height)
    .slice(0, 1)
    .map((one) => doubled(one, most))
    .filter(({ summit }) => summit.height > fine.height);
  return { atoms: large[0]?.rungs ?? [], bits, evaluations };
}

/** A ratio to a few digits, rounded so that it is demanded. */
function printedRatio({ near, kind }: Bound): string {
  const { lo, hi } = printInterval(toInterval(near, 20), SHOWN);
  return kind === 'at least' ? lo : hi;
}

const SHOWN = 7;

/** The largest power of two for m with at most so many atoms. */
function largestM(shape: Shape, atoms: number): number {
  const perM = shape.atoms(2) - shape.atoms(1);
  const most = perM === 0 ? 1 : Math.max(1, Math.floor((atoms - shape.atoms(0)) / perM));
  return 2 ** (31 - Math.clz32(most));
}

/** The first summit, or one of fewer atoms that is about as high. */
function simplest(summits: readonly Summit[]): Summit | undefined {
  const top = summits[0]?.height ?? 0;
  const high = summits.filter(({ height }) => top - height <= AGREE * Math.abs(top));
  return high.sort((a, b) => a.shape.atoms(1) - b.shape.atoms(1))[0];
}

function firstSummits(shape: Shape, heightAt: (at: readonly number[]) => number): Summit[] {
  return startsOf(shape.parameters)
    .map((at) => ({ at, height: heightAt(at) }))
    .sort((a, b) => b.height - a.height)
    .slice(0, FOLLOWED)
    .map((start) => climbAlong(start, FIRST, heightAt))
    .sort((a, b) => b.height - a.height)
    .slice(0, 1)
    .map((point) => ({ ...point, shape }));
}

/** Every list of starting coordinates. */
function startsOf(parameters: number): readonly (readonly number[])[] {
  let lists: (readonly number[])[] = [[]];
  for (let k = 0; k < parameters; k += 1)
    lists = lists.flatMap((list) => (STARTS[parameters] as readonly number[]).map((x) => [...list, x]));
  return lists;
}

interface Doubled {
  readonly summit: Summit;
  readonly m: number;
  readonly rungs: readonly Rung[];
}

/** Doubles m up to `most` atoms as long as that raises the ratio. */
function withMoreAtoms(
  from: Doubled,
  most: number,
  height: (shape: Shape, m: number) => (at: readonly number[]) => number,
  ratioAt: (summit: Summit, m: number) => string,
): Doubled {
  const { shape } = from.summit;
  const allowed = MAX_OUTCOMES * Math.max(1, shape.parameters);
  let outcomes = 0;
  let { summit: here, m, rungs } = from;
  let before = here.at;
  if (rungs.length === 0) rungs = [{ at: shape.atoms(m), ratio: ratioAt(here, m) }];
  while (shape.atoms(2 * m) <= most && outcomes < allowed) {
    const atoms = shape.atoms(2 * m);
    const heightAt = (at: readonly number[]): number => {
      outcomes += atoms;
      return outcomes <= allowed ? height(shape, 2 * m)(at) : Number.NEGATIVE_INFINITY;
    };
    // Each doubling moves the summit about as far as the one before.
    const start = [here.at, here.at.map((x, i) => 2 * x - (before[i] as number))]
      .map((at) => ({ at, height: heightAt(at) }))
      .reduce((a, b) => (b.height > a.height ? b : a));
    const there = climbAlong(start, atoms <= MANY ? AGAIN : LATER, heightAt);
    if (!(there.height - here.height > WORTH * Math.abs(there.height))) break;
    m *= 2;
    before = here.at;
    here = { ...here, ...there };
    rungs = [...rungs, { at: atoms, ratio: ratioAt(here, m) }];
  }
  return { summit: here, m, rungs };
}
