import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { isThere } from '../../io/is-there.ts';

const BYTES = 32;

/** The file of this user's key, in the user's cache folder and outside of every project. */
export const SECRET = join(cacheFolder(), 'bonafide', 'proof-cache.key');

/** The user's cache folder, never one relative to the working directory: a key that comes with a project is not this user's. */
function cacheFolder(): string {
  const [named, usual] =
    process.platform === 'win32'
      ? [process.env.LOCALAPPDATA, join('AppData', 'Local')]
      : [process.env.XDG_CACHE_HOME, process.platform === 'darwin' ? join('Library', 'Caches') : '.cache'];
  // The home folder from the system's list of users, since HOME may be empty or name another folder.
  return named !== undefined && isAbsolute(named) ? named : join(userInfo().homedir, usual);
}

/** A random key that only this user can read. It is made where there is none; null where no such file can be made. */
export async function cacheSecret(file = SECRET): Promise<Buffer | null> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await create(file);
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const about = await handle.stat();
      const isOwn = process.getuid === undefined || (about.uid === process.getuid() && (about.mode & 0o077) === 0);
      if (!isOwn || !about.isFile() || about.size !== BYTES) return null;
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** Makes the file in one step, unless there is one: a key that is cut off would stay so for ever. */
async function create(file: string): Promise<void> {
  if (await isThere(file)) return;
  const own = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(own, randomBytes(BYTES), { flag: 'wx', mode: 0o600 });
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
}
