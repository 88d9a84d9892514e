import type { Domain } from '../claims/domain.ts';
import { type Instance, instanceKey, untied } from '../claims/instance.ts';
import { everyInstance } from '../search/every-instance.ts';
import { generate } from '../search/generate.ts';
import { seeded } from '../search/random.ts';

/** Totals and draws go this far beyond the least of the domain. */
const MORE_TOTAL = 4;
const MORE_DRAWS = 4;
const MAX_AUXILIARY = 2;
/** Generated policies have at most this many atoms, or as many as the domain requires, and draws this far beyond its least. */
const GENERATED = 120;
const SOME_ATOMS = 8;
const SOME_DRAWS = 60;
/** Lighter weights than those of the search: a few digits show whether two formulas differ. */
const DIGITS = 13;
/** So many equal outcomes that Σ p³ is far below Σ p². */
const CROWD = 100;
const MANY_DRAWS = [200, 1_000];
const FEW_ATOMS = [[1n], [1n, 1n], [1n, 2n, 3n], [1n, 1_000n], [1_000n, 1n]];
/** The other instances together have at most about this many atoms, so that domains of large K cost no more than others. */
const MAX_ATOMS = 3_000;

/**
 * Instances of a domain on which two formulas are compared: generated ones, then the small ones, the largest of these first, since those
 * of one atom or one draw tell nothing apart. The same for equal domains.
 */
export function sharedInstances(domain: Domain): Instance[] {
  const { atoms, maxAtoms = Number.POSITIVE_INFINITY, draws, maxDraws = Number.POSITIVE_INFINITY } = domain;
  const limited: Domain = {
    ...domain,
    maxAtoms: Math.min(maxAtoms, Math.max(atoms, SOME_ATOMS)),
    maxDraws: Math.min(maxDraws, draws + SOME_DRAWS),
  };
  const scale = {
    maxTotal: atoms + MORE_TOTAL,
    maxDraws: draws + MORE_DRAWS,
    maxAuxiliary: domain.auxiliary ? MAX_AUXILIARY : null,
    grid: [],
  };
  const small = [...within(everyInstance(limited, scale), MAX_ATOMS / 2)];
  const all = [...within(generated(limited), MAX_ATOMS / 2), ...small.reverse(), ...farOut(domain)];
  return [...new Map(all.map((instance) => [instanceKey(instance), instance])).values()];
}

/** Many equal outcomes, and few outcomes with many draws: an inequality between the others can end far from them. */
function* farOut(domain: Domain): Generator<Instance> {
  const { draws, selection } = domain;
  const crowd = Array.from({ length: CROWD }, () => 1n);
  for (const n of [draws, draws + 1, 2 * draws + 6]) yield untied(crowd, n, selection);
  for (const n of MANY_DRAWS) for (const weights of FEW_ATOMS) yield untied(weights, n, selection);
}

function* generated(domain: Domain): Generator<Instance> {
  const random = seeded('instances that formulas share');
  for (let i = 0; i < GENERATED; i += 1) yield generate(random, domain, { digits: DIGITS, noManyAtoms: true });
}

function* within(instances: Iterable<Instance>, most: number): Generator<Instance> {
  let atoms = 0;
  for (const instance of instances) {
    atoms += instance.weights.length;
    if (atoms > most) return;
    yield instance;
  }
}
