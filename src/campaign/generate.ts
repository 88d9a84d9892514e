import { bitLength } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/claim.ts';
import { type Instance, policyOf, untied } from '../claims/instance.ts';
import { pick, type Random } from './random.ts';

/**
 * Generators that bite: policies near every degeneracy the theory has, and numbers of draws around the scales that matter.
 * Every weight is positive and every instance lies in the domain.
 */
export function generate(random: Random, domain: Domain): Instance {
  return limitDepth(anyInstance(random, domain), domain);
}

/**
 * A best level of mass ε leaves traces of size (1−ε)^n of everything below it, and strict claims are decided by those traces.
 * They are kept above 2^−DEPTH, where escalation still tells them from 0.
 */
const DEPTH = 4_000;

function limitDepth(instance: Instance, domain: Domain): Instance {
  const { cumulative, total } = policyOf(instance);
  const rest = cumulative.at(-2) ?? 0n;
  if (rest === 0n) return instance;
  const deepest = Math.max(domain.draws, 1, Math.floor(DEPTH / bitLength(total / rest)));
  return instance.n <= deepest ? instance : { ...instance, n: deepest };
}

function anyInstance(random: Random, domain: Domain): Instance {
  const few = pick(random, [
    [1, 'one atom'],
    [1, 'one draw'],
    [98, 'neither'],
  ] as const);
  if (few === 'one atom' && domain.atoms <= 1)
    return untied([random.bigint(1n, 10n ** 30n)], drawsAnywhere(random, domain));
  if (
    pick(random, [
      [3, true],
      [97, false],
    ])
  )
    return crowd(random, domain);
  const weights = pick(random, FAMILIES)(random, Math.max(domain.atoms, someAtoms(random)));
  const n = few === 'one draw' && domain.draws <= 1 ? 1 : draws(random, domain, weights);
  const instance = untied(weights, n);
  return pick(random, [
    [12, true],
    [88, false],
  ])
    ? tie(random, instance, domain)
    : instance;
}

function someAtoms(random: Random): number {
  return pick(random, [
    [15, () => 2],
    [50, () => random.integer(3, 8)],
    [22, () => random.integer(9, 20)],
    [13, () => random.integer(21, 50)],
  ])();
}

type Family = (random: Random, atoms: number) => bigint[];

function times(count: number, make: (index: number) => bigint): bigint[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Places a special weight at the bottom, at the top or anywhere. */
function place(random: Random, weights: bigint[], special: bigint): bigint[] {
  const last = weights.length - 1;
  weights[
    pick(random, [
      [1, 0],
      [1, last],
      [1, random.integer(0, last)],
    ])
  ] = special;
  return weights;
}

const uniform: Family = (_, atoms) => times(atoms, () => 1n);

const geometric: Family = (random, atoms) => {
  const ratio = pick(random, [
    [2, 2n],
    [1, 3n],
    [1, 10n],
  ]);
  const weights = times(Math.min(atoms, 40), (index) => ratio ** BigInt(index));
  return pick(random, [
    [1, weights],
    [1, weights.toReversed()],
  ]);
};

const spiky: Family = (random, atoms) =>
  place(
    random,
    times(atoms, () => random.bigint(1n, 9n)),
    10n ** random.bigint(1n, 6n),
  );

const twoBlocks: Family = (random, atoms) => {
  const [low, high] = [random.bigint(1n, 1000n), random.bigint(1n, 1000n)];
  const border = random.integer(1, atoms - 1);
  return times(atoms, (index) => (index < border ? low : high));
};

const oneHuge: Family = (random, atoms) =>
  place(
    random,
    times(atoms, () => 1n),
    10n ** random.bigint(6n, 30n),
  );

const tinyTop: Family = (random, atoms) => {
  const size = 10n ** random.bigint(2n, 12n);
  return [...times(atoms - 1, () => random.bigint(size, 9n * size)), random.bigint(1n, 9n)];
};

const small: Family = (random, atoms) => times(atoms, () => random.bigint(1n, 9n));

const hugeDenominator: Family = (random, atoms) => times(atoms, () => random.bigint(1n, 10n ** 30n));

const FAMILIES: readonly (readonly [number, Family])[] = [
  [4, uniform],
  [12, geometric],
  [14, spiky],
  [14, twoBlocks],
  [12, oneHuge],
  [16, tinyTop],
  [18, small],
  [10, hugeDenominator],
];

/** So many atoms that collisions are rare even for n²: the regime in which the formula is accurate. */
function crowd(random: Random, domain: Domain): Instance {
  const n = Math.max(domain.draws, random.integer(2, 3));
  return untied(
    times(random.integer(100, 300), () => random.bigint(2n, 4n)),
    n,
  );
}

function drawsAnywhere(random: Random, domain: Domain): number {
  const low = Math.max(2, domain.draws);
  return pick(random, [
    [20, () => low],
    [40, () => random.integer(low, 16)],
    [22, () => random.integer(17, 128)],
    [18, () => random.integer(129, 1000)],
  ])();
}

/** Anywhere, or around 1/ε_∞, where the best outcome goes from rarely to surely drawn. */
function draws(random: Random, domain: Domain, weights: readonly bigint[]): number {
  if (
    pick(random, [
      [80, true],
      [20, false],
    ])
  )
    return drawsAnywhere(random, domain);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const critical = total / (weights.at(-1) ?? 1n) + random.bigint(-1n, 2n);
  const low = BigInt(Math.max(2, domain.draws));
  return Number(critical < low ? low : critical > 1000n ? 1000n : critical);
}

/** Lets neighbours tie at random, keeping at least the domain's number of levels. */
function tie(random: Random, instance: Instance, domain: Domain): Instance {
  const last = instance.weights.length - 1;
  const spare = Math.max(0, last + 1 - Math.max(2, domain.atoms));
  const joined = new Set(Array.from({ length: Math.min(spare, random.integer(1, 4)) }, () => random.integer(1, last)));
  let level = -1;
  const ranks = instance.weights.map((_, index) => {
    if (!joined.has(index)) level += 1;
    return level;
  });
  return { ...instance, ranks };
}
