import { printReal } from '../arithmetic/print.ts';
import { difference } from '../arithmetic/real.ts';
import type { Claim, Relation, Side } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { type Instance, instanceToJson } from '../claims/instance.ts';
import type { Typed } from '../conjectures/typed.ts';
import type { Found } from '../search/claim-run.ts';
import type { Counterexample } from './schema.ts';
import { smallestInWords } from './smallest.ts';

/** Significant digits of the enclosures in a counterexample file. */
export const EVIDENCE_DIGITS = 50;

/** A counterexample with everything that can be computed from its instance; null where the instance does not refute the claim. */
export function workOut(
  claim: Claim,
  instance: Instance,
  found: Counterexample['found'],
  typed?: Typed,
): Counterexample | null {
  const { outcome, relation } = decide(claim, instance);
  return outcome === 'refuted' && relation ? describe(claim, instance, relation, found, typed) : null;
}

/** The content of a file for an instance and one of the claim's relations on it, violated or not. */
export function describe(
  claim: Claim,
  instance: Instance,
  { left, is, right }: Relation,
  found: Counterexample['found'],
  typed?: Typed,
): Counterexample {
  return {
    format: 'bonafide-counterexample/2',
    claim: claim.id,
    statement: claim.statement,
    ...(typed && { conjecture: typed }),
    instance: instanceToJson(instance),
    violated: {
      left: side(left),
      is,
      right: side(right),
      margin: printReal(difference(right.value, left.value), EVIDENCE_DIGITS),
    },
    found,
  };
}

function side({ name, value }: Side): Counterexample['violated']['left'] {
  return { name, ...printReal(value, EVIDENCE_DIGITS), exact: value.exact?.toString() ?? null };
}

/** How a search found its counterexample, for the file. */
export function provenance(found: Found): Counterexample['found'] {
  const { by, seed, run, shrinkingSteps } = found;
  return { by, seed, run, shrinkingSteps, smallest: smallestInWords(found) };
}

/** The provenance of a counterexample from samples. */
export const FROM_SAMPLES: Counterexample['found'] = {
  by: 'samples',
  seed: null,
  run: null,
  shrinkingSteps: null,
  smallest: 'as observed',
};
