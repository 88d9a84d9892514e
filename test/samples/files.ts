import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../src/policy/errors.ts';
import { type Duplicates, empiricalPolicies, type PromptPolicy } from '../../src/samples/empirical-policy.ts';
import { readSamples, type Sample } from '../../src/samples/read-samples.ts';
import { temporaryFolder } from '../evidence/folder.ts';

/** Writes a file of samples. @returns its path. */
export async function samplesFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
}

export async function collect(file: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for await (const sample of readSamples(file)) samples.push(sample);
  return samples;
}

/** Samples with the reward as text. */
export async function read(name: string, content: string): Promise<[string, string, string, number][]> {
  const samples = await collect(await samplesFile(name, content));
  return samples.map(({ prompt, response, reward, line }) => [prompt, response, reward.toString(), line]);
}

export async function policies(name: string, content: string, how?: Duplicates): Promise<PromptPolicy[]> {
  const file = await samplesFile(name, content);
  return empiricalPolicies(readSamples(file), file, how);
}

/** What is said of a bad file, after the file's name; it must be one line of an InputError. */
export async function complaint(name: string, content: string | Uint8Array): Promise<string> {
  const file = await samplesFile(name, content);
  return complaintOf(file, () => empiricalPolicies(readSamples(file), file));
}

export async function complaintOf(file: string, read: () => Promise<unknown>): Promise<string> {
  const error: unknown = await read().then(
    () => new Error('nothing was wrong'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error;
  if (!error.message.includes(file)) throw new Error(`the file is not named in ${JSON.stringify(error.message)}`);
  if (error.message.includes('\n')) throw new Error(`more than one line: ${JSON.stringify(error.message)}`);
  return error.message.replace(file, 'FILE');
}

/** JSON lines of rows. */
export function jsonLines(...rows: object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
