import { checkKind } from '../io/decode.ts';
import { InputError } from '../policy/errors.ts';
import { type Line, MAX_LINE_BYTES } from './lines.ts';

/** One value of a JSON text that holds many, and the line on which it starts. */
export interface Element {
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts a JSON list into its elements, or values that follow each other into these. They may go over several lines, and all may be on one line.
 * Whether an element is JSON is left to its reader; a text that is cut off ends with an element that is cut off.
 * @throws InputError naming the line where something follows the list, an element is too long or bytes are not UTF-8.
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly Element[]> {
  const cutter = new Cutter(file);
  for await (const pieces of piecesOf(chunks, file)) yield pieces.flatMap((piece) => [...cutter.take(piece)]);
  yield [...cutter.rest()];
}

/** A part of a line, with its end if it has been read. */
type Piece = Line;

/** The text of bytes, cut at the ends of lines and wherever the bytes come in parts. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<readonly Piece[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) checkKind(chunk, file);
    isFirst = false;
    const pieces = decoded(() => decoder.decode(chunk, { stream: true }), file, line)
      .split(/(?<=\n)/)
      .map((text, at) => ({ text, line: line + at }));
    yield pieces;
    line += pieces.filter(({ text }) => text.endsWith('\n')).length;
  }
  decoded(() => decoder.decode(), file, line);
}

function decoded(decode: () => string, file: string, line: number): string {
  try {
    return decode();
  } catch {
    throw new InputError(`${file}:${line}: from this line on, some bytes are not UTF-8`);
  }
}

const MARKS = /["[\]{},]/g;
const STRING_END = /["\\]/g;

class Cutter {
  readonly #file: string;
  #state: 'before' | 'values' | 'list' | 'after' = 'before';
  /** How many brackets and braces are open within the element. */
  #depth = 0;
  #isString = false;
  /** Whether the last piece ended with a backslash in a string. */
  #isEscaped = false;
  #parts: string[] = [];
  #size = 0;
  #line = 1;

  constructor(file: string) {
    this.#file = file;
  }

  *take({ text, line }: Piece): Generator<Element> {
    let from = this.#start(text);
    let at = from;
    for (;;) {
      const mark = this.#next(text, at);
      if (mark === null) break;
      at = mark.end;
      if (mark.cuts === null) continue;
      this.#add(text.slice(from, mark.cuts === 'after' ? at : at - 1), line);
      from = at;
      yield* this.rest();
      if (this.#depth < 0) this.#state = 'after';
    }
    this.#add(text.slice(from), line);
  }

  /** The element so far, if it is more than space. */
  *rest(): Generator<Element> {
    const text = this.#parts.join('');
    [this.#parts, this.#size] = [[], 0];
    if (text.trim() !== '') yield { text, line: this.#line };
  }

  /** Steps over the bracket that opens the list. @returns where the elements of this text start. */
  #start(text: string): number {
    if (this.#state !== 'before' || text.trim() === '') return 0;
    const isList = text.trimStart().startsWith('[');
    this.#state = isList ? 'list' : 'values';
    return isList ? text.indexOf('[') + 1 : 0;
  }

  /** The next mark outside of strings, and whether it cuts the text before or after itself. */
  #next(text: string, at: number): { readonly end: number; readonly cuts: 'before' | 'after' | null } | null {
    if (this.#isString) return this.#endString(text, at);
    MARKS.lastIndex = at;
    const mark = MARKS.exec(text)?.[0];
    if (mark === undefined) return null;
    const end = MARKS.lastIndex;
    if (mark === '"') this.#isString = true;
    else if (mark === '[' || mark === '{') this.#depth += 1;
    else if (mark !== ',') this.#depth -= 1;
    return { end, cuts: this.#cuts(mark) };
  }

  #cuts(mark: string): 'before' | 'after' | null {
    if (this.#state === 'list') {
      if (mark === ',' && this.#depth === 0) return 'before';
      return mark === ']' && this.#depth < 0 ? 'before' : null;
    }
    return (mark === '}' || mark === ']') && this.#depth === 0 ? 'after' : null;
  }

  #endString(text: string, at: number): { readonly end: number; readonly cuts: null } | null {
    STRING_END.lastIndex = at + Number(this.#isEscaped);
    this.#isEscaped = false;
    const mark = STRING_END.exec(text)?.[0];
    if (mark === undefined) return null;
    if (mark === '"') this.#isString = false;
    this.#isEscaped = mark === '\\' && STRING_END.lastIndex === text.length;
    if (this.#isEscaped) return null;
    return { end: STRING_END.lastIndex + (mark === '"' ? 0 : 1), cuts: null };
  }

  #add(part: string, line: number): void {
    if (this.#state === 'after' && part.trim() !== '') {
      throw new InputError(`${this.#file}:${line}: something follows the end of the list`);
    }
    if (this.#parts.length === 0) {
      if (part.trim() === '') return;
      this.#line = line;
    }
    this.#size += part.length;
    if (this.#size > MAX_LINE_BYTES) {
      throw new InputError(`${this.#file}:${this.#line}: the value is longer than ${MAX_LINE_BYTES / 2 ** 20} MiB`);
    }
    this.#parts.push(part);
  }
}
