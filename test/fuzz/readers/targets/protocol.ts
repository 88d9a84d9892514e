import { quoted, readLine } from '../../../../src/conform/answer.ts';
import { Lines } from '../../../../src/conform/program/lines.ts';
import { QUANTITY_NAMES } from '../../../../src/conform/quantities.ts';
import { holds, same, textOf } from '../target.ts';

/** What a program prints that is asked for numbers: the same lines however it comes, and nothing of it acts on a terminal. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const whole = linesOf([text]);
  const length = 1 + ((bytes[0] ?? 0) % 7);
  same('other lines from pieces', linesOf(text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []), whole);
  for (const [line] of whole) {
    const read = readLine(line, QUANTITY_NAMES);
    const shown = read.kind === 'none' ? [read.why] : Object.values(read.answers).map((said) => said.text);
    for (const words of [...shown, quoted(line)])
      holds(`it acts on a terminal: ${JSON.stringify(words)}`, !ACTS.test(words));
    if (read.kind !== 'answer') continue;
    for (const { value } of Object.values(read.answers))
      holds('a number is not finite', value === null || Number.isFinite(value));
  }
}

const ACTS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function linesOf(pieces: readonly string[]): (readonly [string, boolean])[] {
  const told: [string, boolean][] = [];
  const lines = new Lines((text, isWhole) => void told.push([text, isWhole]));
  for (const piece of pieces) lines.take(piece);
  lines.end();
  return told;
}
