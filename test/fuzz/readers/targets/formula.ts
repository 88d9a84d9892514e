import { decide } from '../../../../src/claims/decide.ts';
import { inDomain } from '../../../../src/claims/in-domain.ts';
import { untied } from '../../../../src/claims/instance.ts';
import { type Conjecture, conjectureOf, idOf } from '../../../../src/conjectures/conjecture.ts';
import { statementLatexOf } from '../../../../src/conjectures/latex.ts';
import { SELECTIONS } from '../../../../src/selection/families.ts';
import { attempted, Finding, holds, same, textOf } from '../target.ts';

const PLACE = /^(?:column \d+|--for )/;

/** Conjectures, for a selection that the first byte decides: their LaTeX means the same, and their ids are names. */
export function fuzz(bytes: Uint8Array): void {
  const selection = SELECTIONS[(bytes[0] ?? 0) % SELECTIONS.length] as 'best-of-n';
  const text = textOf(bytes.subarray(1));
  const read = (given: string): Conjecture | null =>
    attempted(() => conjectureOf({ id: 'fuzzed', text: given, for: null, selection }), PLACE);
  const found = read(text);
  if (!found) return;
  holds('the id is no name', /^[a-z][a-z0-9-]{0,60}$/.test(idOf(text)));
  const latex = statementLatexOf(found.formula);
  const again = read(latex);
  if (!again) throw new Finding(`the LaTeX is not read: ${latex}`);
  const second = statementLatexOf(again.formula);
  same('other LaTeX after it was read', statementLatexOf(read(second)?.formula ?? again.formula), second);
  same('another truth of the LaTeX', outcomeOf(again), outcomeOf(found));
}

/** What is decided on a small instance. */
function outcomeOf({ claim }: Conjecture): string | null {
  const { selection, auxiliary } = claim.domain;
  const instance = { ...untied([1n, 2n, 4n], 3, selection), ...(auxiliary && { auxiliary: [1n, 0n, 5n] }) };
  return inDomain(instance, claim.domain) ? decide(claim, instance).outcome : null;
}
