import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Database, literal } from '../../src/logs/duckdb.ts';

export const FORMATS = ['jsonl', 'csv', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** A log to make: the same options give the same rows. */
export interface LogPlan {
  readonly rows: number;
  /** The samples of each prompt. */
  readonly samples: number;
  readonly seed: number;
  /** Whether the samples of a prompt are scattered over the file, or stand together. */
  readonly isShuffled: boolean;
}

interface Row {
  readonly prompt: string;
  readonly response: string;
  readonly reward: string;
}

/** Writes a log. The memory does not depend on the rows. Parquet is made from the CSV beside it. */
export async function makeLog(plan: LogPlan, format: Format, file: string): Promise<void> {
  if (format !== 'parquet') return writeText(plan, format, file);
  const text = `${file}.csv`;
  await writeText(plan, 'csv', text);
  const database = await Database.open();
  const columns = `{'prompt': 'VARCHAR', 'response': 'VARCHAR', 'reward': 'DOUBLE'}`;
  try {
    await database.run(
      `COPY (FROM read_csv(${literal(text)}, columns = ${columns})) TO ${literal(file)} (FORMAT parquet)`,
    );
  } finally {
    await database.close();
    await rm(text, { force: true });
  }
}

/** Texts are written in parts of about so many characters. */
const PART = 2 ** 20;

async function writeText(plan: LogPlan, format: 'jsonl' | 'csv', file: string): Promise<void> {
  const stream = createWriteStream(file);
  let part = format === 'csv' ? 'prompt,response,reward\n' : '';
  for (let at = 0; at < plan.rows; at += 1) {
    const { prompt, response, reward } = rowAt(plan, at);
    part +=
      format === 'csv'
        ? `${prompt},${response},${reward}\n`
        : `{"prompt": "${prompt}", "response": "${response}", "reward": ${reward}}\n`;
    if (part.length < PART) continue;
    if (!stream.write(part)) await once(stream, 'drain');
    part = '';
  }
  stream.end(part);
  await finished(stream);
}

/** One of eight samples repeats a response of its prompt, with its reward. Rewards have three decimals, so that some tie. */
function rowAt({ rows, samples, seed, isShuffled }: LogPlan, at: number): Row {
  const place = isShuffled ? (at * strideOf(rows)) % rows : at;
  const [prompt, sample] = [Math.floor(place / samples), place % samples];
  const answer = sample % 8 === 7 ? sample - 7 : sample;
  const drawn = mixed(mixed(seed + prompt) + answer);
  const words = `so the answer to this is ${drawn % 97}`;
  return {
    prompt: `problem ${prompt}`,
    response: `Step ${answer}: ${words} or ${drawn}`,
    reward: ((mixed(drawn) % 1000) / 1000).toFixed(3).replace(/0{1,2}$/, ''),
  };
}

/** A number of the order of the golden section of the rows that shares no divisor with them. */
function strideOf(rows: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.round(rows * 0.618));
  while (divisor(stride, rows) !== 1) stride += 1;
  return stride;
}

/** Scatters 32 bits (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
