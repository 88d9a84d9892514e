/**
 * The law of the best draw by composition. The best of a + b draws is atom i if the best of the first a is i and the best of the other b
 * is at most i, or the best of the a is below i and the best of the b is i. It is a cross-check of the PMF for numbers of draws that
 * cannot be enumerated. Like the enumeration it shares no formula with the theory.
 */
import { checkDraws } from '../../policy/draws.ts';
import type { FinitePolicy } from '../../policy/finite-policy.ts';

/** The numerators over total^n of P(best of n draws = atom i). Guarantee: exact. */
export function runningBest(policy: FinitePolicy, n: number): bigint[] {
  checkDraws(n);
  let law: bigint[] | undefined;
  let block = [...policy.atoms];
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) law = law ? bestOfBoth(law, block) : block;
    if (k > 1) block = bestOfBoth(block, block);
  }
  return law as bigint[];
}

function bestOfBoth(first: readonly bigint[], second: readonly bigint[]): bigint[] {
  let firstBelow = 0n;
  let secondUpTo = 0n;
  return first.map((weight, i) => {
    const other = second[i] as bigint;
    secondUpTo += other;
    const both = weight * secondUpTo + firstBelow * other;
    firstBelow += weight;
    return both;
  });
}
