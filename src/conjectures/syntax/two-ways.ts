import type { IToken } from 'chevrotain';
import { SyntaxFault } from './errors.ts';
import { Frac, Minus, Name, NumberToken, OpenSquare, Over, Plus, Power, Sqrt, Under } from './tokens.ts';

/** @throws SyntaxFault where tokens stand so close together that people read them in another way than the grammar does. */
export function checkSpacing(tokens: readonly IToken[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const from = tokens[at] as IToken;
    if (from.tokenType === Power) checkExponent(from, closeTo(tokens, at));
    if (from.tokenType === Frac) checkFraction(from, tokens.slice(at + 1, at + 3));
    if (from.tokenType === Sqrt) checkRoot(from, tokens[at + 1]);
    if (from.tokenType === Power || from.tokenType === Under) checkShift(from, closeTo(tokens, at));
  }
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

/** \frac12, which is a half in LaTeX. */
function checkFraction(fraction: IToken, arguments_: readonly IToken[]): void {
  const long = arguments_.find(({ tokenType, image }) => tokenType === NumberToken && image.length > 1);
  const [first] = arguments_;
  if (!long || (long !== first && first?.tokenType !== NumberToken)) return;
  throw twoWays(fraction, long, 'write both parts in braces, as in \\frac{1}{2}');
}

/** \sqrt[3]{n} */
function checkRoot(root: IToken, next: IToken | undefined): void {
  if (!root.image.startsWith('\\') || next?.tokenType !== OpenSquare) return;
  throw twoWays(root, next, 'write (…)^(1/3) for a cube root, or parentheses for what is below the root');
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

function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}
