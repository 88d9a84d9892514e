import { SyntaxFault } from './errors.ts';

const SIGN = [
  '[-<>=≤≥⩽⩾≠!+−–*·×⋅/÷^⇒⟹∧∨¬&]',
  String.raw`\\(?:le|leq|leqslant|ge|geq|geqslant|ne|neq|lt|gt|cdot|times|implies|Rightarrow|Longrightarrow|land|lor|wedge|vee)(?![a-zA-Z])`,
  String.raw`\b(?:and|or|not)\b`,
].join('|');
const BEGINS_WITH_SIGN = new RegExp(`^\\s*(?:${SIGN}|[)\\]}])`);
const ENDS_WITH_SIGN = new RegExp(`(?:${SIGN}|[:;,])\\s*$`);
const DEFINITION = /^\s*let\b[^;]*$/;

/** Says what is wrong with a line that does not go on with the one before. */
export const NOT_JOINED = 'a line goes on with a relation or another sign, or the line before ends with one';

/** Whether a line goes on with what is before it. Otherwise its factors would become part of the line before, silently. */
export function isJoined(before: string, row: string): boolean {
  if (before.trim() === '' || depthOf(before) !== 0) return true;
  return BEGINS_WITH_SIGN.test(row) || ENDS_WITH_SIGN.test(before);
}

/** @throws SyntaxFault where a line of a text does not go on with the one before. A line with a definition ends with itself. */
export function checkLines(text: string): void {
  let before = '';
  for (const { 0: row, index } of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = index + row.search(/\S/);
    if (!isJoined(before, row)) throw new SyntaxFault(NOT_JOINED, { start, end: start + row.trim().length });
    before = depthOf(before) === 0 && DEFINITION.test(row) ? '' : `${before}\n${row}`;
  }
}

/** How many brackets a text opens more than it closes. */
export function depthOf(text: string): number {
  return (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
}
