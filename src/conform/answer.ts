import { oneLine } from '../report/escape.ts';
import type { QuantityName } from './quantities.ts';

/** What a program said for one quantity: a finite double, or something that is no number. */
export interface Said {
  /** Null where it is not a finite number. */
  readonly value: number | null;
  /** The text of what was said, for messages. */
  readonly text: string;
}

export type Answers = Readonly<Partial<Record<QuantityName, Said>>>;

/** A line of output, read: an answer, or why it is none. */
export type Read =
  | { readonly kind: 'answer'; readonly id: number; readonly answers: Answers }
  | { readonly kind: 'none'; readonly why: string };

const LONGEST = 80;

/** Reads a line of the program's output. Bare NaN and Infinity, which JSON does not know but printers write, are understood. */
export function readLine(line: string, want: readonly QuantityName[]): Read {
  const value = parsed(line);
  if (value === undefined) return { kind: 'none', why: `no JSON: ${quoted(line)}` };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'none', why: `no JSON object: ${quoted(line)}` };
  const fields = value as Record<string, unknown>;
  if (!Number.isSafeInteger(fields.id)) return { kind: 'none', why: `no id: ${quoted(line)}` };
  const answers = Object.fromEntries(want.map((name) => [name, saidOf(fields[name])]));
  return { kind: 'answer', id: fields.id as number, answers };
}

function parsed(line: string): unknown {
  for (const text of [line, line.replace(BARE, '"$1"')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form of the text, or none.
    }
  }
  return undefined;
}

/** NaN and infinities as Python, C, R and JavaScript print them, where JSON expects a value. */
const BARE = /(?<=[:[,]\s*)([+-]?(?:nan|inf|infinity|na))(?=\s*[,}\]])/gi;

function saidOf(value: unknown): Said {
  if (typeof value === 'number') return { value: Number.isFinite(value) ? value : null, text: String(value) };
  if (value === undefined) return { value: null, text: 'nothing' };
  return {
    value: null,
    text: typeof value === 'string' && NOT_FINITE.test(value) ? value : quoted(JSON.stringify(value)),
  };
}

const NOT_FINITE = /^[+-]?(?:nan|inf|infinity|na)$/i;

/** A foreign text in a message: on one line, and cut. */
export function quoted(text: string): string {
  const line = oneLine(text.trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
