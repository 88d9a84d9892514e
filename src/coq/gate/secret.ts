import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

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

async function create(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  // A partly written key would be invalid, and would stay so for ever.
  await handle
    ?.writeFile(randomBytes(BYTES))
    .finally(() => handle.close())
    .catch(async (error: unknown) => {
      await rm(file, { force: true });
      throw error;
    });
}
