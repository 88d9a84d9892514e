import { parseMap } from '../../../../src/logs/fields.ts';
import { groupedInMemory } from '../../../../src/logs/in-memory.ts';
import { LAYOUTS } from '../../../../src/logs/layouts.ts';
import { DUPLICATE_RULES } from '../../../../src/logs/outcome.ts';
import type { Grouping, LoggedPrompt } from '../../../../src/logs/prompt-groups.ts';
import { Reader, type ReaderOptions } from '../../../../src/logs/reader.ts';
import { peeked } from '../../../../src/logs/table.ts';
import { rowsIn } from '../../../../src/logs/text-rows.ts';
import { awaited, inOnePiece, inPieces, same } from '../target.ts';

const NAMES = ['log.txt', 'log.jsonl', 'log.csv', 'log.tsv', 'log.json'];
const MAPS = [
  undefined,
  'prompt=p,reward=r',
  'prompt=a.b,reward=a.0',
  'prompt=p,response=q,reward=r,logprob=sum(l),count=c',
];

/** Logs of samples, under a name and options that the first two bytes decide: the same prompts however the bytes come. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const [first = 0, second = 0] = bytes;
  const name = NAMES[first % NAMES.length] as string;
  const map = MAPS[second % MAPS.length];
  const options: ReaderOptions = {
    map: map === undefined ? undefined : parseMap(map),
    layout: first < 100 ? undefined : LAYOUTS[first % LAYOUTS.length],
    onBadRow: second < 128 ? 'skip' : 'error',
  };
  const grouping: Grouping = {
    duplicateReward: DUPLICATE_RULES[second % DUPLICATE_RULES.length] ?? 'error',
    areApart: second % 2 === 1,
  };
  const text = bytes.subarray(2);
  const read = async (chunks: AsyncGenerator<Uint8Array>): Promise<LoggedPrompt[]> => {
    const open = () => peeked(rowsIn({ start: text.subarray(0, 4096), chunks }, name));
    const prompts: LoggedPrompt[] = [];
    for await (const prompt of groupedInMemory(new Reader([name], open, options).all(), grouping)) prompts.push(prompt);
    return prompts;
  };
  const whole = await awaited(() => read(inOnePiece(text)), name);
  same('other prompts from pieces', await awaited(() => read(inPieces(text)), name), whole);
}
