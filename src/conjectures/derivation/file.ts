import { SELECTIONS, type Selection } from '../../selection/families.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import { depthOf } from '../syntax/lines.ts';
import { blankMatches, blankPart } from './blank.ts';
import { isLatex, withoutLatex } from './latex-block.ts';

/** What a file of a derivation says, apart from the chain. */
export interface Written {
  /** Names and chain. All else is blanked out, so that places are those of the file. */
  readonly chain: string;
  readonly id: string | null;
  readonly for: Directive | null;
  readonly selection: { readonly name: Selection; readonly start: number } | null;
}

/** The text behind a word such as for, and where it begins. */
export interface Directive {
  readonly text: string;
  readonly start: number;
}

const COMMENT = /(?<=^|\s)[#%].*$/gm;
const LATEX_COMMENT = /(?:(?<=^|\s)#|(?<!\\)%).*$/gm;
const HEAD = /^([a-z][a-z0-9-]*)\s*:(?!=)/;
const DIRECTIVE = /^([ \t]*(for(?!\s+all\b)|selection|expect)[ \t]+)(.*?)[ \t]*\r?$/gm;

/**
 * Reads `id:`, `for …` and `selection …` of a text, and blanks them out with comments, LaTeX and the punctuation of sentences.
 * @throws SyntaxFault for a directive that is given twice, or has no meaning.
 */
export function readDerivation(given: string): Written {
  let text = blankMatches(given, isLatex(given) ? LATEX_COMMENT : COMMENT);
  const found = new Map<string, Directive>();
  for (const { 0: line, 1: before = '', 2: word = '', 3: rest = '', index } of text.matchAll(DIRECTIVE)) {
    const start = index + before.length;
    const place = { start: index + before.indexOf(word), end: start + rest.length };
    if (word === 'expect') throw new SyntaxFault('a derivation is expected to hold; expect is for claims', place);
    if (found.has(word)) throw new SyntaxFault(`there are two lines that begin with ${word}`, place);
    found.set(word, { text: rest, start });
    text = blankPart(text, index, index + line.length);
  }
  const head = HEAD.exec(text.trimStart());
  const begin = text.length - text.trimStart().length;
  if (head) text = blankPart(text, begin, begin + head[0].length);
  if (isLatex(text)) text = withoutLatex(text);
  const chain = withoutPunctuation(text);
  const selection = found.get('selection');
  return {
    chain,
    id: head?.[1] ?? null,
    for: found.get('for') ?? null,
    selection: selection ? { name: selectionOf(selection), start: selection.start } : null,
  };
}

function selectionOf({ text, start }: Directive): Selection {
  const found = SELECTIONS.find((name) => name === text);
  if (found) return found;
  const message = `selection must be ${SELECTIONS.join(', ')}, not ${JSON.stringify(text)}`;
  throw new SyntaxFault(message, { start, end: start + text.length });
}

/** Blanks the full stop, comma or semicolon at the end of a row that is not within brackets. */
function withoutPunctuation(given: string): string {
  let text = given;
  let depth = 0;
  for (const { 0: row, index } of given.matchAll(/[^\n]+/g)) {
    depth += depthOf(row);
    const end = /(?<!\\right|\.)[.,;](?=\s*$)/.exec(row);
    if (end && depth === 0) text = blankPart(text, index + end.index, index + end.index + 1);
  }
  return text;
}
