import {
  ACCENTS,
  FRACTIONS,
  FUNCTIONS,
  LETTERS,
  LOWERED,
  NAMES,
  OPERATORS,
  RAISED,
  RELATIONS,
  SUMS,
} from './symbols.ts';

/**
 * A part of a statement. `atom`: a letter, a number or an upright name; `prefix`: a sum or the name of a function; `raised` and `lowered`: scripts of what is before them, in LaTeX;
 * `super` and `sub`: `^` and `_`, whose script follows; `word`: a word of English.
 */
export interface Token {
  readonly kind:
    | 'atom'
    | 'prefix'
    | 'relation'
    | 'operator'
    | 'raised'
    | 'lowered'
    | 'super'
    | 'sub'
    | 'root'
    | 'bar'
    | 'open'
    | 'close'
    | 'mark'
    | 'word'
    | 'space';
  /** As in the statement. */
  readonly text: string;
  /** In LaTeX; empty for what has none of its own. */
  readonly latex: string;
}

/** A pattern of the characters at a place, what they are, and their LaTeX; null where they are none of ours. */
type Reading = readonly [RegExp, Token['kind'], (text: string) => string | null];

const one = (table: Readonly<Record<string, string>>): RegExp => new RegExp(`[${Object.keys(table).join('')}]`, 'uy');
/** A name of a table, as a whole word. */
const whole = (table: Readonly<Record<string, string>>): RegExp =>
  new RegExp(`(?:${Object.keys(table).join('|')})(?![A-Za-z’'-])`, 'uy');
const from =
  (table: Readonly<Record<string, string>>) =>
  (text: string): string | null =>
    table[text] ?? null;
const literally = (text: string): string => text;
const nothing = (): string => '';

const READINGS: readonly Reading[] = [
  [/\s+/uy, 'space', nothing],
  [/[A-Za-z][\u0302\u0303]\*?/uy, 'atom', accented],
  [whole(NAMES), 'atom', from(NAMES)],
  [whole(FUNCTIONS), 'prefix', from(FUNCTIONS)],
  [/[A-Za-z](?:[A-Za-z]|[’'-](?=[A-Za-z]))+/uy, 'word', literally],
  [/[A-Za-z]/uy, 'atom', literally],
  [/\d+(?:\.\d+)?/uy, 'atom', literally],
  [one(LETTERS), 'atom', from(LETTERS)],
  [one(FRACTIONS), 'atom', from(FRACTIONS)],
  [one(SUMS), 'prefix', from(SUMS)],
  [one(RELATIONS), 'relation', from(RELATIONS)],
  [/[−+·/‖]/uy, 'operator', from(OPERATORS)],
  [one(RAISED), 'raised', from(RAISED)],
  [one(LOWERED), 'lowered', from(LOWERED)],
  [/\^/uy, 'super', nothing],
  [/_/uy, 'sub', nothing],
  [/√/uy, 'root', nothing],
  [/\|/uy, 'bar', nothing],
  [/[([{]/uy, 'open', literally],
  [/[)\]}]/uy, 'close', literally],
  [/[,;:.]/uy, 'mark', literally],
];

/** The parts of a statement; null where it has a character that is none of ours. Joined, their texts are the statement. */
export function tokensOf(statement: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < statement.length; ) {
    const token = tokenAt(statement, at);
    if (token === null) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(statement: string, at: number): Token | null {
  for (const [pattern, kind, latexOf] of READINGS) {
    pattern.lastIndex = at;
    const text = pattern.exec(statement)?.[0];
    if (text === undefined) continue;
    const latex = latexOf(text);
    return latex === null ? null : { kind, text, latex };
  }
  return null;
}

/** A letter with a hat or a tilde, and a star if it has one. */
function accented(text: string): string | null {
  const [letter = '', accent = '', star] = text;
  const command = ACCENTS[accent];
  return command === undefined ? null : `${command}{${letter}}${star === undefined ? '' : '^{*}'}`;
}
