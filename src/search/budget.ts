import type { Claim, Cost } from '../claims/claim.ts';
import { MOST_COST } from './cost.ts';
import { type FarExtent, NOTHING_FAR } from './far.ts';

/** How many instances of each kind a run checks for a claim. */
export interface Extent {
  /** Distinct generated instances; null for as many as the time allows. */
  readonly runs: number | null;
  /** Every policy up to this total weight; 0 for none. */
  readonly exhaustive: number;
  /** Every policy of three atoms with weights up to this, and those of two and four atoms as `scaleOf` says; 0 for none. */
  readonly grid: number;
  readonly far: FarExtent;
  /** Instances that hill climbing evaluates. */
  readonly climbs: number;
  /** Instances for each assumption of the matrix. */
  readonly cells: number;
  /** Of a search for a counterexample: what shapes, and what far-out instances may cost, as in `costOf`; `MOST_COST` when left out. */
  readonly mostCost?: number;
}

/** The quick run of `verify`, the canonical one, and the long one. */
export type Budget = 'quick' | 'canonical' | 'full';

const EXTENTS: Record<Budget, Record<Cost, Extent>> = {
  quick: {
    low: {
      runs: 200,
      exhaustive: 6,
      grid: 0,
      far: { draws: 8, manyAtoms: 1, maxAtoms: 500 },
      climbs: 100,
      cells: 10,
    },
    medium: {
      runs: 100,
      exhaustive: 5,
      grid: 0,
      far: { draws: 4, manyAtoms: 1, maxAtoms: 200 },
      climbs: 100,
      cells: 10,
    },
    high: {
      runs: 80,
      exhaustive: 5,
      grid: 0,
      far: { draws: 4, manyAtoms: 1, maxAtoms: 200 },
      climbs: 50,
      cells: 10,
    },
  },
  canonical: {
    low: {
      runs: 50_000,
      exhaustive: 8,
      grid: 9,
      far: { draws: 200, manyAtoms: 24, maxAtoms: 10_000 },
      climbs: 2_000,
      cells: 100,
    },
    medium: {
      runs: 10_000,
      exhaustive: 8,
      grid: 6,
      far: { draws: 80, manyAtoms: 8, maxAtoms: 4_000 },
      climbs: 800,
      cells: 100,
    },
    high: {
      runs: 2_000,
      exhaustive: 8,
      grid: 4,
      far: { draws: 40, manyAtoms: 4, maxAtoms: 1_000 },
      climbs: 400,
      cells: 50,
    },
  },
  full: {
    low: {
      runs: 100_000,
      exhaustive: 12,
      grid: 12,
      far: { draws: 1_000, manyAtoms: 100, maxAtoms: 10_000 },
      climbs: 8_000,
      cells: 300,
    },
    medium: {
      runs: 15_000,
      exhaustive: 11,
      grid: 9,
      far: { draws: 400, manyAtoms: 30, maxAtoms: 10_000 },
      climbs: 3_000,
      cells: 150,
    },
    high: {
      runs: 3_500,
      exhaustive: 10,
      grid: 6,
      far: { draws: 100, manyAtoms: 10, maxAtoms: 2_000 },
      climbs: 1_000,
      cells: 60,
    },
  },
};

/** Region certificates are made for every n up to this; 0 for none. */
export const REGIONS_UP_TO: Record<Budget, number> = { quick: 0, canonical: 20, full: 200 };

export function extentOf({ cost = 'low' }: Claim, budget: Budget): Extent {
  return EXTENTS[budget][cost];
}

/** A shorter search looks at policies of this total, and through shapes at this cost, however short it is. Both take a fraction of a second. */
const LEAST_TOTAL = 5;
const LEAST_COST = 100_000;

/** The same extent with `runs` generated instances. Where these are fewer, the other parts become smaller in proportion. */
export function inProportion(extent: Extent, runs: number): Extent {
  const share = extent.runs === null ? 1 : runs / extent.runs;
  if (share >= 1) return { ...extent, runs };
  const { exhaustive, grid, far, climbs } = extent;
  const part = (of: number): number => Math.ceil(share * of);
  return {
    ...extent,
    runs,
    // One more doubles the policies.
    exhaustive: Math.min(exhaustive, Math.max(LEAST_TOTAL, exhaustive + Math.ceil(Math.log2(share)))),
    grid: Math.floor(Math.cbrt(share) * grid),
    far: { ...far, draws: part(far.draws), manyAtoms: part(far.manyAtoms) },
    climbs: part(climbs),
    mostCost: Math.max(LEAST_COST, share * MOST_COST),
  };
}

/** Only the search, of `runs` instances. */
export function searchOnly(runs: number | null): Extent {
  return { runs, exhaustive: 0, grid: 0, far: NOTHING_FAR, climbs: 0, cells: 0 };
}
