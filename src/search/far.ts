import { sumOf } from '../arithmetic/bigint.ts';
import type { Claim, FarReach } from '../claims/claim.ts';
import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { atomCount, type Instance, instanceKey, untied } from '../claims/instance.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { clampToDomain } from './clamp-to-domain.ts';
import { times, upTo } from './families.ts';
import { pick, type Random } from './random.ts';
import { drawsAnywhere, leastOfMany, limitDepth } from './some-draws.ts';
import { tie } from './some-ties.ts';

/** The numbers of far-out instances, and the most atoms they have. */
export interface FarExtent {
  /** Instances of more draws than the search uses; some have all outcomes on one level instead. */
  readonly draws: number;
  /** Instances of more atoms than the search uses. */
  readonly manyAtoms: number;
  readonly maxAtoms: number;
}

export const NOTHING_FAR: FarExtent = { draws: 0, manyAtoms: 0, maxAtoms: 0 };

/** Just beyond what the search uses. */
const FROM_DRAWS = 1_001;
const FROM_ATOMS = 51;
/** Half of the largest n, so that a claim may use n + 1 and 2n draws too. */
const TO_DRAWS = MAX_DRAWS / 2;

/** Attempts for each wanted instance; they run out where a domain has few. */
const ATTEMPTS = 4;

/** Far-out instances of a claim's domain, each once: very many draws, very many atoms, or a single level. */
export function* farInstances(
  claim: Pick<Claim, 'domain' | 'reach'>,
  random: Random,
  extent: FarExtent,
): Generator<InDomain> {
  const { domain, reach } = claim;
  yield* distinct(domain, extent.draws, (index) =>
    index % ONE_LEVEL_EVERY === 0 ? oneLevel(random, domain) : manyDraws(random, domain, reach),
  );
  yield* distinct(domain, extent.manyAtoms, () => manyAtoms(random, domain, extent.maxAtoms, reach));
}

const ONE_LEVEL_EVERY = 8;

function* distinct(domain: Domain, count: number, propose: (index: number) => Instance | null): Generator<InDomain> {
  const seen = new Set<string>();
  for (let attempt = 0; attempt < ATTEMPTS * count && seen.size < count; attempt += 1) {
    const instance = propose(attempt);
    if (!instance || !isFar(instance) || !inDomain(instance, domain) || seen.has(instanceKey(instance))) continue;
    seen.add(instanceKey(instance));
    yield instance;
  }
}

function isFar(instance: Instance): boolean {
  return instance.n >= FROM_DRAWS || atomCount(instance) >= FROM_ATOMS || isOneLevel(instance);
}

function isOneLevel(instance: Instance): boolean {
  return instance.weights.length > 1 && atomCount(instance) === 1;
}

/** n·ε_∞ lies between 2^−6 and 2^10. Beyond that, (1−ε_∞)^n is too small to be told from 0. */
const SCALES = [-6, 10] as const;

/** A light outcome on top of a few heavy ones. The many draws contain it rarely, surely, or anything between. */
function manyDraws(random: Random, domain: Domain, { draws = TO_DRAWS }: FarReach = {}): Instance | null {
  const n = farDraws(random, domain, draws);
  if (n === null) return null;
  const top = upTo(random, 9);
  const count = Math.max(domain.atoms + (domain.ties ? 1 : 0), Math.min(random.integer(2, 8), domain.maxAtoms ?? 8));
  const rest = times(count - 1, () => upTo(random, 9));
  const total = sumOf(rest);
  const scale = random.integer(...SCALES);
  const [more, less] = [1n << BigInt(Math.max(0, -scale)), 1n << BigInt(Math.max(0, scale))];
  const factor = (BigInt(n) * top * more) / (total * less) + 1n;
  const instance = untied([...rest.map((weight) => weight * factor), top], n);
  return clampToDomain(random, limitDepth(domain.ties ? tie(random, instance, domain) : instance, domain), domain);
}

/** All numbers of digits are equally likely; null where the domain or the claim's reach ends below. */
function farDraws(random: Random, domain: Domain, most: number): number | null {
  const from = Math.max(FROM_DRAWS, leastOfMany(domain));
  const to = Math.min(most, Math.floor(domain.maxDraws ?? MAX_DRAWS));
  if (from > to) return null;
  const digits = random.integer(String(from).length, String(to).length);
  return random.integer(Math.max(from, 10 ** (digits - 1)), Math.min(to, 10 ** digits - 1));
}

/** All outcomes on one level. The numbers of draws are those of the search, so that equalities have exact forms. */
function oneLevel(random: Random, domain: Domain): Instance {
  const weights = times(random.integer(2, 8), () => upTo(random, 9));
  return clampToDomain(random, { weights, ranks: weights.map(() => 0), n: drawsAnywhere(random, domain) }, domain);
}

type Shape = 'uniform' | 'stairs' | 'blocks' | 'anything';

const SHAPES: readonly (readonly [number, Shape])[] = [
  [1, 'uniform'],
  [1, 'stairs'],
  [1, 'blocks'],
  [1, 'anything'],
];

/** Up to thousands of atoms, with all binary orders of magnitude equally likely, and a few draws or some hundreds. */
function manyAtoms(
  random: Random,
  domain: Domain,
  maxAtoms: number,
  { atoms: most = maxAtoms }: FarReach = {},
): Instance | null {
  const from = Math.max(FROM_ATOMS, domain.atoms) + (domain.ties ? 1 : 0);
  const to = Math.min(
    Math.max(Math.min(maxAtoms, most), domain.atoms + 1),
    domain.maxAtoms ?? Number.POSITIVE_INFINITY,
  );
  if (from > to) return null;
  const power = random.integer(31 - Math.clz32(from), 31 - Math.clz32(to));
  const count = random.integer(Math.max(from, 2 ** power), Math.min(to, 2 ** (power + 1) - 1));
  const low = leastOfMany(domain);
  const n = random.integer(
    low,
    low +
      pick(random, [
        [2, 14],
        [1, 998],
      ]),
  );
  const instance = untied(shaped(random, pick(random, SHAPES), count), Math.min(n, MAX_DRAWS));
  return clampToDomain(random, limitDepth(domain.ties ? tie(random, instance, domain) : instance, domain), domain);
}

function shaped(random: Random, shape: Shape, count: number): bigint[] {
  const [low, high, border] = [upTo(random, 99), upTo(random, 99), random.integer(1, count - 1)];
  const steps = random.integer(2, 20);
  return times(count, (index) => {
    if (shape === 'uniform') return 1n;
    if (shape === 'stairs') return 2n ** BigInt(Math.floor((index * steps) / count));
    if (shape === 'blocks') return index < border ? low : high;
    return upTo(random, 999);
  });
}
