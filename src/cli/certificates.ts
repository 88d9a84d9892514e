import type { Claim } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { instanceFromJson } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { type Certificate, certificateOf } from '../coq/certificates/certificate.ts';
import { isCertifiable } from '../coq/certificates/statements.ts';
import { claimOf, replay } from '../evidence/replay.ts';
import { load } from '../evidence/store.ts';
import { InputError } from '../policy/errors.ts';

/** The file of a counterexample and its certificate. */
export interface Prepared {
  readonly file: string;
  readonly certificate: Certificate;
}

/** Whether the counterexample to a claim can be certified. */
export function isCertifiableOn(claim: Claim, instance: InstanceJson): boolean {
  const { relation } = decide(claim, instanceFromJson(instance));
  try {
    return relation !== null && certificateOf(claim, instance, relation, claim.id).text !== '';
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The certificate of a saved counterexample of one of these claims, or of a typed conjecture. @throws InputError when it refutes nothing or cannot be certified. */
export async function prepare(file: string, claims: readonly Claim[]): Promise<Prepared> {
  const stored = await load(file);
  const claim = await claimOf(stored, claims);
  if (!claim) {
    const named = JSON.stringify(stored.claim);
    throw new InputError(
      `${file}: the catalogue has no claim ${named}; only ${claims.filter(isCertifiable).length} claims of the catalogue, whose statements are written in Coq, can be certified`,
    );
  }
  const { outcome, detail } = await replay(file, claims);
  if (outcome === 'disagrees') throw new InputError(`${file}: it disagrees with its instance: ${detail}`);
  if (outcome === 'not refuted') throw new InputError(`${file}: it refutes nothing: ${detail}`);
  const verdict = decide(claim, instanceFromJson(stored.instance));
  if (!verdict.relation) throw new InputError(`${file}: it refutes no relation of ${stored.claim}`);
  return { file, certificate: certificateOf(claim, stored.instance, verdict.relation, file) };
}
