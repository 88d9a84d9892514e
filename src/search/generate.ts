import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { type Instance, untied } from '../claims/instance.ts';
import { leastInstance } from '../claims/least-instance.ts';
import { clampToDomain } from './clamp-to-domain.ts';
import { bottomHeavy, FAMILIES, huge, MAX_DIGITS, times, upTo } from './families.ts';
import { inHundred, pick, type Random } from './random.ts';
import { drawsAnywhere, leastOfMany, limitDepth, someDraws } from './some-draws.ts';
import { manyTiedOutcomes, tie } from './some-ties.ts';

/** Limits narrower than a claim's domain, for hill climbing, the assumptions and measurements. */
export interface Limits {
  /** The most decimal digits of a weight, at least 13; 40 by default. */
  readonly digits?: number;
  /** Leaves out the policies of hundreds of outcomes. The others have at most 50, or as many as the domain requires. */
  readonly noManyAtoms?: boolean;
}

/** Proposals outside the domain are rare. After this many in a row, the least instance of the domain is used. */
const PROPOSALS = 50;

/**
 * Generates policies near every degeneracy of the theory, with numbers of draws around the scales that matter.
 * Proposals outside the domain are discarded. @throws RangeError where the domain is empty.
 */
export function generate(random: Random, domain: Domain, limits: Limits = {}): InDomain {
  for (let attempt = 0; attempt < PROPOSALS; attempt += 1) {
    const proposal = clampToDomain(random, limitDepth(anyInstance(random, domain, limits), domain), domain);
    if (inDomain(proposal, domain)) return proposal;
  }
  const least = leastInstance(domain);
  if (!least) throw new RangeError('nothing is in the domain');
  return least;
}

function anyInstance(random: Random, domain: Domain, { noManyAtoms = false, digits = MAX_DIGITS }: Limits): Instance {
  const { maxAtoms = Number.POSITIVE_INFINITY } = domain;
  if (domain.bottomHeavy && !noManyAtoms && inHundred(random, BOTTOM_HEAVY)) {
    return untied(bottomHeavy(random, domain.atoms), leastOfMany(domain));
  }
  if (domain.ties && inHundred(random, MANY_TIED_OUTCOMES)) return manyTiedOutcomes(random, domain);
  const few = random.integer(1, 100);
  if (few === 1 && domain.atoms <= 1 && !domain.ties) {
    return oneLevel(random, random.bigint(1n, huge(digits)), drawsAnywhere(random, domain));
  }
  if (inHundred(random, 3) && !noManyAtoms && !domain.ties && maxAtoms >= LARGEST_CROWD) return crowd(random, domain);
  const least = domain.atoms + (domain.ties ? 1 : 0);
  const family = pick(random, FAMILIES);
  const weights = family(random, Math.max(least, Math.min(maxAtoms, someAtoms(random))), digits, least);
  const n = few === 2 && domain.draws <= 1 ? 1 : someDraws(random, domain, weights);
  const instance = untied(weights, n);
  return domain.ties || inHundred(random, 15) ? tie(random, instance, domain) : instance;
}

/** Percent of instances; few, since policies of a thousand outcomes cost time. */
const BOTTOM_HEAVY = 5;
const MANY_TIED_OUTCOMES = 12;

const ATOMS: readonly (readonly [number, readonly [number, number]])[] = [
  [15, [2, 2]],
  [50, [3, 8]],
  [22, [9, 20]],
  [13, [21, 50]],
];

function someAtoms(random: Random): number {
  return random.integer(...pick(random, ATOMS));
}

/** A single outcome, or several that all tie. */
function oneLevel(random: Random, weight: bigint, n: number): Instance {
  if (inHundred(random, 50)) return untied([weight], n);
  const weights = [weight, ...times(random.integer(1, 5), () => upTo(random, 9))];
  return { weights, ranks: weights.map(() => 0), n };
}

const LARGEST_CROWD = 300;

/** So many atoms that collisions are rare even among n² pairs: the regime in which the analytical formula is accurate. */
function crowd(random: Random, domain: Domain): Instance {
  const n = Math.max(leastOfMany(domain), random.integer(2, 3));
  return untied(
    times(Math.max(domain.atoms, random.integer(100, LARGEST_CROWD)), () => 1n + upTo(random, 3)),
    n,
  );
}
