import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The path of a program that is called by its name; null where it is not on the PATH. */
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

/** A hash of the names and contents of files. What cannot be read, or is not a regular file, counts as missing. */
export async function hashOfFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(JSON.stringify([file, await hashOfFile(file).catch(() => null)]));
  }
  return hash.digest('hex');
}

/** Null for anything but a regular file: a pipe could block for ever. */
async function hashOfFile(file: string): Promise<string | null> {
  if (!(await stat(file)).isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The files in a folder and its subfolders whose names match `ending`. */
export async function filesBelow(folder: string, ending: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
