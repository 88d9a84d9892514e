import { gcd, sumOf } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import type { Instance } from '../claims/instance.ts';
import { grid, lists, upwards } from './exhaust.ts';

/** How far an enumeration goes. */
export interface Scale {
  readonly maxTotal: number;
  readonly maxDraws: number;
  /** Largest total of the auxiliary weights; null where instances have none. */
  readonly maxAuxiliary: number | null;
  /** Where the weights have a total above 3: the largest total of both together; no limit where it is left out. */
  readonly maxBoth?: number;
  /** Beyond `maxTotal`: for each number of atoms, every list of weights up to `maxWeight`. */
  readonly grid: readonly { readonly atoms: number; readonly maxWeight: number }[];
}

const MAX_DRAWS = 8;
/** Where n is real, each unit interval has eight values of n. */
const MAX_REAL_DRAWS = 3;
const MAX_AUXILIARY = 3;
/** Where there are auxiliary weights, they matter more than n. */
const MAX_DRAWS_WITH_AUXILIARY = 3;

/**
 * The scale for a domain. Three atoms have weights up to `maxWeight`, two atoms up to twice that, four atoms up to half.
 * Ties, continuous parts and auxiliary weights multiply the instances of a policy: they lower the total by 2 and halve the weights.
 * Real n halves the weights too.
 */
export function scaleOf(domain: Domain, maxTotal: number, maxWeight = 0): Scale {
  const multiplied = domain.ties || domain.continuousParts || domain.auxiliary;
  const most = Math.floor(maxWeight / (multiplied || domain.realDraws ? 2 : 1));
  return {
    maxTotal: multiplied ? maxTotal - 2 : maxTotal,
    maxDraws: domain.realDraws ? MAX_REAL_DRAWS : domain.auxiliary ? MAX_DRAWS_WITH_AUXILIARY : MAX_DRAWS,
    maxAuxiliary: domain.auxiliary ? MAX_AUXILIARY : null,
    grid: [
      { atoms: 2, maxWeight: 2 * most },
      { atoms: 3, maxWeight: most },
      { atoms: 4, maxWeight: Math.floor(most / 2) },
    ].filter(
      ({ atoms, maxWeight: heaviest }) => heaviest > 0 && atoms >= domain.atoms && atoms <= (domain.maxAtoms ?? atoms),
    ),
  };
}

/** A scale for conjectures with a second policy: fewer policies, each with more of the second kind. */
export function withOtherPolicies(scale: Scale): Scale {
  return { ...scale, maxAuxiliary: MAX_OTHER, maxBoth: MAX_BOTH, grid: [] };
}

const MAX_OTHER = 24;
const MAX_BOTH = 12;
/** Policies of so small a total get all second policies. */
const TINY_TOTAL = 3;

function othersOf({ weights }: Instance, maxAuxiliary: number, maxBoth: number): number {
  const total = Number(sumOf(weights));
  return total <= TINY_TOTAL ? maxAuxiliary : Math.min(maxAuxiliary, maxBoth - total);
}

/** Every instance of a domain up to a scale. Weights have no common divisor, so that each policy comes once. */
export function* everyInstance(domain: Domain, scale: Scale): Generator<InDomain> {
  const { maxAuxiliary, maxBoth = Number.POSITIVE_INFINITY } = scale;
  for (const plain of plainInstances(domain, scale)) {
    if (plain.weights.reduce(gcd) !== 1n) continue;
    for (const tied of domain.ties ? withTies(plain) : [plain]) {
      for (const mixed of domain.atomless
        ? [withoutAtoms(tied)]
        : domain.continuousParts
          ? withContinuousParts(tied)
          : [tied]) {
        for (const whole of maxAuxiliary === null
          ? [mixed]
          : withOthers(mixed, othersOf(plain, maxAuxiliary, maxBoth))) {
          if (inDomain(whole, domain)) yield whole;
        }
      }
    }
  }
}

function* plainInstances(domain: Domain, { maxTotal, maxDraws, grid: sizes }: Scale): Generator<Instance> {
  yield* upwards(domain, maxTotal, maxDraws);
  for (const size of sizes) yield* grid(domain, size, { beyond: maxTotal, maxDraws });
}

/** Every way in which neighbours can tie, with at least one tied pair. */
function* withTies(instance: Instance): Generator<Instance> {
  for (const joined of subsets(instance.weights.length - 1)) {
    let level = 0;
    const ranks = instance.weights.map((_, index) => {
      if (index > 0 && !joined.includes(index - 1)) level += 1;
      return level;
    });
    yield { ...instance, ranks };
  }
}

function withoutAtoms(instance: Instance): Instance {
  return { ...instance, continuousParts: instance.weights.map((_, index) => index) };
}

function* withContinuousParts(instance: Instance): Generator<Instance> {
  for (const continuousParts of subsets(instance.weights.length)) yield { ...instance, continuousParts };
}

/** The non-empty subsets of 0 … size − 1. */
function* subsets(size: number): Generator<number[]> {
  const all = Array.from({ length: size }, (_, index) => index);
  for (let mask = 1; mask < 2 ** size; mask += 1) yield all.filter((index) => (mask >> index) & 1);
}

function* withOthers(instance: Instance, maxTotal: number): Generator<Instance> {
  for (const other of lists(instance.weights.length, 0, (sum) => maxTotal - sum)) {
    if (other.some((weight) => weight > 0)) yield { ...instance, auxiliary: other.map(BigInt) };
  }
}
