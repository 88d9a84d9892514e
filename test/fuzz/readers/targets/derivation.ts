import { derivationIn } from '../../../../src/conjectures/derivation/chain.ts';
import { attempted, FILE, holds, textOf } from '../target.ts';

/** Files of derivations: links from 1 on, at places of the file. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const found = attempted(() => derivationIn(text, FILE, { id: 'fuzzed', for: null, selection: null }));
  const lines = text.split('\n');
  for (const [at, { number, line, column }] of (found?.links ?? []).entries()) {
    holds('the links are not counted from 1', number === at + 1);
    holds('a place is outside of the file', column >= 1 && column <= (lines[line - 1] ?? '').length);
  }
}
