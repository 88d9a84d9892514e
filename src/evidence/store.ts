import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { instanceFromJson } from '../claims/instance.ts';
import { InputError } from '../policy/errors.ts';
import { fileName } from './counterexample.ts';
import { parseJson, readRegularText } from './read-text.ts';
import { reason } from './reason.ts';
import { type Counterexample, counterexampleSchema } from './schema.ts';
import { makeFolder, writeWhole } from './write-whole.ts';

/** Saves a counterexample unless its instance is there already. @returns its path below the folder. */
export async function save(folder: string, counterexample: Counterexample): Promise<string> {
  const path = join(counterexample.claim, fileName(instanceFromJson(counterexample.instance)));
  await makeFolder(join(folder, counterexample.claim));
  if (!(await listFiles(folder)).includes(path)) {
    await writeWhole(join(folder, path), `${JSON.stringify(counterexample, null, 2)}\n`);
  }
  return path;
}

/** The counterexample files below a folder, sorted; none when it is not there. @throws InputError when it is no folder. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new InputError(`cannot read the folder ${folder}: ${reason(error)}`);
  }
}

/** Reads a counterexample file. @throws InputError naming file, field and reason. */
export async function load(file: string): Promise<Counterexample> {
  const json = parseJson(await readRegularText(file), file);
  const parsed = counterexampleSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new InputError(
    `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not a counterexample'}`,
  );
}
