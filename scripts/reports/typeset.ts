/** Statements of claims on the pages of docs/: their formulas as LaTeX, their words as they are. */
import { inMarkdown, type Markdown } from '../../src/report/escape.ts';
import { type Piece, piecesOf } from '../../src/report/statement/pieces.ts';

/** A statement, with its formulas typeset where all of it can be read with certainty. */
export function typeset(statement: string): Markdown {
  const pieces = piecesOf(statement);
  if (pieces === null) return inMarkdown(statement);
  return whole(pieces)
    .map(({ kind, text }) => (kind === 'math' ? `$\`${text}\`$` : words(text)))
    .join('') as Markdown;
}

/** Words with the spaces around them. */
function words(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before}${inMarkdown(inner)}${after}`;
}

/** Formulas that are divided for narrow pages, as one: a page of Markdown would put no space between the parts. */
function whole(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'math' && last?.kind === 'math') {
      joined.splice(-1, 1, { kind: 'math', text: `${last.text} ${piece.text.replace(/^\{\} /, '')}` });
    } else joined.push(piece);
  }
  return joined;
}
