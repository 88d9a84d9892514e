import type { IToken } from 'chevrotain';
import { NumberSyntaxError } from '../../../arithmetic/errors.ts';
import { Rational } from '../../../arithmetic/rational.ts';
import { SyntaxFault } from '../errors.ts';
import * as t from '../tokens.ts';
import type { Arithmetic, Comparator, GatheringWord, Node, Place, RangeNode } from '../tree.ts';
import { canonical } from '../words.ts';

/** What the rules of the grammar make of what they read. */

/** A factor, and whether it is a function without parentheses, whose end a reader could see further to the right. */
export interface Factor {
  readonly node: Node;
  readonly isOpen: boolean;
  /** Whether it stands in parentheses. */
  readonly isGroup: boolean;
}

export const closed = (node: Node, isGroup = false): Factor => ({ node, isOpen: false, isGroup });

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((digit, i) => [digit, String(i)])),
  ...{ ᵢ: 'i', ⱼ: 'j', ₖ: 'k', ₙ: 'n', '∞': 'inf', '₊': '+', '₋': '-' },
};

export function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}

export function spanOf(nodes: readonly Node[]): Place {
  return { start: nodes[0]?.place.start ?? 0, end: nodes.at(-1)?.place.end ?? 0 };
}

export function logic(operator: 'and' | 'or' | '=>', of: readonly Node[]): Node {
  return { kind: 'logic', operator, of, place: spanOf(of) };
}

export function arithmetic(operator: Arithmetic, left: Node, right: Node): Node {
  return { kind: 'arithmetic', operator, left, right, place: spanOf([left, right]) };
}

/** How a sum or product is written; empty for min and max, which are functions in any spelling. */
export function sumSign({ image }: IToken, name: GatheringWord): string {
  return name === 'sum' || name === 'prod' ? image : '';
}

/** A number without braces in a fraction: \frac12 is a half in LaTeX. @throws SyntaxFault for more than one digit. */
export function oneDigit(number: Node): Node {
  const { start, end } = number.place;
  if (end - start === 1) return number;
  throw new SyntaxFault('this can be read in two ways; write both parts in braces, as in \\frac{1}{2}', number.place);
}

/** A letter behind a font without braces: \mathbf y. @throws SyntaxFault for a longer name, of which LaTeX takes the first letter. */
export function oneLetter({ image, startOffset }: IToken): string {
  if (image.length === 1) return canonical(image);
  const place = { start: startOffset, end: startOffset + image.length };
  throw new SyntaxFault(`this can be read in two ways; write {${image}} in braces`, place);
}

export function signed(sign: IToken | null, of: Node): Node {
  if (sign?.tokenType !== t.Minus) return of;
  return { kind: 'negative', of, place: { start: sign.startOffset, end: of.place.end } };
}

export function gathered(name: GatheringWord, range: RangeNode | null, of: readonly Node[], place: Place): Node {
  const [first, ...more] = of as [Node, ...Node[]];
  if (more.length === 0) return { kind: 'over', name, range, body: first, place };
  if (range) throw new SyntaxFault(`a ${name} with a range has one expression`, (more[0] as Node).place);
  if (name === 'min' || name === 'max') return { kind: 'extreme', name, of, place };
  if (more.length === 1 && first.kind === 'name')
    return {
      kind: 'over',
      name,
      range: { index: first.name, first: null, last: null, place: first.place },
      body: more[0] as Node,
      place,
    };
  throw new SyntaxFault(`a ${name} has an index and one expression, such as ${name}(i, p[i]^2)`, place);
}

/** n = 2..10 as 2 <= n <= 10. */
export function between(operands: readonly Node[], comparators: readonly Comparator[], last: Node): Node {
  const [of, first] = operands as [Node, Node];
  if (comparators.length !== 1 || comparators[0] !== '=')
    throw new SyntaxFault('a range is written as in n = 2..10', last.place);
  return { kind: 'chain', operands: [first, of, last], comparators: ['<=', '<='], place: spanOf([of, last]) };
}

export function numberOf(token: IToken): Node {
  const place = { start: token.startOffset, end: endOf(token) };
  try {
    return { kind: 'number', value: Rational.parse(token.image), place };
  } catch (error) {
    if (error instanceof NumberSyntaxError) throw new SyntaxFault(error.message, place);
    throw error;
  }
}

/** e = exp(1) */
export function euler(token: IToken): Node {
  const place = { start: token.startOffset, end: endOf(token) };
  return { kind: 'function', name: 'exp', base: null, of: { kind: 'number', value: Rational.ONE, place }, place };
}

export function superscript(token: IToken): Node {
  const text = [...token.image].map((c) => (c === '⁻' ? '-' : String(DIGITS.indexOf(c)))).join('');
  return numberOf({ ...token, image: text.replace('-', '') }).kind === 'number'
    ? signedNumber(text, { start: token.startOffset, end: endOf(token) })
    : numberOf(token);
}

function signedNumber(text: string, place: Place): Node {
  return { kind: 'number', value: Rational.parse(text), place };
}

/** The index that subscript characters write, such as ᵢ₋₁. */
export function lowered(token: IToken): Node {
  const text = [...token.image].map((c) => LOWERED[c] ?? c).join('');
  const place = { start: token.startOffset, end: endOf(token) };
  const [, base = '', rest = ''] = /^(\D*?|\d+)([+-]\d+)?$/.exec(text) ?? [];
  const first: Node = /^\d+$/.test(base)
    ? signedNumber(base, place)
    : { kind: 'name', name: base, star: false, sub: null, lists: [], between: null, place };
  if (rest === '') return first;
  return { kind: 'arithmetic', operator: '+', left: first, right: signedNumber(rest, place), place };
}

export function bareRange(token: IToken): RangeNode {
  const index = LOWERED[token.image] ?? token.image;
  return { index, first: null, last: null, place: { start: token.startOffset, end: endOf(token) } };
}
