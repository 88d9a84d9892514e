import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where a program is that is called by its name; null when it is nowhere on the PATH. */
export async function findProgram(name: string): Promise<string | null> {
  const places = isAbsolute(name)
    ? [name]
    : (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name));
  for (const place of places) {
    const found = await access(place, constants.X_OK).then(
      () => realpath(place),
      () => null,
    );
    if (found !== null) return found;
  }
  return null;
}

/** A hash of the names and contents of files. What cannot be read, or is no regular file, counts as not there. */
export async function hashOfFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(JSON.stringify([file, await hashOfFile(file).catch(() => null)]));
  }
  return hash.digest('hex');
}

/** Null for what is no regular file: a pipe could make the reader wait for ever. */
async function hashOfFile(file: string): Promise<string | null> {
  if (!(await stat(file)).isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The files in a folder, and in all below it, whose names end in one way. */
export async function filesBelow(folder: string, ending: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
