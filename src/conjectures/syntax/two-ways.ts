import type { IToken, TokenType } from 'chevrotain';
import { SyntaxFault } from './errors.ts';
import { endOf } from './grammar/actions.ts';
import { FACTORS } from './grammar/lookahead.ts';
import {
  Bar,
  Close,
  CloseBar,
  CloseBrace,
  CloseSquare,
  Command,
  Euler,
  Minus,
  Name,
  NumberToken,
  Open,
  OpenBrace,
  OpenSquare,
  Over,
  Plus,
  Power,
  Sqrt,
  Subscript,
  Superscript,
  Under,
} from './tokens.ts';
import { canonical } from './words.ts';

/** @throws SyntaxFault where tokens stand so close together that people read them in another way than the grammar does. */
export function checkSpacing(tokens: readonly IToken[], text: string): void {
  const isLatex = tokens.some(({ image }) => image.startsWith('\\'));
  for (let at = 0; at < tokens.length; at += 1) {
    const from = tokens[at] as IToken;
    const next = tokens[at + 1];
    if (next) checkColumns(from, next, text);
    if (VAGUE.has(from.image)) throw vague(from);
    if (from.tokenType === Power) checkExponent(from, closeTo(tokens, at));
    if (from.tokenType === Sqrt) checkRoot(from, next);
    if (from.tokenType !== Power && from.tokenType !== Under) continue;
    if (from.tokenType === Power) checkMark(tokens, at);
    checkShift(from, closeTo(tokens, at));
    if (isLatex) checkDigits(from, next);
  }
}

const ENDS: ReadonlySet<TokenType> = new Set([
  ...[Name, Command, NumberToken, Euler, Superscript, Subscript],
  ...[Close, CloseBrace, CloseSquare, CloseBar, Bar],
]);
const COLUMN = /&|~|\\(?:q?quad|nonumber|notag)(?![a-zA-Z])|\\(?:label|tag)\{/;

/** KL <= D \quad W <= 1, whose statements would become a product. */
function checkColumns(from: IToken, next: IToken, text: string): void {
  const between = text.slice(endOf(from), next.startOffset);
  const [column] = COLUMN.exec(between) ?? [];
  if (column === undefined || !ENDS.has(from.tokenType)) return;
  // A row of an alignment may begin with a sign.
  const isSign = [Plus, Minus].includes(next.tokenType) && !between.includes('\n');
  if (!isSign && ![...FACTORS, NumberToken].includes(next.tokenType)) return;
  throw twoWays(from, next, `write "and" between two statements, and · for a product, in place of ${column}`);
}

const VAGUE: ReadonlySet<string> = new Set([
  '\\approx',
  '\\lesssim',
  '\\gtrsim',
  '\\ll',
  '\\gg',
  '\\simeq',
  '≈',
  '≪',
  '≫',
]);

function vague({ image, startOffset }: IToken): SyntaxFault {
  return new SyntaxFault(`${image} cannot be decided; write <=, or a bound such as abs(KL - D) <= 1/100`, {
    start: startOffset,
    end: startOffset + image.length,
  });
}

/** The tokens behind one with nothing between them. */
function closeTo(tokens: readonly IToken[], at: number): readonly IToken[] {
  const close: IToken[] = [];
  for (let next = at + 1; next < tokens.length && close.length < LONGEST; next += 1) {
    const [before, token] = [tokens[next - 1] as IToken, tokens[next] as IToken];
    if (token.startOffset > endOf(before)) break;
    close.push(token);
  }
  return close;
}

const LONGEST = 4;

/** n^1/2, n^-2/3 and n^2n. In n^3/2 the exponent is 3. */
function checkExponent(power: IToken, close: readonly IToken[]): void {
  const isNegative = close[0]?.tokenType === Minus;
  const [number, next, last] = isNegative ? close.slice(1) : close;
  if (number?.tokenType !== NumberToken) return;
  const isFraction =
    next?.tokenType === Over && last?.tokenType === NumberToken && (isNegative || number.image === '1');
  if (!isFraction && next?.tokenType !== Name) return;
  throw twoWays(
    power,
    isFraction ? last : (next as IToken),
    'put parentheses around the exponent, or spaces behind it',
  );
}

/** \sqrt[3]{n} */
function checkRoot(root: IToken, next: IToken | undefined): void {
  if (!root.image.startsWith('\\') || next?.tokenType !== OpenSquare) return;
  throw twoWays(root, next, 'write (…)^(1/3) for a cube root, or parentheses for what is below the root');
}

/** n^12 and p_12, which are n^1·2 and p_1·2 in LaTeX. */
function checkDigits(raised: IToken, number: IToken | undefined): void {
  if (number?.tokenType !== NumberToken || number.image.length === 1) return;
  throw twoWays(raised, number, `write ${raised.image}{${number.image}}`);
}

/** The token that an exponent belongs to, before its index. */
function indexed(tokens: readonly IToken[], at: number): IToken | undefined {
  let start = at - 1;
  if (tokens[start]?.tokenType === CloseBrace) while (start > 0 && tokens[start]?.tokenType !== OpenBrace) start -= 1;
  return tokens[start - 1]?.tokenType === Under ? tokens[start - 2] : tokens[at - 1];
}

/** F_i^{(n)}. Behind π it is the policy. */
function checkMark(tokens: readonly IToken[], at: number): void {
  const [open, bracket, , close, last] = tokens.slice(at + 1, at + 6);
  const isMark = open?.tokenType === OpenBrace && bracket?.tokenType === Open && close?.tokenType === Close;
  if (!isMark || last?.tokenType !== CloseBrace || canonical(indexed(tokens, at)?.image ?? '') === 'pi') return;
  throw twoWays(tokens[at] as IToken, last, 'write ^{n} for a power, and \\pi^{(n)}_i for the policy');
}

/** F_i-1 and F_i^n-1 */
function checkShift(raised: IToken, [name, sign, number]: readonly IToken[]): void {
  const isSign = sign?.tokenType === Minus || sign?.tokenType === Plus;
  if (name?.tokenType !== Name || !isSign || number?.tokenType !== NumberToken) return;
  const all = `${name.image}${sign.image}${number.image}`;
  throw twoWays(raised, number, `write ${raised.image}{${all}}, or spaces around the ${sign.image}`);
}

function twoWays(from: IToken, to: IToken, advice: string): SyntaxFault {
  return new SyntaxFault(`this can be read in two ways; ${advice}`, { start: from.startOffset, end: endOf(to) });
}
