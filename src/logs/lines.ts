import { createReadStream } from 'node:fs';
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

/** Reads a file line by line. @throws InputError as `linesOf` does. */
export function readLines(file: string, maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  return linesOf(createReadStream(file) as AsyncIterable<Buffer>, file, maxBytes);
}

/**
 * Cuts bytes into lines. Only a line feed ends a line: a text may contain U+2028, at which some readers split.
 * @throws InputError naming file and line for bytes that are not UTF-8 and for a line that is too long.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > maxBytes) {
      throw new InputError(
        `${file}:${line}: the line is longer than ${maxBytes / 2 ** 20} MiB; a line holds one sample`,
      );
    }
    parts.push(part);
  };
  const end = (): Line => {
    const whole = { text: decodeLine(Buffer.concat(parts), file, line), line };
    [line, parts, size] = [line + 1, [], 0];
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      yield end();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield end();
}
