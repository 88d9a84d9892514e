import { type Token, tokensOf } from './tokens.ts';
import { endsOperand, mathOf } from './typeset.ts';

/** A part of a statement: words of English, or mathematics in LaTeX. */
export interface Piece {
  readonly kind: 'words' | 'math';
  readonly text: string;
}

/**
 * A statement as words and mathematics, in order. Mathematics is taken literally, symbol by symbol; it is divided before relations, sums and
 * differences, so that a narrow page can break there. Null where the statement has anything that this cannot read with certainty.
 */
export function piecesOf(statement: string): readonly Piece[] | null {
  if (statement.length > MAX_CHARACTERS) return null;
  const tokens = tokensOf(statement);
  if (tokens === null) return null;
  const pieces: Piece[] = [];
  for (const group of groupsOf(tokens)) {
    const isContinued = pieces.at(-1)?.kind === 'math';
    const text = group.isMath ? mathOf(group.tokens, isContinued) : group.tokens.map((token) => token.text).join('');
    if (text === null) return null;
    if (text !== '') pieces.push({ kind: group.isMath ? 'math' : 'words', text });
  }
  return pieces;
}

/** Longer statements stay text. They could also be nested too deeply to be read. */
const MAX_CHARACTERS = 2_000;

/** A formula is not divided before a relation, or before a sum or difference, behind so few characters. */
const SHORT = 6;
const LONG = 15;

/** Whether a formula may be divided before a token outside of brackets. A minus that only turns a sign stays with what is before it. */
function mayBreak({ kind, text }: Token, last: Group): boolean {
  if (kind === 'relation') return lengthOf(last) > SHORT;
  if (text !== '+' && text !== '−') return false;
  return lengthOf(last) > LONG && endsOperand(last.tokens.filter((token) => token.kind !== 'space').at(-1));
}

interface Group {
  readonly isMath: boolean;
  readonly tokens: Token[];
}

function groupsOf(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [{ isMath: false, tokens: [] }];
  let depth = 0;
  tokens.forEach((token, index) => {
    const last = groups.at(-1) as Group;
    if (token.kind === 'open') depth += 1;
    const isMath = depth > 0 || (token.kind === 'space' ? isWithin(tokens, index, last) : isSymbol(tokens, index));
    const isNew = isMath !== last.isMath || (depth === 0 && mayBreak(token, last));
    if (isNew) groups.push({ isMath, tokens: [token] });
    else last.tokens.push(token);
    if (token.kind === 'close') depth -= 1;
  });
  return groups;
}

function lengthOf({ tokens }: Group): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}

/** Whether a space outside of brackets is between two symbols of one formula. */
function isWithin(tokens: readonly Token[], index: number, last: Group): boolean {
  return last.isMath && index + 1 < tokens.length && isSymbol(tokens, index + 1);
}

/** Whether a token outside of brackets is mathematics. */
function isSymbol(tokens: readonly Token[], index: number): boolean {
  const kind = tokens[index]?.kind;
  return kind !== 'word' && kind !== 'mark' && !isArticle(tokens, index);
}

/** Words that cannot follow an article, so that an a before them is a symbol. */
const NOT_AFTER_ARTICLE = ['the', 'and', 'or', 'is', 'for', 'of', 'with', 'on', 'at', 'to'];

/** Whether a token is the word a: it stands alone, before a word, and behind no sign that it would be an operand of. */
function isArticle(tokens: readonly Token[], index: number): boolean {
  const [token, space, next] = tokens.slice(index, index + 3);
  if (token?.text.toLowerCase() !== 'a' || space?.kind !== 'space') return false;
  const isAlone = index === 0 || tokens[index - 1]?.kind === 'space';
  const isOperand = ['relation', 'operator'].includes(tokens[index - 2]?.kind ?? '');
  return isAlone && !isOperand && next?.kind === 'word' && !NOT_AFTER_ARTICLE.includes(next.text);
}
