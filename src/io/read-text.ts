import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { z } from 'zod';
import { InputError } from '../policy/errors.ts';
import { readPlainJson } from '../policy/json.ts';
import { decodeText } from './decode.ts';
import { reason } from './reason.ts';

/** A limit far above the texts that are read as a whole; samples are read line by line. */
const MAX_BYTES = 64 * 2 ** 20;
const CHUNK = 2 ** 16;

/** Reads a whole text file or pipe. @throws InputError where it cannot be read, is not UTF-8 or is too long. */
export function readText(file: string): Promise<string> {
  return read(file, constants.O_RDONLY);
}

/** Reads a regular file only: a pipe or a device could block for ever. @throws InputError */
export function readRegularText(file: string): Promise<string> {
  return read(file, constants.O_RDONLY | constants.O_NONBLOCK, async (handle) => {
    const stats = await handle.stat();
    if (!stats.isFile() && !stats.isDirectory()) throw new InputError(`cannot read ${file}: it is not a regular file`);
  });
}

async function read(file: string, flags: number, check?: (handle: FileHandle) => Promise<void>): Promise<string> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, flags);
    await check?.(handle);
    return decodeText(await bytesOf(handle, file), file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${file}: ${reason(error)}`, { cause: error });
  } finally {
    await handle?.close();
  }
}

/** All bytes, whatever size the file system reports. */
async function bytesOf(handle: FileHandle, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    size += bytesRead;
    if (size > MAX_BYTES) throw new InputError(`cannot read ${file}: it is larger than ${MAX_BYTES / 2 ** 20} MiB`);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/** @throws InputError naming the file where it is not JSON, has a key twice, or has a number that no double prints as. */
export function parseJson(text: string, file: string): unknown {
  const read = readPlainJson(text, file);
  if (!read) throw new InputError(`${file} is not JSON; is it cut off?`);
  return read.value;
}

/** The content of a JSON file, validated by a schema. @throws InputError naming file, field and reason. */
export async function readAs<T>(schema: z.ZodType<T>, file: string): Promise<T> {
  return parseAs(schema, await readRegularText(file), file);
}

/** The same for a text that has been read. */
export function parseAs<T>(schema: z.ZodType<T>, text: string, file: string): T {
  const { data, error } = schema.safeParse(parseJson(text, file));
  if (!error) return data;
  const [issue] = error.issues;
  throw new InputError(`${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}
