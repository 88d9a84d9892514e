import type { FinitePolicy } from '../policy/finite-policy.ts';

/** Steps into which the unit interval is cut at least, and for each atom. */
const STEPS = 1000n;
const STEPS_OF_ATOM = 20n;

/** Quantiles are taken to the nearest of so many parts. Totals may be too large for a double. */
const UNIT = 2 ** 40;

/** The weights of the atoms as integers fine enough to drag: the same policy. */
export function fineWeights({ atoms, total }: FinitePolicy): bigint[] {
  const wanted = STEPS_OF_ATOM * BigInt(atoms.length);
  const least = wanted > STEPS ? wanted : STEPS;
  const factor = total >= least ? 1n : (least + total - 1n) / total;
  return atoms.map((weight) => weight * factor);
}

/** The inner edge F_i, from 1 to K − 1, that is nearest to a quantile; null where there is none. */
export function nearestEdge(edges: readonly number[], u: number): number | null {
  let best: number | null = null;
  for (let i = 1; i < edges.length - 1; i += 1) {
    if (best === null || Math.abs((edges[i] as number) - u) < Math.abs((edges[best] as number) - u)) best = i;
  }
  return best;
}

/** The weights where an inner edge is moved to a quantile, or as near as both outcomes beside it keep a positive weight. */
export function withEdgeAt(weights: readonly bigint[], edge: number, u: number): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const below = weights.slice(0, edge - 1).reduce((sum, weight) => sum + weight, 0n);
  const both = (weights[edge - 1] as bigint) + (weights[edge] as bigint);
  const wanted = (BigInt(Math.round(u * UNIT)) * total) / BigInt(UNIT) - below;
  const lower = wanted < 1n ? 1n : wanted > both - 1n ? both - 1n : wanted;
  if (both < 2n) return [...weights];
  return weights.map((weight, i) => (i === edge - 1 ? lower : i === edge ? both - lower : weight));
}
