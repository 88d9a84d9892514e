import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../policy/errors.ts';
import { reason } from './reason.ts';

/** Makes a folder where files can be written. @throws InputError when that cannot be. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new InputError(`cannot make the folder ${folder}: ${reason(error)}`);
  }
}

/**
 * Writes a text whole or not at all: every byte of it is on the disk, under another name, before it takes the place of what is there.
 * @throws InputError when that cannot be, as on a full disk; then what was there is as it was.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const temporary = join(folder, `.bonafide-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeNew(temporary, Buffer.from(text));
    await rename(temporary, file);
    await settle(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new InputError(`cannot write ${file}: ${reason(error)}`);
  }
}

/** Writes a file that is not there, to the disk and to the last byte: a file system may take a part of what it is given and say so. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes were written`);
  } finally {
    await handle.close();
  }
}

/** Some systems cannot do this with a folder. */
const CANNOT = ['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'];

/** Sees to it that a folder's new entry is on the disk. */
async function settle(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!CANNOT.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
