import { fstatSync, writeSync } from 'node:fs';
import { reason } from '../io/reason.ts';

/** What a command says could not be written, or not to its end. */
export class OutputError extends Error {
  override name = 'OutputError';
  /** The reader closed the pipe, as `head` does: no fault, and nobody to tell. */
  readonly isClosed: boolean;

  constructor(error: unknown) {
    super(`cannot write the output: ${reason(error)}`);
    this.isClosed = (error as NodeJS.ErrnoException).code === 'EPIPE';
  }
}

/**
 * Writes a text to its last byte. A file may take a part of it and say so, which Node's own stream does not hear; what is wrong with a pipe or
 * a terminal comes as an event of the stream.
 * @throws OutputError for a file or a device that does not take all of it.
 */
export function writeOut(stream: NodeJS.WriteStream & { fd: number }, text: string): void {
  if (!isFileLike(stream)) {
    stream.write(text);
    return;
  }
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(stream.fd, bytes, at);
  } catch (error) {
    throw new OutputError(error);
  }
}

function isFileLike({ fd, isTTY }: NodeJS.WriteStream & { fd: number }): boolean {
  const stats = fstatSync(fd);
  return stats.isFile() || (stats.isCharacterDevice() && !isTTY);
}
