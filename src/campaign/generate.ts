import { bitLength } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/claim.ts';
import { type Instance, untied } from '../claims/instance.ts';
import { adapt } from './adapt.ts';
import { bottomHeavy, FAMILIES, huge, MOST_DIGITS, times, upTo } from './families.ts';
import { inHundred, pick, type Random } from './random.ts';

/** Narrower instances than a claim's domain has, for measurements. */
export interface Limits {
  /** No weight of more than so many decimal digits, 13 or more; by default they have up to 40. */
  readonly digits?: number;
  /** Leaves out the policies of hundreds of outcomes; all others have at most 50. */
  readonly noCrowds?: boolean;
}

/**
 * Generators that bite: policies near every degeneracy the theory has, and numbers of draws around the scales that matter.
 * Every weight is positive and every instance lies in the domain.
 */
export function generate(random: Random, domain: Domain, limits: Limits = {}): Instance {
  return adapt(random, limitDepth(anyInstance(random, domain, limits), domain), domain);
}

/**
 * A best level of mass ε leaves traces of size (1−ε)^n of everything below it, and strict claims are decided by those traces.
 * They are kept above 2^−DEPTH, where escalation still tells them from 0.
 */
const DEPTH = 4_000;

/** So few draws are never too many: no family makes the best level 2^(DEPTH/32) times as heavy as all others together. */
const FEW_DRAWS = 32;

function limitDepth(instance: Instance, domain: Domain): Instance {
  const { weights, ranks, n } = instance;
  if (n <= FEW_DRAWS) return instance;
  const best = ranks.at(-1);
  let rest = 0n;
  let total = 0n;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as bigint;
    total += weight;
    if (ranks[index] !== best) rest += weight;
  }
  if (rest === 0n) return instance;
  const deepest = Math.max(domain.draws, 1, Math.floor(DEPTH / bitLength(total / rest)));
  return n <= deepest ? instance : { ...instance, n: deepest };
}

function anyInstance(random: Random, domain: Domain, { noCrowds = false, digits = MOST_DIGITS }: Limits): Instance {
  if (domain.bottomHeavy && !noCrowds && inHundred(random, BOTTOM_HEAVY)) {
    return untied(bottomHeavy(random), leastDraws(domain));
  }
  if (domain.ties && inHundred(random, TIED_CROWD)) return tiedCrowd(random, domain);
  const few = random.integer(1, 100);
  if (few === 1 && domain.atoms <= 1 && !domain.ties) {
    return untied([random.bigint(1n, huge(digits))], drawsAnywhere(random, domain));
  }
  if (inHundred(random, 3) && !noCrowds && !domain.ties) return crowd(random, domain);
  const weights = pick(random, FAMILIES)(
    random,
    Math.max(domain.atoms + (domain.ties ? 1 : 0), someAtoms(random)),
    digits,
  );
  const n = few === 2 && domain.draws <= 1 ? 1 : draws(random, domain, weights);
  const instance = untied(weights, n);
  return domain.ties || inHundred(random, 15) ? tie(random, instance, domain) : instance;
}

/** Policies of a thousand outcomes cost time. */
const BOTTOM_HEAVY = 5;
const TIED_CROWD = 12;

const ATOMS: readonly (readonly [number, readonly [number, number]])[] = [
  [15, [2, 2]],
  [50, [3, 8]],
  [22, [9, 20]],
  [13, [21, 50]],
];

function someAtoms(random: Random): number {
  return random.integer(...pick(random, ATOMS));
}

/** So many atoms that collisions are rare even for n²: the regime in which the formula is accurate. */
function crowd(random: Random, domain: Domain): Instance {
  const n = Math.max(leastDraws(domain), random.integer(2, 3));
  return untied(
    times(random.integer(100, 300), () => 1n + upTo(random, 3)),
    n,
  );
}

/** Numbers of draws by their share, up to 16 from the domain's least one on. */
const DRAWS: readonly (readonly [number, readonly [number, number] | null])[] = [
  [20, null],
  [40, [2, 16]],
  [22, [17, 128]],
  [18, [129, 1000]],
];

/** The least integer n ≥ 2 of the domain. */
function leastDraws({ draws }: Domain): number {
  return Math.max(2, Math.ceil(draws));
}

function drawsAnywhere(random: Random, domain: Domain): number {
  const low = leastDraws(domain);
  const range = pick(random, DRAWS);
  return range ? random.integer(Math.max(low, range[0]), Math.max(low, range[1])) : low;
}

/** Anywhere, or around 1/ε_∞, where the best outcome goes from rarely to surely drawn. */
function draws(random: Random, domain: Domain, weights: readonly bigint[]): number {
  if (inHundred(random, 80)) return drawsAnywhere(random, domain);
  let total = 0n;
  for (const weight of weights) total += weight;
  const critical = total / (weights.at(-1) ?? 1n) + random.bigint(-1n, 2n);
  const low = BigInt(leastDraws(domain));
  return Number(critical < low ? low : critical > 1000n ? 1000n : critical);
}

/** Lets neighbours tie at random, keeping at least the domain's number of levels. */
function tie(random: Random, instance: Instance, domain: Domain): Instance {
  const last = instance.weights.length - 1;
  const spare = Math.max(0, last + 1 - Math.max(domain.ties ? 1 : 2, domain.atoms));
  const joined = new Set(Array.from({ length: Math.min(spare, random.integer(1, 4)) }, () => random.integer(1, last)));
  let level = -1;
  const ranks = instance.weights.map((_, index) => {
    if (!joined.has(index)) level += 1;
    return level;
  });
  return { ...instance, ranks };
}

/** Dozens of outcomes of which all tie but at most as many as the domain wants apart, these at the bottom or at the top. */
function tiedCrowd(random: Random, domain: Domain): Instance {
  const weights = times(random.integer(20, 60), () => upTo(random, 3));
  const apart = Math.max(domain.atoms - 1, random.integer(0, 1));
  const fromBottom = random.integer(0, apart);
  const lastLevel = weights.length - 1 - (apart - fromBottom);
  const ranks = weights.map((_, i) => Math.min(i, fromBottom) + Math.max(0, i - lastLevel));
  return { weights, ranks, n: leastDraws(domain) + random.integer(0, 1) };
}
