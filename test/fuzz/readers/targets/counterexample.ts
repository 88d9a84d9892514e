import { instanceFromJson, instanceKey, instanceToJson } from '../../../../src/claims/instance.ts';
import { conjectureOf } from '../../../../src/conjectures/conjecture.ts';
import { fileName } from '../../../../src/evidence/file-name.ts';
import { counterexampleSchema } from '../../../../src/evidence/schema.ts';
import { parseAs } from '../../../../src/io/read-text.ts';
import { instanceInWords } from '../../../../src/report/words.ts';
import { attempted, FILE, holds, same, textOf } from '../target.ts';

/** Files of counterexamples: an instance is the same after it was written, and its file name is a name and no path. */
export function fuzz(bytes: Uint8Array): void {
  const stored = attempted(() => parseAs(counterexampleSchema, textOf(bytes), FILE));
  if (!stored) return;
  const { conjecture, claim } = stored;
  if (conjecture) attempted(() => conjectureOf({ ...conjecture, id: claim }), /^(?:column \d+|--for )/);
  const instance = attempted(() => instanceFromJson(stored.instance), /./);
  if (!instance) return;
  const again = instanceFromJson(instanceToJson(instance));
  same('another instance after it was written', instanceKey(again), instanceKey(instance));
  holds('the file name is no name', /^[a-z][a-z0-9.+-]{0,120}\.json$/.test(fileName(instance)));
  holds('the words have several lines', !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(instanceInWords(stored.instance)));
}
