/**
 * The quantities of best-of-n by their definitions, on fixed point at 384 bits: theory and kernels are not used.
 *
 * Error: powers F^n are low by less than 2n ≤ 2^31 units; a term π log(π/p) errs by less than (1 + |log|)·2^33 and π by what the
 * logarithm errs by. Terms with π < 2^−250 are left out: each is below 2^−240, as x|log x| is for x = F_i^n. So sums over K ≤ 2^10 atoms
 * are within 2^−229 of the true ones, whatever the policy, and differences of two of them too.
 */
import { logarithm } from './logarithm.ts';

export const BITS = 384;
export const ERROR = 1n << BigInt(BITS - 228);

const SHIFT = BigInt(BITS);
const ONE = 1n << SHIFT;
const NEGLIGIBLE = 1n << BigInt(BITS - 250);

export interface Instance {
  /** Weights of the outcomes, from worst to best. */
  readonly weights: readonly bigint[];
  readonly n: number;
  /** Their reward levels, where some tie. */
  readonly ranks?: readonly number[];
}

interface Atom {
  readonly weight: bigint;
  readonly probability: bigint;
  /** F_{i−1} + F_i */
  readonly ends: bigint;
}

/** F^n, F in units of 2^−BITS, from the top bit of n down. */
function power(F: bigint, n: number): bigint {
  let result = F;
  for (let bit = 31 - Math.clz32(n) - 1; bit >= 0; bit -= 1) {
    result = (result * result) >> SHIFT;
    if (((n >>> bit) & 1) === 1) result = (result * F) >> SHIFT;
  }
  return result;
}

function law(weights: readonly bigint[], n: number): { readonly atoms: readonly Atom[]; readonly total: bigint } {
  const total = weights.reduce((a, b) => a + b, 0n);
  let [sum, F, powerOfF] = [0n, 0n, 0n];
  const atoms = weights.map((weight) => {
    const below = { F, powerOfF };
    sum += weight;
    F = (sum << SHIFT) / total;
    powerOfF = power(F, n);
    return { weight, probability: powerOfF - below.powerOfF, ends: F + below.F };
  });
  return { atoms, total };
}

/** The weights of the levels. */
export function levels({ weights, ranks }: Instance): readonly bigint[] {
  if (!ranks) return weights;
  const sums: bigint[] = [];
  for (const [i, weight] of weights.entries()) {
    const rank = ranks[i] as number;
    sums[rank] = (sums[rank] ?? 0n) + weight;
  }
  return sums;
}

/** KL(π‖p) = Σ π log(π/p) */
export function kl(instance: Instance): bigint {
  if (instance.n === 1) return 0n;
  const { atoms, total } = law(levels(instance), instance.n);
  let sum = 0n;
  for (const { weight, probability } of atoms) {
    if (probability < NEGLIGIBLE) continue;
    sum += (probability * logarithm(probability * total, weight << SHIFT, BITS)) >> SHIFT;
  }
  return sum;
}

/** W = Σ π (F_{i−1} + F_i)/2 */
export function winRate(instance: Instance): bigint {
  const { atoms } = law(levels(instance), instance.n);
  return atoms.reduce((sum, { probability, ends }) => sum + ((probability * ends) >> (SHIFT + 1n)), 0n);
}

/** D̃_n = log n − (n−1)/n */
export function formula(n: number): bigint {
  return logarithm(BigInt(n), 1n, BITS) - (BigInt(n - 1) << SHIFT) / BigInt(n);
}

/** D̂_n(w/total) */
function estimator(weight: bigint, total: bigint, n: number): bigint {
  if (weight === total) return 0n;
  const missed = power(((total - weight) << SHIFT) / total, n);
  const seen = ONE - missed;
  let value = seen === 0n ? 0n : (seen * logarithm(seen * total, weight << SHIFT, BITS)) >> SHIFT;
  if (missed >= NEGLIGIBLE) {
    const bracket = formula(n) + BigInt(n - 1) * logarithm(total - weight, total, BITS);
    value += (missed * bracket) >> SHIFT;
  }
  return value;
}

/** Σ over outcomes of π(y) D̂_n(p(y)), π(y) the outcome's share of its level's. */
export function estimatorMean(instance: Instance): bigint {
  const { weights, n, ranks } = instance;
  if (n === 1) return 0n;
  const { atoms, total } = law(levels(instance), n);
  const known = new Map<bigint, bigint>();
  let sum = 0n;
  for (const [y, weight] of weights.entries()) {
    const atom = atoms[ranks ? (ranks[y] as number) : y] as Atom;
    let value = known.get(weight);
    if (value === undefined) {
      value = estimator(weight, total, n);
      known.set(weight, value);
    }
    sum += (atom.probability * weight * value) / (atom.weight << SHIFT);
  }
  return sum;
}

/** D̃_n − KL */
export function gap(instance: Instance): bigint {
  return instance.n === 1 ? 0n : formula(instance.n) - kl(instance);
}
