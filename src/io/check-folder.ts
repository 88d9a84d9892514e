import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../policy/errors.ts';
import { reason } from './reason.ts';

/**
 * Checks, before any work is done, that files can be written to a folder or that it can be made. It is made only when there is something
 * to write. @throws InputError where neither is possible.
 */
export async function checkFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  try {
    const place = await nearest(path);
    if (!(await stat(place)).isDirectory()) throw new InputError(`cannot make the folder ${folder}: it is a file`);
    await access(place, constants.W_OK);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot write to the folder ${folder}: ${reason(error)}`);
  }
}

/** The existing part of a path: all of it, or the folder below which the rest would be made. */
async function nearest(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return nearest(dirname(path));
  }
}
