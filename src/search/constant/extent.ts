import type { ConstantExtent } from './find.ts';

/** The budget of a whole search, and the long one. */
const EXTENTS: Readonly<Record<'canonical' | 'full', ConstantExtent>> = {
  canonical: {
    exhaustive: 8,
    grid: 6,
    runs: 3_000,
    far: { draws: 32, manyAtoms: 8, maxAtoms: 1_000 },
    climbs: 1_000,
    maxAtoms: 2 ** 14 + 2,
  },
  full: {
    exhaustive: 10,
    grid: 9,
    runs: 30_000,
    far: { draws: 200, manyAtoms: 32, maxAtoms: 10_000 },
    climbs: 6_000,
    maxAtoms: 2 ** 16 + 2,
  },
};

/** Instances that are generated at each n, at least. */
const LEAST_RUNS = 20;

/** The extent of one of several parts of a search, which share the generated instances. */
export function constantExtent(isFull: boolean, runs: number | undefined, parts: number): ConstantExtent {
  const extent = EXTENTS[isFull ? 'full' : 'canonical'];
  return { ...extent, runs: Math.max(LEAST_RUNS, Math.ceil((runs ?? extent.runs) / parts)) };
}
