import { bitLength } from '../../arithmetic/bigint.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { bestOfNAt, hasTies, type Instance } from '../../claims/instance.ts';
import { InputError } from '../../policy/errors.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';

/** Up to so many bits in the powers of all outcomes, rational arithmetic in the kernel takes seconds. */
const MOST_BITS = 2_000;
const LIGHT_BITS = 60;

/** One policy and one n, as a certificate speaks of them. */
export interface Subject {
  readonly q: BestOfN;
  /** K and n. */
  readonly outcomes: number;
  readonly draws: number;
  readonly masses: readonly Rational[];
  /** The kernel computes it without its virtual machine, which the embedded Coq has not. */
  readonly isLight: boolean;
}

/** @throws InputError for what the vocabulary of the proofs cannot say, or the kernel not compute in good time. */
export function subjectOf(instance: Instance, file: string): Subject {
  const refuse = (why: string): never => {
    throw new InputError(`${file}: it cannot be certified, because ${why}`);
  };
  if (!Number.isInteger(instance.n)) refuse(`n = ${instance.n} is no integer`);
  if ((instance.stretches ?? []).length > 0) refuse('it has stretches without atoms');
  if (hasTies(instance)) refuse('rewards tie in it');
  const q = bestOfNAt(instance);
  const { outcomes, total } = q.policy;
  const bits = outcomes.length * q.n * bitLength(total);
  if (bits > MOST_BITS) refuse(`it is too large: its exact probabilities take ${bits} bits, more than ${MOST_BITS}`);
  const masses = outcomes.map((weight) => Rational.of(weight, total).reduced());
  return { q, outcomes: outcomes.length, draws: q.n, masses, isLight: bits <= LIGHT_BITS };
}
