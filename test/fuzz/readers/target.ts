import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../../../src/policy/errors.ts';

/** Gives bytes to a reader. It throws where the reader does anything else than to read them or to refuse them in a sentence. */
export type Target = (bytes: Uint8Array) => void | Promise<void>;

/** A reader behaves otherwise than it promises. */
export class Finding extends Error {
  override name = 'Finding';
}

/** Where the text comes from, for messages. */
export const FILE = 'input.txt';

/** What a reader gives, or null where it refuses in a sentence that names the place. @throws whatever else it throws */
export function attempted<T>(work: () => T, place: string | RegExp = FILE): T | null {
  try {
    return work();
  } catch (error) {
    return refused(error, place);
  }
}

/** The same for a reader that is waited for. */
export async function awaited<T>(work: () => Promise<T>, place: string | RegExp = FILE): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    return refused(error, place);
  }
}

function refused(error: unknown, place: string | RegExp): null {
  if (!(error instanceof InputError)) throw error;
  const names =
    typeof place === 'string'
      ? error.message.replace(/^cannot read /, '').startsWith(place)
      : place.test(error.message);
  if (!names) throw new Finding(`the message names no place: ${error.message}`);
  return null;
}

/** @throws Finding unless both are the same. */
export function same(what: string, one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) throw new Finding(`${what}: ${shown(one)} is not ${shown(other)}`);
}

/** @throws Finding */
export function holds(what: string, is: boolean): void {
  if (!is) throw new Finding(what);
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item))?.slice(0, 500) ?? 'nothing';
}

/** The text of bytes, as a file that has been decoded. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** So many bytes come at once at the start of a stream. */
const START = 16;

/** Bytes in pieces whose lengths the first byte decides, since a stream may cut them anywhere. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = 1 + ((bytes[0] ?? 0) % 7);
  if (bytes.length > 0) yield bytes.subarray(0, START);
  for (let at = START; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
