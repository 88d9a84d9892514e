/** Every policy of small total weight, with every pattern of ties. */
import { FinitePolicy, type Ties } from '../../src/policy/finite-policy.ts';

/** Ordered sums of positive integers. */
function compositions(total: number): number[][] {
  if (total === 0) return [[]];
  const found: number[][] = [];
  for (let first = 1; first <= total; first += 1) {
    for (const rest of compositions(total - first)) found.push([first, ...rest]);
  }
  return found;
}

/** Every way of giving K listed outcomes nondecreasing levels 0, 1, 2, … */
function levelPatterns(K: number): number[][] {
  if (K === 1) return [[0]];
  return levelPatterns(K - 1).flatMap((ranks) => {
    const last = ranks[K - 2] ?? 0;
    return [
      [...ranks, last],
      [...ranks, last + 1],
    ];
  });
}

/** All policies up to a total weight, with all patterns of ties. */
export function smallPolicies(maxTotal: number, ties: Ties): FinitePolicy[] {
  const found: FinitePolicy[] = [];
  for (let total = 1; total <= maxTotal; total += 1) {
    for (const weights of compositions(total)) {
      for (const ranks of levelPatterns(weights.length)) {
        found.push(FinitePolicy.fromRanked(weights.map(BigInt), ranks, { ties }));
      }
    }
  }
  return found;
}

/** All policies without ties up to a total weight. */
export function smallUntied(maxTotal: number): FinitePolicy[] {
  const found: FinitePolicy[] = [];
  for (let total = 1; total <= maxTotal; total += 1) {
    for (const weights of compositions(total)) found.push(FinitePolicy.fromWeights(weights.map(BigInt)));
  }
  return found;
}

export function uniform(K: number): FinitePolicy {
  return FinitePolicy.fromWeights(Array.from({ length: K }, () => 1n));
}

/** What a failing test calls a policy. */
export function named({ weights, ranks, ties }: FinitePolicy, n: number): string {
  return `weights ${weights.join(',')} levels ${ranks.join(',')} ties ${ties} n ${n}`;
}
