import { conjectureOf } from '../../../../src/conjectures/conjecture.ts';
import { claimsIn } from '../../../../src/conjectures/file.ts';
import { attempted, FILE, textOf } from '../target.ts';

/** Files of claims, each of which is a conjecture or refused at its line. */
export function fuzz(bytes: Uint8Array): void {
  for (const { typed, places } of attempted(() => claimsIn(textOf(bytes), FILE)) ?? [])
    attempted(() => conjectureOf(typed, places));
}
