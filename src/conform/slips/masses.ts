import { sumOf } from '../../arithmetic/bigint.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { hasTies, type Instance } from '../../claims/instance.ts';
import { nearest } from '../../policy/draws.ts';

/** The masses of an instance in doubles, from the worst to the best, for diagnosis. Nothing is certified with them. */
export interface Masses {
  /** Of the atoms under the reference. */
  readonly p: readonly number[];
  /** Of the atoms under best-of-n. */
  readonly pi: readonly number[];
  /** F_0 = 0, F_1, …, F_K = 1. */
  readonly ends: readonly number[];
}

/** The masses of the atoms: levels, or outcomes where the order breaks ties. */
export function atomMasses(instance: Instance): Masses {
  return massesOf(instance.ties === 'order' ? instance.weights : levelWeights(instance), instance.n);
}

/** The masses of the reward levels. */
export function levelMasses(instance: Instance): Masses {
  return massesOf(levelWeights(instance), instance.n);
}

/** The masses of the outcomes, as if no rewards tied. */
export function outcomeMasses({ weights, n }: Pick<Instance, 'weights' | 'n'>): Masses {
  return massesOf(weights, n);
}

function levelWeights(instance: Instance): readonly bigint[] {
  const { weights, ranks } = instance;
  if (!hasTies(instance)) return weights;
  const levels: bigint[] = [];
  for (const [i, weight] of weights.entries()) levels[ranks[i] as number] = (levels[ranks[i] as number] ?? 0n) + weight;
  return levels;
}

/** By formulas that do not subtract powers. */
function massesOf(weights: readonly bigint[], n: number): Masses {
  const total = sumOf(weights);
  const ends = [0];
  const pi: number[] = [];
  let below = 0n;
  for (const weight of weights) {
    const upTo = below + weight;
    pi.push(Math.exp(n * logOf(upTo, total)) * -Math.expm1(n * logOf(below, upTo)));
    ends.push(share(upTo, total));
    below = upTo;
  }
  return { p: weights.map((weight) => share(weight, total)), pi, ends };
}

function share(part: bigint, whole: bigint): number {
  return nearest(Rational.of(part, whole));
}

/** The logarithm of a share, by its complement where that is the smaller one. */
function logOf(part: bigint, whole: bigint): number {
  return 2n * part < whole ? Math.log(share(part, whole)) : Math.log1p(-share(whole - part, whole));
}

/** Σ a_i log(a_i/b_i), where terms with a_i = 0 are 0. */
export function divergence(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log(x / (b[i] as number))), 0);
}
