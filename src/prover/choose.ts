import type { Checker, CheckerName } from './checker.ts';
import { coqc } from './coqc.ts';
import { embedded } from './embedded.ts';

/** The versions of Coq that print what the manifest records. */
const KNOWN = /^Coq 8\.(16|17)\b/;

/** The checkers that a choice names. By default the one that is installed, where its version is known, otherwise the embedded one. */
export async function chooseCheckers(choice: CheckerName | 'both' | undefined): Promise<Checker[]> {
  if (choice === 'both') return [coqc(), embedded()];
  if (choice !== undefined) return [choice === 'coqc' ? coqc() : embedded()];
  const installed = coqc();
  return [KNOWN.test((await installed.version()) ?? '') ? installed : embedded()];
}
