import { lex } from '../../../../src/coq/gate/lex.ts';
import { source } from '../../../../src/coq/gate/project.ts';
import { scan } from '../../../../src/coq/gate/scan.ts';
import { holds, textOf } from '../target.ts';

/** Sources of Coq: what the scan lets pass has no word that could assume something, and its sentences are those of the text. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const read = source('BoN', 'Fuzzed.v', text);
  let end = 0;
  for (const sentence of read.lexed.sentences) {
    holds('sentences overlap', sentence.start >= end && sentence.end > sentence.start);
    end = sentence.end;
    holds('a sentence ends without a full stop', text[end - 1] === '.');
  }
  const faults = scan({ name: 'BoN', sources: [read] }, ['Reals']);
  if (faults.length > 0) return;
  const code = lex(text).sentences.flatMap(({ tokens }) => tokens.filter((token) => !token.startsWith('"')));
  holds('a word that assumes something passes', !code.some((token) => ASSUMES.has(token)));
}

const ASSUMES = new Set(
  'Axiom Axioms Parameter Parameters Variable Variables Hypothesis Hypotheses Conjecture Admitted Unset Load Redirect Declare'.split(
    ' ',
  ),
);
