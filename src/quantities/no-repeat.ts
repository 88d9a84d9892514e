import { DomainError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** The most samples; the sums take a time in proportion to the samples and the atoms. */
const MAX_SAMPLES = 1000;

/**
 * The probability that no atom is seen twice among m samples: m! Σ_k e_k(p) c^(m−k)/(m−k)!, with e_k the elementary symmetric polynomials of
 * the masses and c the mass of continuous parts, in which nothing repeats.
 *
 * Source: the definition. Guarantee: exact. @throws DomainError unless m is an integer from 1 to 1000.
 */
export function noRepeat({ atoms, total, continuousParts }: FinitePolicy, m: number): Rational {
  if (!Number.isInteger(m) || m < 1 || m > MAX_SAMPLES)
    throw new DomainError(`the number of samples must be an integer from 1 to ${MAX_SAMPLES}, not ${m}`);
  // e[k] over the atoms so far, with weights for masses.
  let e = [1n, ...Array<bigint>(m).fill(0n)];
  let apart = 0n;
  atoms.forEach((weight, i) => {
    if (continuousParts.has(i)) {
      apart += weight;
      return;
    }
    const before = [0n, ...e];
    e = e.map((sum, k) => sum + weight * (before[k] as bigint));
  });
  // m!/(m−k)! e_k c^(m−k), added up.
  const all = BigInt(m);
  let [sum, orders] = [0n, 1n];
  for (const [k, symmetric] of e.entries()) {
    const rest = all - BigInt(k);
    sum += orders * symmetric * apart ** rest;
    orders *= rest;
  }
  return Rational.of(sum, total ** all);
}
