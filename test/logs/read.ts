import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoggedPrompt, type LogOptions, openLog, type Summary } from '../../src/logs/log.ts';
import { exact } from '../../src/logs/numbers.ts';
import { BadRow } from '../../src/logs/problems.ts';
import { textRows } from '../../src/logs/text-rows.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';

const STRICT: LogOptions = { onBadRow: 'error', duplicateReward: 'error' };

export interface ReadLog {
  readonly prompts: readonly LoggedPrompt[];
  readonly summary: Summary;
  readonly folder: string;
}

/** Writes files by name and reads all of them as one log. */
export async function readLog(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LogOptions> = {},
): Promise<ReadLog> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const sources = Object.keys(files).map((name) => join(folder, name));
  return { ...(await readSources(sources, options)), folder };
}

export async function readSources(
  sources: readonly string[],
  options: Partial<LogOptions> = {},
): Promise<Omit<ReadLog, 'folder'>> {
  const log = await openLog(sources, { ...STRICT, ...options });
  const prompts: LoggedPrompt[] = [];
  for await (const prompt of log.prompts) prompts.push(prompt);
  return { prompts, summary: log.summary() };
}

/** The groups of each prompt as text: the reward, the probability if there is one, and the number of samples. */
export function shown(prompts: readonly LoggedPrompt[]): Record<string, string> {
  return Object.fromEntries(
    prompts.map(({ prompt, groups }) => [
      prompt,
      groups
        .map(({ reward, logProbability, probability, count }) => {
          const p = logProbability === null ? '' : ` log p ${logProbability}`;
          return `${reward}${p}${probability ? ` p ${probability}` : ''} x${count}`;
        })
        .join(', '),
    ]),
  );
}

/** What is said of a log that is refused, in one line, without its folder. */
export async function refusal(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LogOptions> = {},
): Promise<string> {
  const error: unknown = await readLog(files, options).then(
    () => new Error('nothing was wrong'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error;
  if (error.message.includes('\n')) throw new Error(`more than one line: ${JSON.stringify(error.message)}`);
  return error.message.replaceAll(/\S*\/bonafide-[^/]*\//g, '');
}

/** The rows of a file with prompts, responses and rewards, and the line on which each ends. */
export async function rowsOf(name: string, content: string): Promise<[unknown, unknown, string, number][]> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  const found: [unknown, unknown, string, number][] = [];
  for await (const rows of textRows(file)) {
    for (const { fields, place } of rows) {
      if (fields instanceof BadRow) throw fields;
      found.push([fields.prompt, fields.response, String(exact(fields.reward, 'reward')), place.at]);
    }
  }
  return found;
}

export function jsonLines(...rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
