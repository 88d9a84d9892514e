import type { Catalogue } from '../claims/catalogue.ts';
import type { Claim } from '../claims/claim.ts';

/**
 * The order in which threads take the claims: the longest first, so that no thread ends long before the others. Before them comes the
 * false claim that takes least, so that a run shows a refutation at once. Claims of unknown time, which are the user's own, keep their
 * order and come right after it. The order changes nothing that a run finds.
 */
export function longestFirst(claims: readonly Claim[], { seconds }: Pick<Catalogue, 'seconds'>): Claim[] {
  const isKnown = ({ id }: Claim): boolean => Object.hasOwn(seconds, id);
  const secondsOf = (claim: Claim): number => (isKnown(claim) ? (seconds[claim.id] as number) : Number.MAX_VALUE);
  // The sort is stable.
  const sorted = claims.toSorted((a, b) => secondsOf(b) - secondsOf(a));
  const first = sorted.findLast((claim) => claim.expected === 'fails' && isKnown(claim));
  return first ? [first, ...sorted.filter((claim) => claim !== first)] : sorted;
}
