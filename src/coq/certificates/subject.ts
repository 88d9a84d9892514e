import { bitLength } from '../../arithmetic/bigint.ts';
import { Rational } from '../../arithmetic/rational.ts';
import type { CoqNames } from '../../claims/expression/coq-names.ts';
import { bestOfNAt, hasTies, type Instance } from '../../claims/instance.ts';
import { InputError } from '../../policy/errors.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import { Lacking } from './lacking.ts';

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
  if (instance.selection) refuse(`it is about ${instance.selection}`);
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

/**
 * The same policy at another number of draws.
 * @throws Lacking where that is no integer of at least 1, or the kernel would take too long.
 */
export function subjectAt(subject: Subject, draws: Rational): Subject {
  const { num, den } = draws.reduced();
  const n = Number(num);
  if (den !== 1n || n < 1) throw new Lacking(`${draws} draws`);
  if (n === subject.draws) return subject;
  const { weights, total } = subject.q.policy;
  const bits = weights.length * n * bitLength(total);
  if (bits > MAX_BITS) throw new Lacking(`${n} draws from this policy: that takes ${bits} bits, more than ${MAX_BITS}`);
  return { ...subject, q: subject.q.at(draws), draws: n, isLight: bits <= LIGHT_BITS };
}

/** The numbers of outcomes and draws as Coq prints them. */
export function namesIn({ outcomes, draws }: Pick<Subject, 'outcomes' | 'draws'>): CoqNames {
  return {
    outcomes: String(outcomes),
    draws: String(draws),
    times: (factor) => namesIn({ outcomes, draws: factor * draws }),
  };
}
