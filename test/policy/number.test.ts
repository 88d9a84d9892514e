import { describe, expect, it } from 'vitest';
import { parseNumbers } from '../../src/policy/parse.ts';
import { parsePolicyFile } from '../../src/policy/policy-file.ts';
import { readLog } from '../logs/read.ts';

/** What each reader makes of one number as it is written. */
const READERS: Record<string, (text: string) => Promise<string> | string> = {
  'an option': (text) => String(parseNumbers(text)[0]),
  'a policy file, as text': (text) => rewardIn(JSON.stringify(text)),
  'a policy file': (text) => rewardIn(text),
  'JSON lines, as text': (text) => rowOf('s.jsonl', line(JSON.stringify(text))),
  'JSON lines': (text) => rowOf('s.jsonl', line(text)),
  CSV: (text) => rowOf('s.csv', `prompt,response,reward\np,a,${text}\n`),
};

/** A weight of 1 beside one of the number that is read. */
function rewardIn(json: string): string {
  return String(parsePolicyFile(`{"weights": [${json}, 1]}`, 'f').mass(0));
}

function line(reward: string): string {
  return `{"prompt": "p", "response": "a", "reward": ${reward}}\n`;
}

async function rowOf(name: string, content: string): Promise<string> {
  const { prompts } = await readLog({ [name]: content });
  return String(prompts[0]?.groups[0]?.reward);
}

describe('a number is the same for every reader', () => {
  it.each([
    ['0.5', '1/2', '1/3'],
    ['1e-2', '1/100', '1/101'],
    ['2.50E+1', '25', '25/26'],
    ['9007199254740993', '9007199254740993', '9007199254740993/9007199254740994'],
  ])('%s', async (text, value, share) => {
    for (const [name, reader] of Object.entries(READERS))
      expect([name, await reader(text)]).toEqual([name, name.startsWith('a policy') ? share : value]);
  });

  it.each(['1/3', ' .5 ', '+2', '1.'])('%j, where it is text', async (text) => {
    for (const name of ['a policy file, as text', 'JSON lines, as text', 'CSV'])
      expect(await READERS[name]?.(text)).toMatch(/^[\d/]+$/);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e99999'])('and %s is none', async (text) => {
    for (const reader of Object.values(READERS))
      await expect((async () => reader(text))()).rejects.toThrow(/"(NaN|-?Infinity|1e99999)" |it is (NaN|infinite)/);
  });
});
