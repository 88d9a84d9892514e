import { sumOf } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { compareInstances, type Instance, untied } from '../claims/instance.ts';
import { COARSE_STEP } from './clamp-to-domain.ts';

/** The order of instances compares n after total weight and K, so n needs a limit: this, or the given instance's n if larger. */
const DRAWS_LIMIT = 16;
/** Larger totals have too many instances to enumerate. */
const TOTAL_LIMIT = 14n;
const TRIED_LIMIT = 50_000;

export interface Least {
  readonly instance: InDomain;
  /** The number of instances tried: all without ties below the returned one, with n up to `maxDraws`. None of them is wanted. */
  readonly tried: number;
  readonly maxDraws: number;
}

/**
 * The least wanted instance in the order (total weight, K, n, lexicographic). It tries every smaller instance without ties, up to a
 * limit for n. Null where the given one is too large for that, where the domain has ties, continuous parts or auxiliary weights,
 * which are not enumerated, or where `shouldStop`, asked between instances, ends the work.
 */
export function least(
  wanted: InDomain,
  domain: Domain,
  isWanted: (instance: InDomain) => boolean,
  shouldStop: () => boolean = () => false,
): Least | null {
  const total = sumOf(wanted.weights);
  if (total > TOTAL_LIMIT || domain.continuousParts || domain.atomless || domain.auxiliary || domain.ties) return null;
  // Each smaller n has at least one list of weights.
  if (wanted.n - domain.draws > TRIED_LIMIT) return null;
  const maxDraws = Math.max(DRAWS_LIMIT, wanted.n);
  let tried = 0;
  for (const instance of upwards(domain, Number(total), maxDraws)) {
    if (compareInstances(instance, wanted) >= 0) break;
    if (!inDomain(instance, domain)) continue;
    if (shouldStop()) return null;
    if (isWanted(instance)) return { instance, tried, maxDraws };
    tried += 1;
    if (tried > TRIED_LIMIT) return null;
  }
  return { instance: wanted, tried, maxDraws };
}

function drawsOf({ draws, maxDraws = Number.POSITIVE_INFINITY, realDraws }: Domain, limit: number): number[] {
  const step = realDraws ? COARSE_STEP : 1;
  const found: number[] = [];
  for (let n = Math.ceil(draws / step) * step; n <= Math.min(limit, maxDraws); n += step) found.push(n);
  return found;
}

/** Lists of weights without ties, with every n up to a limit, in the order of instances. Some may be outside the domain. */
export function* upwards(domain: Domain, maxTotal: number, maxDraws: number): Generator<Instance> {
  for (let total = domain.atoms; total <= maxTotal; total += 1) {
    for (let atoms = domain.atoms; atoms <= Math.min(total, domain.maxAtoms ?? total); atoms += 1) {
      for (const n of drawsOf(domain, maxDraws)) {
        for (const weights of compositions(total, atoms)) yield untied(weights.map(BigInt), n, domain.selection);
      }
    }
  }
}

/** Every n of a domain up to a limit, with every list of `atoms` weights up to `maxWeight` whose total is above `beyond`. */
export function* grid(
  domain: Domain,
  { atoms, maxWeight }: { readonly atoms: number; readonly maxWeight: number },
  { beyond, maxDraws }: { readonly beyond: number; readonly maxDraws: number },
): Generator<Instance> {
  for (const weights of lists(atoms, 1, () => maxWeight)) {
    if (weights.reduce((sum, weight) => sum + weight, 0) <= beyond) continue;
    for (const n of drawsOf(domain, maxDraws)) yield untied(weights.map(BigInt), n, domain.selection);
  }
}

/** Lists of `length` integers, each from `least` to `most(sum of those before it)`, in lexicographic order. */
export function* lists(length: number, least: number, most: (sum: number) => number, sum = 0): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = least; first <= most(sum); first += 1) {
    for (const rest of lists(length - 1, least, most, sum + first)) yield [first, ...rest];
  }
}

/** Ordered sums of positive integers, in lexicographic order. */
function* compositions(total: number, parts: number): Generator<number[]> {
  if (parts === 1) {
    yield [total];
    return;
  }
  for (let first = 1; first <= total - parts + 1; first += 1) {
    for (const rest of compositions(total - first, parts - 1)) yield [first, ...rest];
  }
}
