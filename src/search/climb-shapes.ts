import type { Claim } from '../claims/claim.ts';
import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { untied } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import type { Climb, Summit } from './climb.ts';
import { costOf, MOST_COST } from './cost.ts';
import type { Look } from './findings.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { leastOfMany, limitDepth } from './some-draws.ts';

export interface ShapeClimb {
  /** Decides an instance. */
  readonly look: (instance: InDomain) => Look;
  /** Asked between instances; true ends the work. */
  readonly shouldStop: () => boolean;
  /** What all instances together may cost, as in `costOf`. */
  readonly mostCost?: number | undefined;
}

/** The parameters of an instance of a shape. */
interface Point {
  readonly size: number;
  readonly heavy: number;
  readonly n: number;
}

/** A point that was looked at, with its tightness as in `Summit`. */
interface Seen extends Summit {
  readonly point: Point;
  readonly isRefuted: boolean;
}

const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const HEAVY = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
const DRAWS = [2, 3, 4, 6, 8, 12, 16, 32, 64, 128, 256, 512];
const MAX_SIZE = 2_000;
const MAX_HEAVY = 1_000_000_000;
const MAX_DRAWS = 4_000;

/** Equalities have no margin to follow, and are costly to decide for larger sizes. */
const LARGEST_WITHOUT_MARGIN = 8;

/** The factors of a pattern search, from coarse to fine. A parameter changes by at least 1. */
const FACTORS = [4, 1.4, 1.15, 1.05, 1.02, 1.005];
/** Rounds for each factor: a parameter that keeps moving has a limit beyond every policy. */
const ROUNDS = 12;

/** Where a shape refutes a claim, sizes that are tried next, as shares of its size, and last its size less 1. */
const SMALLER = [1 / 2, 3 / 4, 7 / 8, 15 / 16, 31 / 32, 1];
const FACTORS_OF_SMALLER = [1.15, 1.03];
const ROUNDS_OF_SMALLER = 6;

/**
 * Decides a claim on a lattice of each shape and moves from its tightest point to tighter ones. It ends where the claim is refuted, at a
 * point of small size, or where no neighbour is tighter. Deterministic.
 */
export function climbShapes(claim: Claim, { look, shouldStop, mostCost = MOST_COST }: ShapeClimb): Climb {
  let best: Summit | null = null;
  let evaluations = 0;
  let cost = 0;
  for (const shape of SHAPES) {
    const see = (point: Point): Seen | null => {
      const instance = shouldStop() || cost > mostCost ? null : instanceAt(claim, shape, point);
      if (!instance) return null;
      evaluations += 1;
      const { verdict, quantities } = look(instance);
      cost += costOf(instance, verdict);
      const isRefuted = verdict.outcome === 'refuted';
      const relative = tightness(claim, quantities)?.relative ?? (isRefuted ? -1 : Number.POSITIVE_INFINITY);
      return { instance, relative, point, isRefuted };
    };
    const start = tightest(see, lattice(shape, claim.domain), null);
    const hasMargin = start && start.relative < Number.POSITIVE_INFINITY;
    const seen = hasMargin ? climbed(see, shape, start, FACTORS, ROUNDS) : start;
    if (seen?.isRefuted) return { evaluations, summit: smaller(see, shape, seen) };
    if (seen && seen.relative < (best?.relative ?? Number.POSITIVE_INFINITY)) best = seen;
  }
  return { evaluations, summit: best };
}

type See = (point: Point) => Seen | null;

/** The first point that refutes the claim, or else the tightest; `from` where none is tighter. */
function tightest(see: See, points: Iterable<Point>, from: Seen | null): Seen | null {
  let best = from;
  for (const point of points) {
    if (point.size > LARGEST_WITHOUT_MARGIN && best?.relative === Number.POSITIVE_INFINITY) break;
    const seen = see(point);
    if (seen?.isRefuted) return seen;
    if (seen && (!best || seen.relative < best.relative)) best = seen;
  }
  return best;
}

function climbed(
  see: See,
  shape: Shape,
  from: Seen,
  factors: readonly number[],
  rounds: number,
  isFixed = false,
): Seen {
  let here = from;
  for (const factor of factors) {
    for (let round = 0; round < rounds && !here.isRefuted; round += 1) {
      const next = tightest(see, neighbours(shape, here.point, factor, isFixed), here);
      if (!next || next === here) break;
      here = next;
    }
  }
  return here;
}

/** A refutation of a size that no smaller size follows in a few steps. */
function smaller(see: See, shape: Shape, from: Seen): Seen {
  const { size, heavy, n } = from.point;
  for (const share of SMALLER) {
    const fewer = Math.min(size - 1, Math.round(share * size));
    const start = see({ size: fewer, heavy: Math.max(1, Math.round((heavy * fewer) / size)), n });
    const seen = start && climbed(see, shape, start, FACTORS_OF_SMALLER, ROUNDS_OF_SMALLER, true);
    if (seen?.isRefuted) return smaller(see, shape, seen);
  }
  return from;
}

function* lattice({ isWeighted }: Shape, { atoms, maxAtoms = 1, ...domain }: Domain): Generator<Point> {
  const low = leastOfMany({ atoms, ...domain });
  const most = domain.maxDraws ?? MAX_DRAWS;
  const draws = [...new Set([low, low + 1, ...DRAWS, ...(domain.maxDraws ? [most] : [])])];
  const sizes = new Set([atoms, 2 * atoms, maxAtoms, ...SIZES]);
  for (const size of sizes) {
    for (const heavy of isWeighted ? HEAVY : [1]) {
      for (const n of draws) if (n >= low && n <= most) yield { size, heavy, n };
    }
  }
}

function* neighbours(
  { isWeighted }: Shape,
  { size, heavy, n }: Point,
  factor: number,
  isFixed: boolean,
): Generator<Point> {
  const less = (x: number): number => Math.min(x - 1, Math.round(x / factor));
  const more = (x: number): number => Math.max(x + 1, Math.round(x * factor));
  for (const other of [less(n), more(n)]) yield { size, heavy, n: other };
  if (isWeighted) for (const other of [less(heavy), more(heavy)]) yield { size, heavy: other, n };
  if (isFixed) return;
  for (const change of [less, more]) {
    yield { size: change(size), heavy, n };
    if (isWeighted) yield { size: change(size), heavy: change(heavy), n };
  }
}

/** Null where the parameters are out of range or the instance is outside the domain. */
function instanceAt({ domain }: Claim, { weights }: Shape, { size, heavy, n }: Point): InDomain | null {
  if (size < 1 || size > MAX_SIZE || heavy < 1 || heavy > MAX_HEAVY || n < 1 || n > MAX_DRAWS) return null;
  const instance = limitDepth(untied(weights(size, heavy), n, domain.selection), domain);
  return inDomain(instance, domain) ? instance : null;
}
