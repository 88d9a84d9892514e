import { InputError } from '../policy/errors.ts';

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NEWLINE = 0x0a;

/** Files of other kinds by their first bytes. */
const KINDS: readonly [readonly number[], string][] = [
  [[0x1f, 0x8b], 'it is compressed; unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'it is compressed; unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'it is a ZIP archive; unpack it first'],
  [[0xff, 0xfe], 'it is UTF-16; save it as UTF-8'],
  [[0xfe, 0xff], 'it is UTF-16; save it as UTF-8'],
];

/** The text of a line, which is the first of its file where `line` is 1; a byte order mark there is no part of it. @throws InputError */
export function decodeLine(bytes: Uint8Array, file: string, line: number): string {
  try {
    const text = STRICT.decode(bytes);
    return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    const kind = line === 1 ? KINDS.find(([start]) => start.every((byte, at) => bytes[at] === byte)) : undefined;
    throw new InputError(kind ? `cannot read ${file}: ${kind[1]}` : `${file}:${line}: the line is not UTF-8`);
  }
}

/**
 * The text of a whole file. Bytes that are not UTF-8 are refused: replaced, they could make one text of two.
 * @throws InputError naming file and line.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  try {
    return STRICT.decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    for (let line = 1, from = 0; from <= bytes.length; line += 1) {
      const end = bytes.indexOf(NEWLINE, from);
      decodeLine(bytes.subarray(from, end < 0 ? bytes.length : end), file, line);
      from = end < 0 ? bytes.length + 1 : end + 1;
    }
    throw new InputError(`${file} is not UTF-8`);
  }
}
