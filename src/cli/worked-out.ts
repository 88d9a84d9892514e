import type { Claim } from '../claims/claim.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { inThread } from './in-thread.ts';
import type { Settings } from './settings.ts';

/** The content of a counterexample file for an instance, computed on a thread; null where the instance does not refute the claim. */
export function workedOut(
  settings: Pick<Settings, 'modules' | 'signal' | 'stallSeconds' | 'catalogue'>,
  { id }: Claim,
  instance: InstanceJson,
  found: Counterexample['found'],
): Promise<Counterexample | null> {
  const { modules, stallSeconds } = settings;
  const input = { claim: id, module: modules.get(id), instance, found };
  return inThread('counterexample', input, settings, { whose: { claim: id }, stallSeconds });
}
