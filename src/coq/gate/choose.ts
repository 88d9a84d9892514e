import type { Checker, CheckerName } from './checker.ts';
import { coqc } from './coqc.ts';
import { embedded } from './embedded.ts';

/** The versions of Coq whose printed output agrees with the manifest. */
const KNOWN = /^Coq 8\.(16|17)\b/;

/** The checkers that a choice names. The default is the installed one, if its version is known, otherwise the embedded one. */
export async function chooseCheckers(
  choice: CheckerName | 'both' | undefined,
  signal: AbortSignal,
): Promise<Checker[]> {
  if (choice === 'both') return [coqc(), embedded()];
  if (choice !== undefined) return [choice === 'coqc' ? coqc() : embedded()];
  const installed = coqc();
  const version = (await installed.version(signal)) ?? '';
  return [signal.aborted || KNOWN.test(version) ? installed : embedded()];
}
