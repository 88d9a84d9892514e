import type { Claim, Cost } from '../claims/claim.ts';

/** How much of everything a run looks at for a claim. */
export interface Extent {
  /** Distinct generated instances; null for as many as the time allows. */
  readonly runs: number | null;
  /** Every policy up to this total weight; 0 for none. */
  readonly exhaustive: number;
  /** Instances that the climber looks at. */
  readonly climbs: number;
  /** Instances for each assumption of the matrix. */
  readonly cells: number;
}

/** The canonical run of `verify`, and the long one. */
export type Budget = 'canonical' | 'full';

const EXTENTS: Record<Budget, Record<Cost, Extent>> = {
  canonical: {
    low: { runs: 50_000, exhaustive: 8, climbs: 2_000, cells: 100 },
    medium: { runs: 10_000, exhaustive: 8, climbs: 800, cells: 100 },
    high: { runs: 3_000, exhaustive: 8, climbs: 400, cells: 50 },
  },
  full: {
    low: { runs: 100_000, exhaustive: 12, climbs: 8_000, cells: 300 },
    medium: { runs: 15_000, exhaustive: 12, climbs: 3_000, cells: 150 },
    high: { runs: 3_500, exhaustive: 12, climbs: 1_000, cells: 60 },
  },
};

/** Region certificates are made for every n up to this. */
export const REGIONS_UP_TO: Record<Budget, number> = { canonical: 20, full: 200 };

export function extentOf({ cost = 'low' }: Claim, budget: Budget): Extent {
  return EXTENTS[budget][cost];
}

/** A search alone, of so many instances. */
export function searchOnly(runs: number | null): Extent {
  return { runs, exhaustive: 0, climbs: 0, cells: 0 };
}
