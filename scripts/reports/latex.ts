/** Formulas in plain text, as statements of claims have them, in LaTeX. */
import { lettersOf, symbolOf } from './symbols.ts';

const ACCENTS: Readonly<Record<string, string>> = { '\u0302': 'hat', '\u0303': 'tilde' };
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const PRIMES = '′″‴';
/** A group of letters or digits, a letter with an accent or star, an index or exponent, a root, or one character. */
const PIECE = new RegExp(
  [
    String.raw`(?<accented>[A-Z])(?<accent>[\u0302\u0303])`,
    String.raw`(?<mark>[_^])(?:\{(?<braced>[^{}]*)\}|\((?<round>[^()]*)\)|(?<short>−?(?:\d+|\p{L}|∞)))`,
    String.raw`√(?:\((?<radicand>[^()]*)\)|(?<root>\p{L}(?:_\p{L})?))`,
    String.raw`\|(?<size>[^|]*)\|`,
    '(?<letters>[A-Za-z]+)',
    `(?<powers>[${RAISED}]+)`,
    `(?<indices>[${LOWERED}]+)`,
    String.raw`(?<star>\*)`,
    `(?<prime>[${PRIMES}])`,
    '(?<other>.)',
  ].join('|'),
  'gu',
);

/** The LaTeX of a formula, for math mode; null where it has a character of unknown meaning. */
export function latexOf(formula: string): string | null {
  const pieces = [...formula.matchAll(PIECE)].map(({ groups = {} }) => pieceOf(groups));
  return pieces.includes(null) ? null : spaced(pieces.join(''));
}

/** Without needless spaces, and with a thin one behind an expectation or a variance. */
function spaced(latex: string): string {
  return latex
    .replace(/ +/g, ' ')
    .replace(/ (?=[_^)'}])/g, '')
    .replace(/(\\(?:mathbb\{E\}|mathrm\{Var\})(?:_\{[^{}]*\})?) /g, '$1\\,')
    .trim();
}

type Groups = Readonly<Record<string, string | undefined>>;

function pieceOf(groups: Groups): string | null {
  const { accented, accent, mark, braced, round, short, radicand, root, size } = groups;
  if (accented !== undefined && accent !== undefined) return `\\${ACCENTS[accent]}{${accented}}`;
  if (mark !== undefined) return within(braced ?? indexOf(round) ?? short, `${mark}{`, '}');
  if (radicand !== undefined || root !== undefined) return within(radicand ?? root, '\\sqrt{', '}');
  if (size !== undefined) return within(size, '\\lvert ', '\\rvert ');
  return wordOf(groups);
}

function wordOf({ letters, powers, indices, star, prime, other }: Groups): string | null {
  if (letters !== undefined) return lettersOf(letters);
  if (powers !== undefined) return `^{${digitsOf(powers, RAISED)}}`;
  if (indices !== undefined) return `_{${digitsOf(indices, LOWERED)}}`;
  if (star !== undefined) return '^{*}';
  if (prime !== undefined) return "'".repeat(PRIMES.indexOf(prime) + 1);
  return symbolOf(other ?? '');
}

/** π^(n) is the law of best-of-n; other exponents in parentheses are powers. */
function indexOf(round: string | undefined): string | undefined {
  return round?.length === 1 ? `(${round})` : round;
}

function within(formula: string | undefined, before: string, after: string): string | null {
  const inner = latexOf(formula ?? '');
  return inner === null ? null : `${before}${inner}${after}`;
}

function digitsOf(text: string, digits: string): string {
  return [...text].map((digit) => digits.indexOf(digit)).join('');
}
