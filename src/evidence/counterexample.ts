import { printReal } from '../arithmetic/print.ts';
import { difference } from '../arithmetic/real.ts';
import type { Found } from '../campaign/claim-run.ts';
import type { Claim, Quantity, Relation } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { hasTies, type Instance, instanceToJson, quantitiesOf } from '../claims/instance.ts';
import type { Counterexample } from './schema.ts';

/** Significant digits of the enclosures in a counterexample file. */
export const EVIDENCE_DIGITS = 50;

/** A counterexample with everything that can be worked out from its instance; null when the instance refutes nothing. */
export function workOut(claim: Claim, instance: Instance, found: Counterexample['found']): Counterexample | null {
  const { outcome, relation } = decide(claim, quantitiesOf(instance));
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

function side({ name, value }: Quantity): Counterexample['violated']['left'] {
  return { name, ...printReal(value, EVIDENCE_DIGITS), exact: value.exact?.toString() ?? null };
}

/** How a search came by its counterexample, for the file. */
export function provenance(found: Found): Counterexample['found'] {
  const { by, seed, run, shrinkingSteps } = found;
  return { by, seed, run, shrinkingSteps, smallest: smallestInWords(found) };
}

function smallestInWords({ leastOf, isCutShort }: Found): string {
  if (!leastOf && isCutShort) return 'shrunk: there were too many simplifications to try them all';
  if (!leastOf) return 'shrunk: no single simplification of it refutes the claim';
  if (leastOf.tried === 0) return 'exhaustive: the claim speaks of no smaller policy';
  return `exhaustive: none of the ${leastOf.tried} smaller policies without ties, n ≤ ${leastOf.maxDraws}, refutes the claim`;
}

/** The counterexample of a real policy. */
export const FROM_SAMPLES: Counterexample['found'] = {
  by: 'samples',
  seed: null,
  run: null,
  shrinkingSteps: null,
  smallest: 'as observed',
};

const SHORT_NAME = 48;

/** A file name that says what the instance is, the same for the same instance. */
export function fileName(instance: Instance): string {
  const { weights, ranks, n } = instance;
  const ties = hasTies(instance) ? `.levels-${ranks.join('-')}` : '';
  const full = `weights-${weights.join('-')}${ties}.n-${n}`;
  return full.length <= SHORT_NAME ? `${full}.json` : `atoms-${weights.length}.n-${n}.${fingerprint(full)}.json`;
}

/** FNV-1a over the text, in hexadecimal: short names for long instances. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}
