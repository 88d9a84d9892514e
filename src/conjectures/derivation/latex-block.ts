import { SyntaxFault } from '../syntax/errors.ts';
import { blankMatches, blankPart, endOfBraces } from './blank.ts';

const ENVIRONMENTS = ['align', 'aligned', 'equation', 'split', 'gather', 'gathered', 'multline', 'eqnarray', 'flalign'];
const EDGE = /\\(begin|end)\s*\{([^{}]*)\}|\\([[\]])|\$\$?/g;
/** Commands whose braces have no part of the formula, and those that put something over, under or around their last braces. */
const REMARK = /\\(?:intertext|shortintertext|label|tag\*?|h?phantom|footnote|vspace\*?|hspace\*?)\s*\{/g;
const DECORATED = /\\(?:overset|underset|stackrel|mathrel)\s*\{/g;

export function isLatex(text: string): boolean {
  return /\\begin\s*\{|\\\\|\\\[|\$/.test(text);
}

/**
 * A text with what LaTeX adds to a chain blanked out: the environment, labels, tags and remarks. Rows and columns are lines of it.
 * @throws SyntaxFault for an unknown environment, a second block, and braces that are not closed.
 */
export function withoutLatex(given: string): string {
  let text = withoutEdges(given);
  text = withoutBraces(text, REMARK, true);
  text = withoutBraces(text, DECORATED, false);
  text = withoutWords(text);
  text = blankMatches(
    text,
    /\{\s*\}|\\(?:nonumber|notag|allowdisplaybreaks|displaybreak|centering|qedhere)(?![a-zA-Z])/g,
  );
  return text
    .replace(SEPARATOR, asLineBreak)
    .replace(/:=|\\(?:triangleq|coloneqq)(?![a-zA-Z])/g, (sign) => '='.padEnd(sign.length));
}

/** The end of a row with the space that may follow it, the end of a column, and wide spaces. */
const SEPARATOR = /\\\\\*?(?:\[\s*-?[\d.]+\s*[a-z]+\s*\])?|&|\\q?quad(?![a-zA-Z])/g;

function asLineBreak(separator: string): string {
  return '\n'.padEnd(separator.length);
}

/** Blanks the edges of the block. */
function withoutEdges(given: string): string {
  let text = given;
  let [depth, blocks, math] = [0, 0, false];
  for (const { 0: edge, 1: word, 2: name = '', 3: bracket, index } of given.matchAll(EDGE)) {
    const place = { start: index, end: index + edge.length };
    const isBackslash = bracket !== undefined && given[index - 1] === '\\';
    if (isBackslash) continue;
    if (word && !ENVIRONMENTS.includes(name.replace(/\*$/, '')))
      throw new SyntaxFault(`the environment ${JSON.stringify(name)} is none of ${ENVIRONMENTS.join(', ')}`, place);
    if (edge.startsWith('$')) math = !math;
    const isStart = word === 'begin' || bracket === '[' || (edge.startsWith('$') && math);
    if (isStart && depth === 0) blocks += 1;
    if (blocks > 1) throw new SyntaxFault('there is a second block; a derivation is one chain', place);
    depth += isStart ? 1 : -1;
    if (depth < 0) throw new SyntaxFault(`${edge} ends what has not begun`, place);
    text = blankPart(text, place.start, place.end);
  }
  if (depth > 0) throw new SyntaxFault('the block is not ended', { start: text.trimEnd().length, end: text.length });
  return text;
}

const WORDS = /\\text(?:rm)?\s*\{([^{}]*)\}/g;
const CONDITION = /^\s*(?:for|if|when|whenever|where|provided|assuming)\b/;

/**
 * Blanks words at the end of a row, such as && \text{by (3)}. Single words elsewhere are names, such as \text{KL}.
 * @throws SyntaxFault for a condition, which must not be lost, and for words within a row.
 */
function withoutWords(given: string): string {
  let text = given;
  for (const { 0: whole, 1: words = '', index } of given.matchAll(WORDS)) {
    const place = { start: index, end: index + whole.length };
    if (CONDITION.test(words)) throw new SyntaxFault('a condition is a line of its own, such as for n >= 3', place);
    const isLast = /^[\s&]*[.,;]?[ \t]*(?:\\\\|\r?\n|$)/.test(given.slice(place.end));
    const isColumn = /(?:&\s*&|\\q?quad)\s*$/.test(given.slice(0, index));
    if (/^[A-Za-z]+$/.test(words) && !(isLast && isColumn)) continue;
    if (!isLast) throw new SyntaxFault('words within a row have no meaning; put them at its end', place);
    text = blankPart(text, place.start, place.end);
  }
  return text;
}

/** Blanks commands with their braces: all of it, or all but what is in the last braces. */
function withoutBraces(given: string, command: RegExp, isAll: boolean): string {
  let text = given;
  for (const { 0: word, index } of given.matchAll(command)) {
    const open = index + word.length - 1;
    // It stands in braces that are blank already.
    if (text[open] !== '{') continue;
    const end = endOfBraces(text, open);
    if (end === null) throw new SyntaxFault('these braces are not closed', { start: index, end: open + 1 });
    if (isAll) text = blankPart(text, index, end);
    else text = aroundLast(text, index, open, word.startsWith('\\mathrel') ? null : end);
  }
  return text;
}

/** Blanks a command with its first braces, and of the last ones only the braces. `behind` is where second ones begin, if it has such. */
function aroundLast(text: string, start: number, first: number, behind: number | null): string {
  const gap = behind === null ? null : /^\s*(?=\{)/.exec(text.slice(behind));
  const open = behind !== null && gap ? behind + gap[0].length : first;
  const end = endOfBraces(text, open);
  if (end === null) throw new SyntaxFault('these braces are not closed', { start: open, end: open + 1 });
  return blankPart(blankPart(text, start, open + 1), end - 1, end);
}
