import { InputError } from '../policy/errors.ts';

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NEWLINE = 0x0a;

const COMPRESSED = 'it is compressed; unpack it first';
const UTF_16 = 'it is UTF-16; save it as UTF-8';
const UTF_32 = 'it is UTF-32; save it as UTF-8';
const ARCHIVE = 'it is a ZIP archive, as spreadsheets are; unpack it, or save it as CSV in UTF-8';

/** Stands for any byte but 0, as in UTF-16, where an ASCII character has such a byte beside a zero. */
const CHARACTER = null;

/** Other kinds of files by their first bytes. Some of these bytes are valid UTF-8 but not text. */
const KINDS: readonly [readonly (number | typeof CHARACTER)[], string][] = [
  [[0x1f, 0x8b], COMPRESSED],
  [[0x28, 0xb5, 0x2f, 0xfd], COMPRESSED],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], COMPRESSED],
  [[0x42, 0x5a, 0x68, CHARACTER, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], COMPRESSED],
  [[0x50, 0x4b, 0x03, 0x04], ARCHIVE],
  [[0x50, 0x41, 0x52, 0x31, 0x15], 'it is a Parquet file; export it as JSONL or CSV'],
  [[0xff, 0xfe, 0, 0], UTF_32],
  [[0, 0, 0xfe, 0xff], UTF_32],
  [[0xff, 0xfe], UTF_16],
  [[0xfe, 0xff], UTF_16],
  [[CHARACTER, 0, CHARACTER, 0], UTF_16],
  [[0, CHARACTER, 0, CHARACTER], UTF_16],
];

/** @throws InputError where the first bytes of a file show that it is not text in UTF-8. */
export function checkKind(bytes: Uint8Array, file: string): void {
  const is = (wanted: number | typeof CHARACTER, byte: number | undefined): boolean =>
    wanted === CHARACTER ? byte !== undefined && byte !== 0 : byte === wanted;
  const kind = KINDS.find(([start]) => start.every((wanted, at) => is(wanted, bytes[at])));
  if (kind) throw new InputError(`cannot read ${file}: ${kind[1]}`);
}

/** The text of a line, without the byte order mark if it is line 1 of its file. @throws InputError */
export function decodeLine(bytes: Uint8Array, file: string, line: number): string {
  if (line === 1) checkKind(bytes, file);
  try {
    const text = STRICT.decode(bytes);
    return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    throw new InputError(`${file}:${line}: the line is not UTF-8`);
  }
}

/**
 * The text of a whole file. Bytes that are not UTF-8 are refused: replacing them could make different texts equal.
 * @throws InputError naming file and line.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  checkKind(bytes, file);
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
