import { realpath } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isThere } from '../io/is-there.ts';
import { InputError } from '../policy/errors.ts';
import { nameOf, STANDARD_INPUT } from './bytes.ts';

/**
 * The files of a log. A pattern as `logs/*.jsonl` stands for the files that it matches, sorted by name. The name of an
 * existing file is never a pattern.
 * @throws InputError where nothing is given, a pattern matches nothing, or a file is named twice, under whatever names.
 */
export async function filesOf(sources: readonly string[]): Promise<readonly string[]> {
  if (sources.length === 0) throw new InputError('a log needs at least one file');
  const files: string[] = [];
  for (const source of sources) {
    if (source === STANDARD_INPUT || !isDynamicPattern(source) || (await isThere(source))) files.push(source);
    else files.push(...(await matching(source)));
  }
  const known = await Promise.all(files.map((file) => realpath(file).catch(() => file)));
  const twice = files.find((_, at) => known.indexOf(known[at] as string) !== at);
  if (twice !== undefined) throw new InputError(`${nameOf(twice)} is given twice; its samples would count twice`);
  return files;
}

async function matching(pattern: string): Promise<string[]> {
  const files = await glob([pattern], { absolute: isAbsolute(pattern), expandDirectories: false });
  if (files.length === 0) throw new InputError(`no file matches ${pattern}`);
  return files.sort((a, b) => (a < b ? -1 : 1));
}
