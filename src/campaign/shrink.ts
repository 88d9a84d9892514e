import type { Domain } from '../claims/claim.ts';
import { hasTies, type Instance, untied } from '../claims/instance.ts';
import { inDomain } from './check-instances.ts';

/** Simpler instances of the same domain, the boldest steps first. Every one is smaller, so shrinking ends. */
export function* shrink(instance: Instance, domain: Domain): Generator<Instance> {
  for (const candidate of simpler(instance, domain)) {
    if (candidate.weights.length > 0 && inDomain(candidate, domain)) yield candidate;
  }
}

function* simpler(instance: Instance, domain: Domain): Generator<Instance> {
  const { weights, n } = instance;
  if (hasTies(instance)) yield untied(weights, n);
  if (weights.some((weight) => weight > 1n)) yield { ...instance, weights: weights.map(() => 1n) };
  for (const fewer of new Set([domain.draws, Math.floor(n / 2), n - 1])) {
    if (fewer < n && fewer >= 1) yield { ...instance, n: fewer };
  }
  for (let size = weights.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from + size <= weights.length; from += size) yield without(instance, from, size);
  }
  for (const [index, weight] of weights.entries()) {
    for (const lighter of new Set([1n, weight / 2n, weight - 1n])) {
      if (lighter >= 1n && lighter < weight) yield { ...instance, weights: weights.with(index, lighter) };
    }
  }
}

function without({ weights, ranks, n }: Instance, from: number, size: number): Instance {
  const left = ranks.toSpliced(from, size);
  let level = -1;
  const renumbered = left.map((rank, index) => {
    if (index === 0 || rank !== left[index - 1]) level += 1;
    return level;
  });
  return { weights: weights.toSpliced(from, size), ranks: renumbered, n };
}
