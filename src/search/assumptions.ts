import { ASSUMPTIONS, type Assumption, type Claim, type Domain, extension } from '../claims/claim.ts';
import { isSilent } from '../claims/decide.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import {
  atomCount,
  hasTies,
  type Instance,
  instanceKey,
  instanceToJson,
  quantitiesOf,
  untied,
} from '../claims/instance.ts';
import { leastInstance } from '../claims/least-instance.ts';
import type { Cell } from './claim-run.ts';
import { clampToDomain } from './clamp-to-domain.ts';
import { lookAt, noOutcomes, refutes } from './findings.ts';
import { generate } from './generate.ts';
import { claimSeed, type Random, seeded } from './random.ts';
import { reduce } from './reduce.ts';

/** Policies of many outcomes show nothing here that policies of few do not. */
const LIMITS = { noManyAtoms: true };

/** The domain for an assumption, and how an ordinary instance is changed so that the assumption fails on it. */
interface Column {
  readonly domain: (domain: Domain) => Domain;
  readonly change: (random: Random, instance: Instance, domain: Domain) => Instance;
}

const same = (_: Random, instance: Instance): Instance => instance;

const COLUMNS: Record<Assumption, Column> = {
  'random-ties': { domain: (domain) => ({ ...domain, ties: true }), change: same },
  'ordered-ties': {
    domain: (domain) => ({ ...domain, ties: true }),
    change: (_, instance) => ({ ...instance, ties: 'order' }),
  },
  'continuous-parts': { domain: (domain) => ({ ...domain, continuousParts: true }), change: same },
  'real-draws': {
    domain: (domain) => ({ ...domain, draws: Math.min(domain.draws, 1), realDraws: true }),
    change: same,
  },
  'one-draw': {
    domain: ({ maxDraws: _, ...domain }) => ({ ...domain, draws: 1 }),
    change: (_, instance) => ({ ...instance, n: 1 }),
  },
  'one-atom': {
    domain: ({ continuousParts: _, atomless: __, ...domain }) => ({ ...domain, atoms: 1 }),
    change: (random, instance, domain) => clampToDomain(random, oneAtom(instance, domain), domain),
  },
};

/** An instance of one level. It has several outcomes where the claim is about ties. */
function oneAtom({ weights, ranks, n }: Instance, { ties }: Domain): Instance {
  return ties ? { weights, ranks: ranks.map(() => 0), n } : untied([1n], n);
}

const ATTEMPTS = 4;

/** Checks a claim where an assumption fails. Checks nothing where the question does not arise. */
export function cellOf(claim: Claim, assumption: Assumption, seed: number, count: number): Cell {
  const declared = extension(claim, assumption);
  const outcomes = noOutcomes();
  const cell = { assumption, declared, instances: 0, silent: 0, outcomes, counterexample: null };
  if (typeof declared === 'object' && 'notApplicable' in declared) return cell;
  const random = seeded(`${claimSeed(seed, claim.id)}/${assumption}`);
  const { domain: widen, change } = COLUMNS[assumption];
  const domain = widen(claim.domain);
  const isRefuted = refutes(claim);
  const witness = typeof declared === 'object' ? declared.witness : null;
  if (witness && belongs(witness, assumption, widenedFor(witness, domain)) && isRefuted(witness)) {
    return { ...cell, instances: 1, outcomes: { ...outcomes, refuted: 1 }, counterexample: instanceToJson(witness) };
  }
  if (!leastInstance(domain)) return cell;
  const seen = new Set<string>();
  let silent = 0;
  let refuting: InDomain | null = null;
  for (let attempt = 0; attempt < ATTEMPTS * count && seen.size - silent < count; attempt += 1) {
    const instance = change(random, generate(random, domain, LIMITS), domain);
    const key = instanceKey(instance);
    if (seen.has(key) || !belongs(instance, assumption, domain)) continue;
    seen.add(key);
    if (isSilent(claim, quantitiesOf(instance))) {
      silent += 1;
      continue;
    }
    const { outcome } = lookAt(claim, instance).verdict;
    outcomes[outcome] += 1;
    if (outcome === 'refuted') refuting ??= instance;
  }
  const isWanted = (instance: InDomain): boolean =>
    belongs(instance, assumption, domain) && !isSilent(claim, quantitiesOf(instance)) && isRefuted(instance);
  const smallest = refuting && reduce(refuting, domain, isWanted).instance;
  return { ...cell, instances: seen.size - silent, silent, counterexample: smallest && instanceToJson(smallest) };
}

/** A declared witness may have continuous parts or a real n in addition. */
function widenedFor({ continuousParts, n }: Instance, domain: Domain): Domain {
  return {
    ...domain,
    ...(continuousParts && { continuousParts: true }),
    ...(!Number.isInteger(n) && { realDraws: true }),
  };
}

/** Whether an instance is in the domain and the assumption fails on it. */
function belongs(instance: Instance, assumption: Assumption, domain: Domain): instance is InDomain {
  if (!inDomain(instance, domain)) return false;
  switch (assumption) {
    case 'continuous-parts':
      return (instance.continuousParts?.length ?? 0) > 0;
    case 'real-draws':
      return !Number.isInteger(instance.n);
    case 'one-draw':
      return instance.n === 1;
    case 'one-atom':
      return atomCount(instance) === 1;
    case 'random-ties':
    case 'ordered-ties':
      return hasTies(instance);
  }
}

/** The cells of a claim's row in the matrix. */
export function cellsOf(claim: Claim, seed: number, count: number): Cell[] {
  if (count === 0) return [];
  return (Object.keys(ASSUMPTIONS) as Assumption[]).map((assumption) => cellOf(claim, assumption, seed, count));
}
