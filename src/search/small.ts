import { bitLength, sumOf } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import type { Instance } from '../claims/instance.ts';
import { leastDraws } from '../claims/least-instance.ts';
import { CONTINUOUS_PART_TERMS, EXACT_OPERAND_BITS, EXACT_TOTAL_BITS } from '../quantities/size-rule.ts';

const SMALL_WEIGHT = 1000n;
const SMALL_ATOMS = 10;
const EXACT_BITS_OF_ATOMS = 3000;
const EXACT_BITS_OF_CONTINUOUS_PARTS = 2000;

/** An instance that has cheap exact forms: few atoms, light weights, and a limited n. */
export function small({ weights, ranks, n }: Instance, domain: Domain): Instance {
  const { atoms, ties = false, atomless } = domain;
  const least = leastDraws(domain);
  const count = Math.max(SMALL_ATOMS, atoms + (ties ? 1 : 0));
  const few = lighter(weights.slice(0, count), domain);
  const total = sumOf(few);
  const bits = atomless ? EXACT_BITS_OF_CONTINUOUS_PARTS : EXACT_BITS_OF_ATOMS;
  const most = Math.max(least, Math.floor(bits / (few.length * bitLength(total))));
  return { weights: few, ranks: someLevels(ranks.slice(0, count), atoms, ties), n: Math.min(n, most) };
}

/** Weights up to 1000, or lighter where the size rule for exact forms requires it at the domain's least n. */
function lighter(weights: readonly bigint[], domain: Domain): bigint[] {
  const least = leastDraws(domain);
  const bitsFor = (terms: number): number => Math.floor(Math.min(EXACT_OPERAND_BITS, EXACT_TOTAL_BITS / terms) / least);
  const mixed = domain.atomless || domain.continuousParts ? bitsFor(weights.length * CONTINUOUS_PART_TERMS) : 0;
  // Where continuous parts exceed the size rule even with the lightest weights, the instance gets none.
  const bits = mixed >= bitLength(BigInt(weights.length)) ? mixed : bitsFor(weights.length);
  // The total has at most `bits` bits.
  const heaviest = bits < 1 ? 1n : ((1n << BigInt(bits)) - 1n) / BigInt(weights.length);
  const limit = heaviest < 1n ? 1n : heaviest < SMALL_WEIGHT ? heaviest : SMALL_WEIGHT;
  return weights.map((weight) => (weight <= limit ? weight : 1n + (weight % limit)));
}

/** The levels of the outcomes that are left. Where these are too few, or wanted ties are gone, all differ but, for ties, the last two. */
function someLevels(ranks: readonly number[], atoms: number, ties: boolean): readonly number[] {
  const last = ranks.length - 1;
  const levels = (ranks.at(-1) ?? 0) + 1;
  if (levels >= atoms && (!ties || levels <= last)) return ranks;
  return ranks.map((_, index) => (ties && index === last ? last - 1 : index));
}
