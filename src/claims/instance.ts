import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';

/** One input of a claim: a policy by integer weights and reward levels, and a number of draws. */
export interface Instance {
  readonly weights: readonly bigint[];
  /** Reward levels, nondecreasing from 0; 0, 1, 2, … where nothing ties. */
  readonly ranks: readonly number[];
  readonly n: number;
}

/** The instance with all rewards distinct. */
export function untied(weights: readonly bigint[], n: number): Instance {
  return { weights, ranks: weights.map((_, index) => index), n };
}

export function hasTies({ ranks }: Instance): boolean {
  return ranks.length > 0 && ranks.at(-1) !== ranks.length - 1;
}

/** Number of levels: the atoms that best-of-n orders under random tie-breaking. */
export function atomCount({ ranks }: Instance): number {
  return (ranks.at(-1) ?? -1) + 1;
}

export function policyOf({ weights, ranks }: Instance): FinitePolicy {
  return FinitePolicy.fromRanked(weights, ranks);
}

/** Names the instance: equal for equal instances only. */
export function instanceKey(instance: Instance): string {
  const { weights, ranks, n } = instance;
  const tied = hasTies(instance);
  return `${weights.join(',')};${tied ? ranks.join(',') : ''};${n}`;
}

/** The order in which "smallest" is meant: total weight, K, n, then lexicographic in weights and levels. */
export function compareInstances(a: Instance, b: Instance): number {
  const total = (x: Instance): bigint => x.weights.reduce((s, w) => s + w, 0n);
  const pairs: [bigint | number, bigint | number][] = [
    [total(a), total(b)],
    [a.weights.length, b.weights.length],
    [a.n, b.n],
    ...a.weights.map((weight, i): [bigint, bigint] => [weight, b.weights[i] ?? 0n]),
    ...a.ranks.map((rank, i): [number, number] => [-rank, -(b.ranks[i] ?? 0)]),
  ];
  const difference = pairs.find(([x, y]) => x !== y);
  return difference === undefined ? 0 : difference[0] < difference[1] ? -1 : 1;
}

/** An instance as JSON: integers as strings, levels only where something ties. */
export interface InstanceJson {
  readonly weights: string[];
  readonly ranks?: number[] | undefined;
  readonly n: number;
}

export function instanceToJson(instance: Instance): InstanceJson {
  const weights = instance.weights.map(String);
  return hasTies(instance) ? { weights, ranks: [...instance.ranks], n: instance.n } : { weights, n: instance.n };
}

/** @throws InputError when the weights, levels or n are not an instance. */
export function instanceFromJson({ weights, ranks, n }: InstanceJson): Instance {
  const bad = weights.find((weight) => !/^[1-9]\d*$/.test(weight));
  if (bad !== undefined) throw new InputError(`the weight ${JSON.stringify(bad)} is not a positive integer`);
  const instance = { ...untied(weights.map(BigInt), n), ...(ranks && { ranks }) };
  const steps = instance.ranks.every((rank, i) => rank === 0 || rank - (instance.ranks[i - 1] ?? 0) <= 1);
  if (!steps || instance.ranks[0] !== 0) throw new InputError('the ranks must start at 0 and grow by 0 or 1');
  policyOf(instance);
  return instance;
}
