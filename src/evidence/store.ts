import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { instanceFromJson, instanceToJson } from '../claims/instance.ts';
import { readAs } from '../io/read-text.ts';
import { reason } from '../io/reason.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { InputError } from '../policy/errors.ts';
import { fileName } from './file-name.ts';
import { type Counterexample, counterexampleSchema } from './schema.ts';

/**
 * Saves a counterexample unless its instance is saved already. @returns its path below the folder.
 * @throws InputError where it cannot be written, or where another counterexample has its name.
 */
export async function save(folder: string, counterexample: Counterexample): Promise<string> {
  const path = join(counterexample.claim, fileName(instanceFromJson(counterexample.instance)));
  const [place, file] = [join(folder, counterexample.claim), join(folder, path)];
  await makeFolder(place);
  if (!(await lstat(place)).isDirectory())
    throw new InputError(`cannot write to ${place}: it is a symbolic link out of the folder`);
  if (!(await isThere(file))) await writeWhole(file, `${JSON.stringify(counterexample, null, 2)}\n`);
  else if (!isOfTheSame(await load(file), counterexample))
    throw new InputError(`${file} contains a different counterexample than its name says; move the file away`);
  return path;
}

function isOfTheSame(one: Counterexample, other: Counterexample): boolean {
  const key = ({ claim, instance }: Counterexample): string =>
    JSON.stringify([claim, instanceToJson(instanceFromJson(instance))]);
  return key(one) === key(other);
}

/** Whether the path is a regular file. @throws InputError where it is something else */
async function isThere(file: string): Promise<boolean> {
  try {
    if ((await lstat(file)).isFile()) return true;
    throw new InputError(`cannot write ${file}: it exists and is not a regular file`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * The counterexample files below a folder, sorted; none where the folder does not exist. Only regular files count: a link could lead out
 * of the folder, and a pipe would block. @throws InputError where it is not a folder.
 */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    return (await walk(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new InputError(`cannot read the folder ${folder}: ${reason(error)}`);
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    entries.map(async (entry: Dirent) => {
      if (entry.isDirectory()) return (await walk(join(folder, entry.name))).map((path) => join(entry.name, path));
      return entry.isFile() && entry.name.endsWith('.json') ? [entry.name] : [];
    }),
  );
  return below.flat();
}

/** Reads a counterexample file. @throws InputError naming file, field and reason. */
export function load(file: string): Promise<Counterexample> {
  return readAs(counterexampleSchema, file);
}
