import { decodeLine } from '../io/decode.ts';
import { InputError } from '../policy/errors.ts';

/** A line of a file, without its end, counted from 1. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** Longer than any sample; protects the memory from a file without line ends. */
export const MAX_LINE_BYTES = 64 * 2 ** 20;
const NEWLINE = 0x0a;

/**
 * Cuts bytes into lines, and gives those that end in a chunk together. Only a line feed ends a line: a text may contain U+2028, at which
 * some readers split.
 * @throws InputError naming file and line for bytes that are not UTF-8 and for a line that is too long, after the lines before it.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<readonly Line[]> {
  const cutter = new Cutter(file, maxBytes);
  for await (const chunk of chunks) yield* cutter.take(chunk);
  yield* cutter.rest();
}

class Cutter {
  readonly #file: string;
  readonly #maxBytes: number;
  #line = 1;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(file: string, maxBytes: number) {
    this.#file = file;
    this.#maxBytes = maxBytes;
  }

  *take(chunk: Uint8Array): Generator<readonly Line[]> {
    const lines: Line[] = [];
    let from = 0;
    try {
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        this.#add(chunk.subarray(from, at));
        lines.push(this.#end());
        from = at + 1;
      }
      this.#add(chunk.subarray(from));
    } finally {
      if (lines.length > 0) yield lines;
    }
  }

  *rest(): Generator<readonly Line[]> {
    if (this.#size > 0) yield [this.#end()];
  }

  #add(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > this.#maxBytes) {
      throw new InputError(
        `${this.#file}:${this.#line}: the line is longer than ${this.#maxBytes / 2 ** 20} MiB; a line holds one sample`,
      );
    }
    this.#parts.push(part);
  }

  #end(): Line {
    const [line, parts] = [this.#line, this.#parts];
    const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
    [this.#line, this.#parts, this.#size] = [line + 1, [], 0];
    return { text: decodeLine(bytes, this.#file, line), line };
  }
}
