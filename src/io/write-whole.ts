import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../policy/errors.ts';
import { isThere } from './is-there.ts';
import { removeLeftovers, temporaryName } from './leftovers.ts';
import { reason } from './reason.ts';

/** Makes a folder for files. @throws InputError where that is impossible. */
export async function makeFolder(folder: string): Promise<void> {
  if (folder === '') throw new InputError('the name of a folder is empty; name one');
  try {
    await makeWithParents(folder);
  } catch (error) {
    throw new InputError(`cannot make the folder ${folder}: ${reason(error)}`);
  }
}

/** The recursive mkdir of Node 20 never ends where a folder is there and refuses a new one as if it were not, as /proc does. */
async function makeWithParents(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder && !(await isThere(parent))) await makeWithParents(parent);
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have made it in between.
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/**
 * Writes a text completely or not at all. It is written to the disk under another name, and then replaces the existing file.
 * @throws InputError where that is impossible, as on a full disk; the existing file is then unchanged.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const temporary = join(folder, temporaryName());
  await removeLeftovers(folder);
  try {
    await writeNew(temporary, Buffer.from(text));
    await rename(temporary, file);
    await settle(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new InputError(`cannot write ${file}: ${reason(error)}`);
  }
}

/** Others may read what is written, and only its owner may change it, even where the process allows more. */
const MODE = 0o644;

/** Writes a new file completely and to the disk. A single write may accept only a part of the bytes. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', MODE);
  try {
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes were written`);
  } finally {
    await handle.close();
  }
}

/** The errors of systems that cannot sync a folder. */
const CANNOT = ['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'];

/** Syncs a folder, so that its new entry is on the disk. */
async function settle(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!CANNOT.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
