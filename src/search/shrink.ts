import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { hasTies, type Instance, untied } from '../claims/instance.ts';
import { leastDraws } from '../claims/least-instance.ts';
import { COARSE_STEP } from './clamp-to-domain.ts';

/** Simpler instances of the same domain, the largest steps first. Each is smaller than the given one, so shrinking ends. */
export function* shrink(instance: Instance, domain: Domain): Generator<InDomain> {
  for (const candidate of simpler(instance, domain)) {
    const simple = hasTies(candidate) ? candidate : withoutOrder(candidate);
    if (inDomain(simple, domain)) yield simple;
  }
}

function* simpler(instance: Instance, domain: Domain): Generator<Instance> {
  const { weights, n, continuousParts, auxiliary, selection } = instance;
  if (hasTies(instance)) yield { ...instance, ranks: weights.map((_, index) => index) };
  if (weights.some((weight) => weight > 1n)) yield { ...instance, weights: weights.map(() => 1n) };
  const halved = weights.map((weight) => (weight + 1n) / 2n);
  if (weights.some((weight) => weight > 2n)) yield { ...instance, weights: halved };
  for (const fewer of new Set([leastDraws(domain), Math.floor(n / 2), ...coarser(n), ...fewerOfMany(n), n - 1])) {
    if (fewer < n && fewer >= 1) yield { ...instance, n: fewer };
  }
  // The most outcomes that can be removed. Without this limit, domains of thousands of atoms would spend seconds to find none.
  const spare = weights.length - domain.atoms;
  for (let size = weights.length >> 1; size >= 1; size >>= 1) {
    if (size > spare) continue;
    for (let from = 0; from + size <= weights.length; from += size) {
      if (!repeatsBefore(instance, from, size)) yield without(instance, from, size);
    }
  }
  for (let index = 1; index < weights.length && spare > 0 && isPlain(instance); index += 1) {
    const [before, weight] = [weights[index - 1] as bigint, weights[index] as bigint];
    // Merges two outcomes. Equal neighbours are skipped.
    if (before !== weight) yield untied(weights.toSpliced(index - 1, 2, before + weight), n, selection);
  }
  for (const index of continuousParts ?? [])
    yield { ...instance, continuousParts: (continuousParts ?? []).filter((i) => i !== index) };
  for (const [index, weight] of weights.entries()) {
    for (const lighter of lighterThan(weight, 1n)) yield { ...instance, weights: weights.with(index, lighter) };
  }
  for (let index = 1; index < weights.length; index += 1) {
    const [before, weight] = [weights[index - 1] as bigint, weights[index] as bigint];
    // The same weights in a lexicographically smaller order.
    if (before > weight) yield { ...instance, weights: weights.with(index - 1, weight).with(index, before) };
  }
  for (const [index, weight] of (auxiliary ?? []).entries()) {
    for (const lighter of lighterThan(weight, 0n))
      yield { ...instance, auxiliary: (auxiliary ?? []).with(index, lighter) };
  }
}

/** For n that is not an integer: the next multiples of coarser steps below it. */
function coarser(n: number): number[] {
  if (Number.isInteger(n)) return [];
  return [1, 1 / 2, 1 / 4, COARSE_STEP].map((step) => Math.floor(n / step) * step);
}

/** For very many draws: n less a quarter, an eighth, …, because steps of one would take long. */
function fewerOfMany(n: number): number[] {
  if (n <= MANY_DRAWS) return [];
  const fewer: number[] = [];
  for (let step = Math.floor(n / 4); step > 1; step = Math.floor(step / 2)) fewer.push(Math.floor(n) - step);
  return fewer;
}

const MANY_DRAWS = 1024;

/** The least weight; then the weight less half of its excess over the least, less a quarter, an eighth, …, and last less 1. */
function lighterThan(weight: bigint, least: bigint): bigint[] {
  const lighter: bigint[] = weight > least ? [least] : [];
  for (let step = (weight - least) / 2n; step > 0n; step /= 2n) lighter.push(weight - step);
  return lighter;
}

/** Drops the rule for ties, for instances without ties. */
function withoutOrder({ ties: _, ...instance }: Instance): Instance {
  return instance;
}

/** Whether an instance consists of weights and n only. */
function isPlain(instance: Instance): boolean {
  return !hasTies(instance) && !instance.ties && !instance.continuousParts && !instance.auxiliary;
}

/** Whether removing a block gives the same as removing the block before it, as among thousands of equal outcomes. */
function repeatsBefore(instance: Instance, from: number, size: number): boolean {
  const { weights } = instance;
  if (from < size || !isPlain(instance)) return false;
  for (let index = from; index < from + size; index += 1) if (weights[index] !== weights[index - size]) return false;
  return true;
}

function without(instance: Instance, from: number, size: number): Instance {
  const { weights, ranks, continuousParts, auxiliary } = instance;
  const left = ranks.toSpliced(from, size);
  let level = -1;
  const renumbered = left.map((rank, index) => {
    if (index === 0 || rank !== left[index - 1]) level += 1;
    return level;
  });
  const kept = continuousParts?.filter((index) => index < from || index >= from + size);
  return {
    ...instance,
    weights: weights.toSpliced(from, size),
    ranks: renumbered,
    ...(kept && { continuousParts: kept.map((index) => (index < from ? index : index - size)) }),
    ...(auxiliary && { auxiliary: auxiliary.toSpliced(from, size) }),
  };
}
