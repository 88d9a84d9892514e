import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogOptions } from '../../src/logs/log.ts';
import { empiricalPolicy, type PromptPolicy } from '../../src/samples/empirical-policy.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { readLog } from '../logs/read.ts';

/** Writes a file of samples. @returns its path. */
export async function samplesFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
}

/** The empirical policy of each prompt of a log. */
export async function policies(
  name: string,
  content: string,
  duplicateReward: LogOptions['duplicateReward'] = 'error',
): Promise<(PromptPolicy & { readonly prompt: string })[]> {
  const { prompts } = await readLog({ [name]: content }, { duplicateReward, areApart: true });
  return prompts.map((logged) => ({ prompt: logged.prompt, ...empiricalPolicy(logged) }));
}
