import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { codeIn } from './place.ts';

const RUNS_SOURCES = import.meta.url.endsWith('.ts');

/** The file of a build that has the digests of the sources that it was made from. */
const DIGESTS = 'digests.json';

/**
 * A hash of the modules in a folder of the sources that run, such as src/search, with those of its subfolders. What was found by other
 * sources can be told from it.
 */
export async function sourceDigest(folder: string): Promise<string> {
  if (RUNS_SOURCES) return digestOfFolder(codeIn(folder), /\.ts$/);
  const digests: Record<string, string> = JSON.parse(await readFile(codeIn(DIGESTS), 'utf8'));
  const digest = digests[folder];
  if (digest === undefined) throw new Error(`the build has no digest of ${folder}`);
  return digest;
}

/** A hash of the names and contents of the files below a folder that have an ending. The same files have the same hash in every folder. */
export async function digestOfFolder(folder: string, ending: RegExp): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && ending.test(entry.name));
  const named = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')).sort();
  const hash = createHash('sha256');
  for (const name of named) {
    const content = createHash('sha256').update(await readFile(join(folder, name)));
    hash.update(`${content.digest('hex')} ${name}\n`);
  }
  return hash.digest('hex');
}
