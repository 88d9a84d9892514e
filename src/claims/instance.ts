import { sumOf } from '../arithmetic/bigint.ts';
import { MAX_DIGITS } from '../arithmetic/rational.ts';
import { exactDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { Evaluation } from '../quantities/evaluation.ts';
import { hasRule, limitsOf, ruleOf, SELECTIONS } from '../selection/families.ts';
import { valuesOf } from './instance-fields.ts';
import type { InstanceJson, OtherSelection } from './instance-schema.ts';

/** One input of a claim: a policy, given by integer weights and reward levels, and a number of draws. */
export interface Instance {
  /** Weights ≥ 1 of the outcomes, from the lowest reward to the highest. */
  readonly weights: readonly bigint[];
  /** Reward levels, nondecreasing from 0; 0, 1, 2, … where nothing ties. */
  readonly ranks: readonly number[];
  /** An integer; for claims about real n also a binary fraction. */
  readonly n: number;
  /** Ties are broken by the listed order; at random where it is left out. */
  readonly ties?: 'order';
  /** Indices of the outcomes that stand for continuous parts, increasing. */
  readonly continuousParts?: readonly number[];
  /** Auxiliary weights ≥ 0, for claims that compare with another policy. */
  readonly auxiliary?: readonly bigint[];
  /** The selection rule, with parameter n; best-of-n where it is left out. */
  readonly selection?: OtherSelection;
}

/** The instance with all rewards distinct. */
export function untied(weights: readonly bigint[], n: number, selection?: OtherSelection): Instance {
  return { weights, ranks: weights.map((_, index) => index), n, ...(selection && { selection }) };
}

export function hasTies({ ranks }: Instance): boolean {
  return ranks.length > 0 && ranks.at(-1) !== ranks.length - 1;
}

/** Number of reward levels, which are the atoms of best-of-n under random tie-breaking. */
export function atomCount({ ranks }: Instance): number {
  return (ranks.at(-1) ?? -1) + 1;
}

export function policyOf({ weights, ranks, ties, continuousParts = [] }: Instance): FinitePolicy {
  return FinitePolicy.fromRanked(weights, ranks, { ties: ties ?? 'level', continuousParts });
}

/**
 * The quantities that claims compare. They share no mutable data with the instance, so that a claim cannot change it.
 * @throws InputError when n is out of range.
 */
export function quantitiesOf(instance: Instance): Evaluation {
  const { n, selection, auxiliary } = instance;
  const policy = policyOf(instance);
  return selection
    ? new Evaluation(policy, ruleOf(selection, exactDraws(n)), auxiliary)
    : new BestOfN(policy, n, auxiliary);
}

/** The same, for best-of-n only. @throws InputError for another selection, and as `quantitiesOf`. */
export function bestOfNAt({ selection, ...instance }: Instance): BestOfN {
  if (selection)
    throw new InputError(`only best-of-n is supported here, and the selection of the instance is ${selection}`);
  return new BestOfN(policyOf(instance), instance.n, instance.auxiliary);
}

/** A key for the instance. Different instances have different keys. */
export function instanceKey(instance: Instance): string {
  const common = `${instance.weights.join()};${hasTies(instance) ? instance.ranks.join() : ''};${instance.n}`;
  // Most instances have no other fields, and every generated instance needs a key.
  if (!instance.ties && !instance.continuousParts && !instance.auxiliary && !instance.selection) return common;
  const { ties, continuousParts, auxiliary, selection } = valuesOf(instance);
  return [common, ties, continuousParts, auxiliary, ...(selection.length > 0 ? [selection] : [])].map(String).join(';');
}

/**
 * The order that defines "smallest": total weight, number of outcomes, total auxiliary weight, n, then lexicographic in weights, levels,
 * continuous parts and auxiliary weights, then order of ties and selection.
 */
export function compareInstances(a: Instance, b: Instance): number {
  const [whole, otherWhole] = [sumOf(a.weights), sumOf(b.weights)];
  if (whole !== otherWhole) return whole < otherWhole ? -1 : 1;
  const pairs: [bigint | number, bigint | number][] = [
    [a.weights.length, b.weights.length],
    [sumOf(a.auxiliary ?? []), sumOf(b.auxiliary ?? [])],
    [a.n, b.n],
    ...a.weights.map((weight, i): [bigint, bigint] => [weight, b.weights[i] ?? 0n]),
    ...a.ranks.map((rank, i): [number, number] => [-rank, -(b.ranks[i] ?? 0)]),
    [a.continuousParts?.length ?? 0, b.continuousParts?.length ?? 0],
    ...(a.continuousParts ?? []).map((index, i): [number, number] => [index, b.continuousParts?.[i] ?? 0]),
    ...(a.auxiliary ?? []).map((weight, i): [bigint, bigint] => [weight, b.auxiliary?.[i] ?? 0n]),
    [a.ties ? 1 : 0, b.ties ? 1 : 0],
    [SELECTIONS.indexOf(a.selection ?? 'best-of-n'), SELECTIONS.indexOf(b.selection ?? 'best-of-n')],
  ];
  const difference = pairs.find(([x, y]) => x !== y);
  return difference === undefined ? 0 : difference[0] < difference[1] ? -1 : 1;
}

export function instanceToJson(instance: Instance): InstanceJson {
  const { weights, ranks, n, ties, continuousParts, auxiliary, selection } = instance;
  return {
    weights: weights.map(String),
    ...(hasTies(instance) && { ranks: [...ranks] }),
    n,
    ...(ties && { ties }),
    ...(continuousParts && continuousParts.length > 0 && { continuousParts: [...continuousParts] }),
    ...(auxiliary && { auxiliary: auxiliary.map(String) }),
    ...(selection && { selection }),
  };
}

/** @throws InputError where the fields do not form an instance. */
export function instanceFromJson({
  weights,
  ranks,
  n,
  ties,
  continuousParts,
  auxiliary,
  selection,
}: InstanceJson): Instance {
  const bad = weights.find((weight) => !/^[1-9]\d*$/.test(weight));
  if (bad !== undefined) throw new InputError(`the weight ${shortened(bad)} is not a positive integer`);
  const badAuxiliary = auxiliary?.find((weight) => !/^(0|[1-9]\d*)$/.test(weight));
  if (badAuxiliary !== undefined)
    throw new InputError(`the auxiliary weight ${shortened(badAuxiliary)} is not a nonnegative integer`);
  const long = [...weights, ...(auxiliary ?? [])].find(({ length }) => length > MAX_DIGITS);
  if (long !== undefined) throw new InputError(`the weight ${shortened(long)} has more than ${MAX_DIGITS} digits`);
  if (auxiliary && auxiliary.length !== weights.length) {
    throw new InputError(`${weights.length} weights need one auxiliary weight each, not ${auxiliary.length}`);
  }
  const instance: Instance = {
    ...untied(weights.map(BigInt), n),
    ...(ranks && { ranks }),
    ...(ties && { ties }),
    ...(continuousParts && { continuousParts }),
    ...(auxiliary && { auxiliary: auxiliary.map(BigInt) }),
    ...(selection && { selection }),
  };
  const steps = instance.ranks.every((rank, i) => rank - (instance.ranks[i - 1] ?? 0) <= 1);
  if (!steps || instance.ranks[0] !== 0) throw new InputError('the ranks must start at 0 and grow by 0 or 1');
  const listed = continuousParts ?? [];
  const isSet = listed.every((index, i) => index > (listed[i - 1] ?? -1) && index < weights.length);
  if (!isSet)
    throw new InputError(
      `the continuous parts must be increasing indices of outcomes, from 0 to at most ${weights.length - 1}`,
    );
  if (ties && !hasTies(instance)) throw new InputError('an order that breaks ties is given, but no rewards tie');
  if (selection && !hasRule(selection, n)) throw new InputError(`${limitsOf(selection)}, not ${n}`);
  quantitiesOf(instance);
  return instance;
}

function shortened(weight: string): string {
  return JSON.stringify(weight.length > 40 ? `${weight.slice(0, 40)}…` : weight);
}
