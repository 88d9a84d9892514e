import { sumOf } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { compareInstances, hasTies, type Instance, untied } from '../claims/instance.ts';

/**
 * Simpler instances that change several things at once: runs of outcomes merged, the order turned round, weights brought to a small total
 * in proportion, and a second policy that keeps its ratios to the first. Each is smaller than the given one.
 */
export function* shrinkFurther(instance: Instance, domain: Domain): Generator<InDomain> {
  if (hasTies(instance) || instance.ties || instance.continuousParts) return;
  for (const candidate of instance.auxiliary ? withOther(instance, instance.auxiliary) : alone(instance)) {
    if (compareInstances(candidate, instance) < 0 && inDomain(candidate, domain)) yield candidate;
  }
}

/** Numbers of draws that are tried where the shape changes, as multiples of n. */
const DRAWS = [1, 2, 4 / 3, 3 / 4, 1 / 2];

function* alone({ weights, n, selection }: Instance): Generator<Instance> {
  const count = weights.length;
  for (let size = count - 1; size >= 2; size >>= 1) {
    for (const from of new Set([0, count - size])) {
      const merged = weights.toSpliced(from, size, sumOf(weights.slice(from, from + size)));
      for (const factor of size === count - 1 ? DRAWS : [1]) yield untied(merged, Math.ceil(n * factor), selection);
    }
  }
  const total = sumOf(weights);
  for (const most of totals(total, BigInt(count))) {
    const light = inProportion(weights, most, 1n);
    for (const some of [light, light.toReversed()]) yield untied(some, n, selection);
  }
}

/** Totals from `least` up, closer together where they are small. */
function* totals(total: bigint, least: bigint): Generator<bigint> {
  for (let most = least; most < total && most < MOST; most += most / 8n + 1n) yield most;
}

const MOST = 10_000n;

/** Integers near given numbers, with about the given total and none below `least`. */
function inProportion(weights: readonly bigint[], most: bigint, least: bigint): bigint[] {
  const total = sumOf(weights);
  return weights.map((weight) => {
    const rounded = (2n * weight * most + total) / (2n * total);
    return rounded < least ? least : rounded;
  });
}

/** Room for the ratios of a second policy. */
const FINE = 1_000_000n;

function* withOther(instance: Instance, auxiliary: readonly bigint[]): Generator<Instance> {
  const { weights } = instance;
  const total = sumOf(weights);
  const count = BigInt(weights.length);
  // The second policy becomes heavier where the first becomes lighter: it keeps its ratios.
  for (const most of totals(total, count)) {
    const light = inProportion(weights, most, 1n);
    const other = light.map((weight, i) => (FINE * weight * (auxiliary[i] as bigint)) / (weights[i] as bigint));
    if (sumOf(other) > 0n) yield { ...instance, weights: light, auxiliary: inProportion(other, FINE, 0n) };
  }
  for (let index = 1; index < weights.length; index += 1) {
    yield {
      ...untied(merged(weights, index), instance.n, instance.selection),
      auxiliary: merged(auxiliary, index),
    };
  }
  for (const most of totals(sumOf(auxiliary), 1n)) {
    const light = inProportion(auxiliary, most, 0n);
    if (sumOf(light) > 0n) yield { ...instance, auxiliary: light };
  }
}

/** Two neighbours as one. */
function merged(weights: readonly bigint[], index: number): bigint[] {
  return weights.toSpliced(index - 1, 2, (weights[index - 1] as bigint) + (weights[index] as bigint));
}
