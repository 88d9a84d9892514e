import { decide } from '../../../src/claims/decide.ts';
import { type Instance, instanceToJson } from '../../../src/claims/instance.ts';
import { conjectureOf, idOf } from '../../../src/conjectures/conjecture.ts';
import { type Certificate, certificateOf } from '../../../src/coq/certificates/certificate.ts';

/** The certificate that a typed conjecture is false on an instance. */
export function certified(text: string, instance: Instance, given: string | null = null): Certificate {
  const { claim } = conjectureOf({ id: idOf(text), text, for: given, selection: 'best-of-n' });
  const { outcome, relation } = decide(claim, instance);
  if (outcome !== 'refuted' || !relation) throw new Error(`${text} is ${outcome} there`);
  return certificateOf(claim, instanceToJson(instance), relation, 'x.json');
}
