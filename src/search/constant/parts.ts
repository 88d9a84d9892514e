import type { Domain } from '../../claims/domain.ts';
import { leastDraws } from '../../claims/least-instance.ts';
import { MAX_DRAWS } from '../../policy/draws.ts';

/** A table has at most this many n. */
const MAX_ROWS = 50;
/** Where there are more n, these are looked at one by one, and all together. */
const PROBES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 50, 100, 200, 500, 1_000];
/** The same where the least n is larger, as multiples of it. */
const MULTIPLES = [1, 2, 5, 10, 20, 50, 100];

/** The parts of a search: one for each n, and null for all n together where there are too many. */
export function partsOf(domain: Domain): readonly (number | null)[] {
  const [least, most] = [leastDraws(domain), domain.maxDraws ?? MAX_DRAWS];
  if (most - least < MAX_ROWS) return Array.from({ length: Math.floor(most) - least + 1 }, (_, i) => least + i);
  const probes = least <= 10 ? [least, ...PROBES.filter((n) => n > least)] : MULTIPLES.map((k) => k * least);
  return [null, ...probes.filter((n) => n <= most)];
}
