import { InputError } from './errors.ts';

/** A number of a JSON text, as it is written there. `JSON.parse` would round it to a double. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Deeper than any file of this project, and far below the depth at which a parser runs out of stack. */
const MAX_DEPTH = 100;

/** NaN and the infinities as many programs write them, although JSON has no such numbers. */
const NO_NUMBER = /-?\b(?:NaN|Infinity)\b/g;

/**
 * Reads a JSON text. Numbers are kept as they are written. NaN and Infinity, which are not JSON, are read as numbers too, so that a caller
 * can name the field where a number is missing.
 *
 * Guarantee: exact. Nothing is rounded or dropped. A key that is given twice is an error, where `JSON.parse` keeps the last value.
 *
 * @returns null where the text is not JSON.
 * @throws InputError naming the place and the line in the text where a key is given twice or values are nested too deeply.
 */
export function readJson(text: string, place: string): { readonly value: unknown } | null {
  const row = flatObject(text);
  if (row) return { value: row };
  // The replacement may also change strings, but that does not affect whether the text is JSON.
  if (!isJson(text) && !isJson(text.replace(NO_NUMBER, '0'))) return null;
  return { value: new Reader(text, place).value(0) };
}

/**
 * The same for strict JSON files whose numbers are doubles, written as JavaScript prints them.
 * @returns null where the text is not JSON.
 * @throws InputError as above, and for a number such as 1e0 or 0.1000000000000000001.
 */
export function readPlainJson(text: string, place: string): { readonly value: unknown } | null {
  return isJson(text) ? { value: withDoubles(new Reader(text, place).value(0), place) } : null;
}

/**
 * An object of texts, words and numbers that are written as this language prints them, which rows of data mostly are. Then `JSON.parse`, which is
 * fast, loses nothing: as many keys are written as there are. Null for any other text.
 */
function flatObject(text: string): object | null {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const row = value as Record<string, unknown>;
  const keys = Object.keys(row);
  let written = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) written += 1;
  if (written !== keys.length) return null;
  for (const key of keys) {
    const item = row[key];
    if ((typeof item === 'object' && item !== null) || key === '__proto__') return null;
    if (typeof item !== 'number') continue;
    const shown = String(item);
    if (!isWrittenSo(text, key, shown)) return null;
    row[key] = new JsonNumber(shown);
  }
  return row;
}

/**
 * Whether the value of a key is written so. Texts contain no `":` here, so the key is found where it is a key, or at the end of another key that
 * contains a quote.
 */
function isWrittenSo(text: string, key: string, shown: string): boolean {
  const start = text.indexOf(`"${key}":`);
  if (start < 0 || text[start - 1] === '\\') return false;
  let at = start + key.length + 3;
  if (text[at] === ' ') at += 1;
  const end = text[at + shown.length];
  return text.startsWith(shown, at) && (end === ',' || end === '}');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withDoubles(value: unknown, place: string): unknown {
  if (value instanceof JsonNumber) {
    const double = Number(value.text);
    if (String(double) === value.text) return double;
    throw new InputError(`${place}: the number ${value.text} must be written ${double}`);
  }
  if (Array.isArray(value)) return value.map((item) => withDoubles(item, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDoubles(item, place)]));
}

/** The last character that may be space. Most characters come after it, and need no match. */
const BLANK = 0x20;
const SPACE = /[ \t\n\r]*/y;
const WORD = /[^ \t\n\r,\]}]+/y;

/** Reads a text that is known to be JSON, so that it need not check the syntax. */
class Reader {
  readonly #text: string;
  readonly #place: string;
  #at = 0;

  constructor(text: string, place: string) {
    this.#text = text;
    this.#place = place;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new InputError(`${this.#where()}: values are nested more than ${MAX_DEPTH} deep`);
    switch (this.#next()) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#word();
    }
  }

  #object(depth: number): object {
    const entries = new Map<string, unknown>();
    this.#at += 1;
    while (this.#next() !== '}') {
      const key = this.#string();
      if (entries.has(key)) throw new InputError(`${this.#where()}: the key ${JSON.stringify(key)} is given twice`);
      this.#skip(':');
      entries.set(key, this.value(depth + 1));
      this.#skip(',');
    }
    this.#at += 1;
    return Object.fromEntries(entries);
  }

  #array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    while (this.#next() !== ']') {
      items.push(this.value(depth + 1));
      this.#skip(',');
    }
    this.#at += 1;
    return items;
  }

  #string(): string {
    const from = this.#at;
    let end = this.#text.indexOf('"', from + 1);
    while (this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    this.#at = end + 1;
    const plain = this.#text.slice(from + 1, end);
    return plain.includes('\\') ? JSON.parse(`"${plain}"`) : plain;
  }

  /** Whether an odd number of backslashes precedes a position. */
  #isEscaped(at: number): boolean {
    let before = at - 1;
    while (this.#text[before] === '\\') before -= 1;
    return (at - 1 - before) % 2 === 1;
  }

  #word(): boolean | null | JsonNumber {
    const word = this.#match(WORD);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new JsonNumber(word);
  }

  #next(): string | undefined {
    if (this.#text.charCodeAt(this.#at) <= BLANK) this.#match(SPACE);
    return this.#text[this.#at];
  }

  #skip(mark: string): void {
    if (this.#next() === mark) this.#at += 1;
    this.#next();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  /** The place, with the line number where the text has several lines. */
  #where(): string {
    if (!this.#text.trim().includes('\n')) return this.#place;
    return `${this.#place}:${this.#text.slice(0, this.#at).split('\n').length}`;
  }
}
