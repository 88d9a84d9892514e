import { lex } from '../../../../src/coq/gate/lex.ts';
import {
  axiomsOf,
  canonical,
  definitionOf,
  locationOf,
  namesIn,
  statementOf,
} from '../../../../src/coq/gate/printed.ts';
import { bodyAndType, notOneTerm } from '../../../../src/coq/gate/term.ts';
import { holds, same, textOf } from '../target.ts';

/** What Coq prints. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  same('another canonical text', canonical(canonical(text)), canonical(text));
  for (const name of namesIn(text)) holds('a name has space', !/\s/.test(name));
  for (const { statement } of axiomsOf(text)) holds('a statement has several lines', !statement.includes('\n'));
  for (const read of [statementOf, definitionOf])
    holds('a text has several lines', !(read('x', text) ?? '').includes('\n'));
  locationOf(text);
  const parts = bodyAndType(text);
  if (parts) same('other parts', `${parts.body} : ${parts.type}`, text);
  if (notOneTerm(text) === null) holds('a term ends a sentence', lex(`Check (${text}).`).sentences.length === 1);
}
