import { access, constants, lstat, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../policy/errors.ts';
import { reason } from './reason.ts';

/**
 * Checks that a file can be written without destroying anything else: its folder can be written, it is none of the files that are read, and what is there, if
 * anything, is a regular file.
 * @throws InputError naming it.
 */
export async function checkNewFile(file: string, read: readonly string[]): Promise<void> {
  if (file === '' || file === '-') throw new InputError(`${JSON.stringify(file)} is not the name of a file to write`);
  await access(dirname(file), constants.W_OK).catch((error: unknown) => {
    throw new InputError(`cannot write ${file}: ${reason(error)}`);
  });
  const stats = await lstat(file).catch(() => null);
  if (!stats) return;
  if (!stats.isFile()) throw new InputError(`cannot write ${file}: it exists and is not a regular file`);
  const own = await realpath(file);
  for (const source of read) {
    if ((await realpath(source).catch(() => null)) === own)
      throw new InputError(`cannot write ${file}: it is one of the files that are read`);
  }
}
