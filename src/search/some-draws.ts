import { bitLength } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import type { Instance } from '../claims/instance.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { inHundred, pick, type Random } from './random.ts';

/** Ranges of n with their shares; null is the domain's least n ≥ 2. */
const DRAWS: readonly (readonly [number, readonly [number, number] | null])[] = [
  [20, null],
  [40, [2, 16]],
  [22, [17, 128]],
  [18, [129, 1000]],
];
/** The most draws that searches use where the domain allows it. */
const MAX_SEARCHED_DRAWS = 1000;

/** The least integer n ≥ 2 of the domain. */
export function leastOfMany({ draws }: Domain): number {
  return Math.max(2, Math.ceil(draws));
}

/** An n from one of the ranges. A range below the domain is moved up to where the domain begins. */
export function drawsAnywhere(random: Random, domain: Domain): number {
  const low = leastOfMany(domain);
  const range = pick(random, DRAWS);
  if (!range) return low;
  const [from, to] = low <= range[1] ? [Math.max(low, range[0]), range[1]] : [low, low + range[1] - range[0]];
  return random.integer(Math.min(from, MAX_DRAWS), Math.min(to, MAX_DRAWS));
}

/** An n from one of the ranges, or around 1/ε_∞, where the best outcome goes from rarely drawn to surely drawn. */
export function someDraws(random: Random, domain: Domain, weights: readonly bigint[]): number {
  if (inHundred(random, 80)) return drawsAnywhere(random, domain);
  let total = 0n;
  for (const weight of weights) total += weight;
  const critical = total / (weights.at(-1) ?? 1n) + random.bigint(-1n, 2n);
  const low = BigInt(leastOfMany(domain));
  const most = low > MAX_SEARCHED_DRAWS ? low : BigInt(MAX_SEARCHED_DRAWS);
  return Number(critical < low ? low : critical > most ? most : critical);
}

/**
 * With a best level of mass ε, everything below it has probability (1−ε)^n under best-of-n, and strict claims depend on that number.
 * It is kept above 2^−DEPTH, where escalation still tells it from 0.
 */
const DEPTH = 4_000;

/** So few draws need no check: no family makes the best level 2^(DEPTH/32) times as heavy as all others together. */
const MAX_UNCHECKED_DRAWS = 32;

/** Lowers n until (1−ε)^n > 2^−DEPTH. Where the domain's least n is still too large, everything below the best level is made heavier. */
export function limitDepth(instance: Instance, domain: Domain): Instance {
  const { weights, ranks, n } = instance;
  if (n <= MAX_UNCHECKED_DRAWS) return instance;
  const lastLevel = ranks.at(-1);
  let rest = 0n;
  let best = 0n;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as bigint;
    if (ranks[index] === lastLevel) best += weight;
    else rest += weight;
  }
  if (rest === 0n) return instance;
  const deepest = Number(traceableDraws(best, rest));
  if (n <= deepest) return instance;
  const least = Math.max(Math.ceil(domain.draws), 1);
  if (deepest >= least || least <= MAX_UNCHECKED_DRAWS) return { ...instance, n: Math.max(deepest, least) };
  // Ensures 3n·best ≤ 2·DEPTH·rest·factor.
  const factor = (3n * BigInt(least) * best) / (2n * BigInt(DEPTH) * rest) + 1n;
  return {
    ...instance,
    n: least,
    weights: weights.map((weight, i) => (ranks[i] === lastLevel ? weight : weight * factor)),
  };
}

/**
 * A number of draws n for which (1−ε)^n = (rest/(rest+best))^n is above 2^−DEPTH. The base-2 logarithm of 1 + best/rest is less than
 * the bit length of its integer part and, as log(1+x) ≤ x and 1/log 2 < 3/2, at most 3/2·best/rest.
 */
function traceableDraws(best: bigint, rest: bigint): bigint {
  const depth = BigInt(DEPTH);
  const byLength = depth / BigInt(bitLength((best + rest) / rest));
  const byRatio = (2n * depth * rest) / (3n * best);
  return byLength > byRatio ? byLength : byRatio;
}
