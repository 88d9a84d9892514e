import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { NumberSyntaxError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import { reason } from '../evidence/store.ts';
import { InputError } from '../policy/errors.ts';

/** One sampled response with its reward, and the line of the file it stands on. */
export interface Sample {
  readonly prompt: string;
  readonly response: string;
  readonly reward: Rational;
  readonly line: number;
}

const row = z.object({ prompt: z.string(), response: z.string(), reward: z.number() });
const textRow = z.object({ prompt: z.string(), response: z.string(), reward: z.string() });

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads samples, row by row: CSV with a header line where the name ends in .csv, otherwise one JSON object a line. Columns
 * other than prompt, response and reward are ignored. A JSON reward is the exact value of its double.
 * @throws InputError naming file, line and field.
 */
export async function* readSamples(file: string): AsyncGenerator<Sample> {
  try {
    yield* file.toLowerCase().endsWith('.csv') ? readCsv(file) : readJsonLines(file);
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`${file}: not CSV: ${error.message}`);
    if ((error as NodeJS.ErrnoException).syscall) throw new InputError(`cannot read ${file}: ${reason(error)}`);
    throw error;
  }
}

async function* readJsonLines(file: string): AsyncGenerator<Sample> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const json = line === 1 ? text.replace(BYTE_ORDER_MARK, '') : text;
    if (json.trim() === '') continue;
    const { prompt, response, reward } = checked(row, parseJson(json, file, line), file, line);
    yield { prompt, response, reward: Rational.fromDouble(reward), line };
  }
}

async function* readCsv(file: string): AsyncGenerator<Sample> {
  const parser = parse({ columns: true, info: true, bom: true, skip_empty_lines: true });
  // Errors of either stream come out of the iteration.
  for await (const { record, info } of pipeline(createReadStream(file), parser, () => undefined)) {
    const line = (info as { lines: number }).lines;
    const { prompt, response, reward } = checked(textRow, record, file, line);
    yield { prompt, response, reward: parseReward(reward, file, line), line };
  }
}

function parseReward(text: string, file: string, line: number): Rational {
  try {
    return Rational.parse(text);
  } catch (error) {
    if (error instanceof NumberSyntaxError) throw new InputError(`${file}:${line}: reward: ${error.message}`);
    throw error;
  }
}

function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${file}:${line}: the line is not JSON`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string, line: number): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'the row';
  throw new InputError(`${file}:${line}: ${field}: ${issue?.message ?? 'is not a sample'}`);
}
