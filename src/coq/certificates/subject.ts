import { bitLength } from '../../arithmetic/bigint.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { bestOfNAt, hasTies, type Instance } from '../../claims/instance.ts';
import { InputError } from '../../policy/errors.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';

/** Up to this many bits in the powers of all outcomes, rational arithmetic in the kernel takes seconds. */
const MAX_BITS = 2_000;
const LIGHT_BITS = 60;

/** The policy and n of a certificate. */
export interface Subject {
  readonly q: BestOfN;
  /** K and n. */
  readonly outcomes: number;
  readonly draws: number;
  readonly masses: readonly Rational[];
  /** Whether the kernel can compute it without its virtual machine, which the embedded Coq lacks. */
  readonly isLight: boolean;
}

/** @throws InputError for what the definitions of the proofs cannot express, or the kernel cannot compute in reasonable time. */
export function subjectOf(instance: Instance, file: string): Subject {
  const refuse = (why: string): never => {
    throw new InputError(`${file}: it cannot be certified, because ${why}`);
  };
  if (!Number.isInteger(instance.n)) refuse(`n = ${instance.n} is not an integer`);
  if ((instance.continuousParts ?? []).length > 0) refuse('it has continuous parts');
  if (hasTies(instance)) refuse('it has rewards that tie');
  const q = bestOfNAt(instance);
  const { weights, total } = q.policy;
  const bits = weights.length * q.n * bitLength(total);
  if (bits > MAX_BITS) refuse(`it is too large: its exact probabilities take ${bits} bits, more than ${MAX_BITS}`);
  const masses = weights.map((weight) => Rational.of(weight, total).reduced());
  return { q, outcomes: weights.length, draws: q.n, masses, isLight: bits <= LIGHT_BITS };
}
