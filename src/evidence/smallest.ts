import type { Claim } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { inDomain } from '../claims/in-domain.ts';
import { compareInstances, type Instance } from '../claims/instance.ts';
import type { Found } from '../search/claim-run.ts';
import { least } from '../search/exhaust.ts';
import { shrink } from '../search/shrink.ts';

const SHRUNK = 'shrunk: no single simplification of it refutes the claim';
const CUT_SHORT = 'shrunk: there were too many simplifications to try them all';
const NONE_BELOW = 'exhaustive: the claim speaks of no smaller policy';
const NONE_OF =
  /^exhaustive: none of the [1-9]\d* smaller policies without ties, n ≤ [1-9]\d*(\.\d+)?, refutes the claim$/;

/** Whether a text is one of those that a search writes about instances smaller than the one it found. */
export function isSmallestInWords(text: string): boolean {
  return [SHRUNK, CUT_SHORT, NONE_BELOW].includes(text) || NONE_OF.test(text);
}

export function smallestInWords({ leastOf, isCutShort }: Pick<Found, 'leastOf' | 'isCutShort'>): string {
  if (!leastOf) return isCutShort ? CUT_SHORT : SHRUNK;
  if (leastOf.tried === 0) return NONE_BELOW;
  return `exhaustive: none of the ${leastOf.tried} smaller policies without ties, n ≤ ${leastOf.maxDraws}, refutes the claim`;
}

/** With more outcomes than this, the simplifications take long to try. */
const MAX_OUTCOMES = 64;

/** Recomputes whether the text about smaller instances is right; `unchecked` where that would take long or is impossible. */
export function checkSmallest(claim: Claim, instance: Instance, text: string): 'right' | 'wrong' | 'unchecked' {
  const refutes = (smaller: Instance): boolean => decide(claim, smaller).outcome === 'refuted';
  if (text === NONE_BELOW || NONE_OF.test(text)) {
    const found = inDomain(instance, claim.domain) ? least(instance, claim.domain, refutes) : null;
    const isLeast = found !== null && compareInstances(found.instance, instance) === 0;
    return isLeast && smallestInWords({ leastOf: found }) === text ? 'right' : 'wrong';
  }
  if (text !== SHRUNK || instance.weights.length > MAX_OUTCOMES || !inDomain(instance, claim.domain))
    return 'unchecked';
  for (const smaller of shrink(instance, claim.domain)) if (refutes(smaller)) return 'wrong';
  return 'right';
}
