import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from './read.ts';

/** Rewards that doubles would merge, that are written in several ways, and that tie. */
const REWARDS = ['9007199254740993', '9007199254740992', '1.0', '1', '0.1', '1/3', '-2'];
export const ROWS = Array.from({ length: 60 }, (_, at) => ({
  id: `task ${at % 4}`,
  answer: `it's "${at % 23}" é\n`,
  score: REWARDS[(at % 23) % REWARDS.length],
  log_p: -((at % 23) + 1) / 7,
}));

export async function fileOf(name: string, rows: readonly object[] = ROWS): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, jsonLines(...rows));
  return file;
}

const map = (text: Record<string, string>): Map<never, string> => new Map(Object.entries(text)) as Map<never, string>;
export const WITHOUT = map({ prompt: 'id', response: 'answer', reward: 'score', logprob: '' });
export const WITH = map({ prompt: 'id', response: 'answer', reward: 'score', logprob: 'log_p' });
