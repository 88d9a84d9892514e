import { printReal } from '../arithmetic/print.ts';
import { difference } from '../arithmetic/real.ts';
import type { Claim, Relation, Side } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { type Instance, instanceToJson } from '../claims/instance.ts';
import type { Found } from '../search/claim-run.ts';
import type { Counterexample } from './schema.ts';
import { smallestInWords } from './smallest.ts';

/** Significant digits of the enclosures in a counterexample file. */
export const EVIDENCE_DIGITS = 50;

/** A counterexample with everything that can be worked out from its instance; null when the instance refutes nothing. */
export function workOut(claim: Claim, instance: Instance, found: Counterexample['found']): Counterexample | null {
  const { outcome, relation } = decide(claim, instance);
  return outcome === 'refuted' && relation ? describe(claim, instance, relation, found) : null;
}

/** What a file says of an instance and one of the claim's relations on it, refuted or not. */
export function describe(
  claim: Claim,
  instance: Instance,
  { left, is, right }: Relation,
  found: Counterexample['found'],
): Counterexample {
  return {
    format: 'bonafide-counterexample/1',
    claim: claim.id,
    statement: claim.statement,
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

/** How a search came by its counterexample, for the file. */
export function provenance(found: Found): Counterexample['found'] {
  const { by, seed, run, shrinkingSteps } = found;
  return { by, seed, run, shrinkingSteps, smallest: smallestInWords(found) };
}

/** The counterexample of a real policy. */
export const FROM_SAMPLES: Counterexample['found'] = {
  by: 'samples',
  seed: null,
  run: null,
  shrinkingSteps: null,
  smallest: 'as observed',
};
