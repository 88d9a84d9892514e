import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reason } from '../io/reason.ts';
import { InputError } from '../policy/errors.ts';

/** The source that stands for standard input. */
export const STANDARD_INPUT = '-';

/** The name of a source in messages. */
export function nameOf(source: string): string {
  return source === STANDARD_INPUT ? 'standard input' : source;
}

/** The bytes of a source, unpacked, and some of the first ones. */
export interface Bytes {
  readonly start: Uint8Array;
  /** All bytes, those of the start too. */
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Enough to tell what kind of file it is, after a byte order mark and blank lines. */
const START = 4096;
const GZIP = [0x1f, 0x8b];

/** Opens a file or standard input. What gzip packed is unpacked, whatever its name. @throws InputError where it cannot be read. */
export async function openBytes(source: string, signal?: AbortSignal): Promise<Bytes> {
  const stream = await streamOf(source);
  const raw = await withStart(naming(source, signal ? until(signal, stream) : stream));
  return isPacked(raw.start) ? withStart(naming(source, unpacked(raw.chunks))) : raw;
}

/** A named pipe is read as a socket, since to open or read it as a file would hold the process until somebody writes. */
async function streamOf(source: string): Promise<Readable> {
  if (source === STANDARD_INPUT) return process.stdin;
  const isPipe = await stat(source).then(
    (stats) => stats.isFIFO(),
    () => false,
  );
  if (!isPipe) return createReadStream(source);
  return new Socket({ fd: openSync(source, constants.O_RDONLY | constants.O_NONBLOCK), writable: false });
}

/** The bytes of a stream until an abort, which is heard also where the stream says nothing. */
async function* until(signal: AbortSignal, stream: Readable): AsyncGenerator<Uint8Array> {
  const { promise, stop } = aborted(signal);
  const iterator: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), promise]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stop();
    // Not awaited: a pipe may never answer.
    stream.destroy();
  }
}

/** A promise that an abort rejects. */
function aborted(signal: AbortSignal): { readonly promise: Promise<never>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason);
    stop = () => signal.removeEventListener('abort', abort);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  promise.catch(() => undefined);
  return { promise, stop };
}

function isPacked(start: Uint8Array): boolean {
  return GZIP.every((byte, at) => start[at] === byte);
}

/** The errors of a damaged stream reach whoever reads the unpacked bytes. */
function unpacked(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(chunks), createGunzip(), () => undefined);
}

/** Bytes with their start, which is the first of their pieces. */
export async function withStart(chunks: AsyncGenerator<Uint8Array>): Promise<Bytes> {
  const first: Uint8Array[] = [];
  for (let size = 0; size < START; ) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const start = Buffer.concat(first);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      // A pipe may give single bytes, and it takes several to see what kind of file it is.
      if (start.length > 0) yield start;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  }
  return { start, chunks: all() };
}

/** The same bytes. An error of the system or of the packed data becomes one sentence about the source. */
async function* naming(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall) throw new InputError(`cannot read ${nameOf(source)}: ${reason(error)}`);
    if (!String(code).startsWith('Z_')) throw error;
    throw new InputError(`cannot read ${nameOf(source)}: what gzip packed is cut off or damaged`);
  }
}
