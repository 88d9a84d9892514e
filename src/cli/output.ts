import { fstatSync, writeSync } from 'node:fs';
import { reason } from '../io/reason.ts';

/** The output of a command could not be written, or not completely. */
export class OutputError extends Error {
  override name = 'OutputError';
  /** The reader closed the pipe, as `head` does. That is no error, and nobody reads a message. */
  readonly isClosed: boolean;

  constructor(error: unknown) {
    super(`cannot write the output: ${reason(error)}`);
    this.isClosed = (error as NodeJS.ErrnoException).code === 'EPIPE';
  }
}

/**
 * Writes a text completely. A write to a file may accept only a part of it, which Node's own stream ignores. Errors of a pipe or a
 * terminal come as an event of the stream.
 * @throws OutputError for a file or a device that does not accept all of it.
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
