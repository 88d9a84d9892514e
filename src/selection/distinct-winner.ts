import { Rational } from '../arithmetic/rational.ts';
import { type Draws, integerDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** The largest level. All subsets of a level are listed. */
const MAX_TIED = 12;

/**
 * The law of best-of-n where the winner is uniform among the distinct drawn outcomes of top reward, however often each was drawn. It is
 * computed by inclusion–exclusion over the set of these outcomes. The usual law counts them with multiplicity instead.
 *
 * Guarantee: exact. @throws InputError where more than 12 outcomes tie, and unless n is an integer in 1…10^9.
 */
export function distinctPmf({ weights, ranks, total }: FinitePolicy, n: Draws): Rational[] {
  const draws = BigInt(integerDraws(n));
  const pmf: Rational[] = [];
  let below = 0n;
  for (let from = 0; from < weights.length; from = pmf.length) {
    const tied = weights.filter((_, y) => ranks[y] === ranks[from]);
    if (tied.length > MAX_TIED) throw new InputError(`at most ${MAX_TIED} outcomes may tie here, not ${tied.length}`);
    for (const shares of winnersOf(tied, below, draws)) pmf.push(Rational.of(shares.num, shares.den * total ** draws));
    for (const weight of tied) below += weight;
  }
  return pmf;
}

/** For each outcome of a level: the sum over sets S that contain it of (weight of the draws whose best distinct outcomes are S)/|S|. */
function winnersOf(weights: readonly bigint[], below: bigint, n: bigint): Rational[] {
  const sets = 1 << weights.length;
  const draws: bigint[] = [];
  for (let set = 0; set < sets; set += 1) {
    const inside = weights.reduce((sum, weight, y) => ((set >> y) & 1 ? sum + weight : sum), below);
    draws.push(inside ** n);
  }
  // Möbius inversion: from draws within a set or below the level, to draws whose best distinct outcomes are exactly that set.
  for (let bit = 1; bit < sets; bit <<= 1) {
    for (let set = 0; set < sets; set += 1)
      if (set & bit) draws[set] = (draws[set] as bigint) - (draws[set ^ bit] as bigint);
  }
  return weights.map((_, y) => {
    let sum = Rational.ZERO;
    for (let set = 0; set < sets; set += 1) {
      if ((set >> y) & 1) sum = sum.add(Rational.of(draws[set] as bigint, sizeOf(set))).reduced();
    }
    return sum;
  });
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size += 1;
  return size;
}
