import { createReadStream } from 'node:fs';
import type { Rational } from '../arithmetic/rational.ts';
import { reason } from '../io/reason.ts';
import { type Expected, readRows } from '../logs/csv.ts';
import { linesOf, readLines } from '../logs/lines.ts';
import { InputError } from '../policy/errors.ts';
import { JsonNumber, readJson } from '../policy/json.ts';
import { isMissing, kindOf, readNumber } from '../policy/number.ts';
import { checkColumns, NEEDED } from './columns.ts';

/** A sampled response with its reward, and its line in the file. */
export interface Sample {
  readonly prompt: string;
  readonly response: string;
  readonly reward: Rational;
  readonly line: number;
}

/**
 * Reads samples row by row. Files named .csv or .tsv have separated values with a header line, others one JSON object on each line.
 * Columns other than prompt, response and reward are ignored, unless they say that a row stands for several samples. Rewards are read
 * exactly as written.
 * @throws InputError naming file, line and field.
 */
export async function* readSamples(file: string): AsyncGenerator<Sample> {
  try {
    yield* /\.[ct]sv$/i.test(file) ? readCsv(file) : readJsonLines(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw new InputError(`cannot read ${file}: ${reason(error)}`);
    throw error;
  }
}

async function* readJsonLines(file: string): AsyncGenerator<Sample> {
  for await (const { text, line } of readLines(file)) {
    if (text.trim() === '') continue;
    const place = `${file}:${line}`;
    const json = readJson(text, place);
    if (!json) throw new InputError(`${place}: the line is not JSON${hint(text)}`);
    yield sampleOf(recordOf(json.value, place), place, line);
  }
}

const EXPECTED: Expected = {
  likeness: (columns) => NEEDED.filter((needed) => columns.includes(needed)).length,
  checkColumns,
  keepUneven: false,
};

async function* readCsv(file: string): AsyncGenerator<Sample> {
  for await (const { record, line } of readRows(
    linesOf(createReadStream(file) as AsyncIterable<Buffer>, file),
    file,
    EXPECTED,
  ))
    yield sampleOf(record, `${file}:${line}`, line);
}

/** A hint about what a line that is not JSON may be. */
function hint(text: string): string {
  const start = text.trimStart();
  if (start.startsWith('[')) return ONE_LIST;
  if (/^\{\s*$/.test(start)) return '; every sample must stand on one line, as `jq -c .` writes it';
  if (!/^["{]/.test(start)) return '; a file of separated values must have a name that ends in .csv or .tsv';
  return '; is it cut off?';
}

const ONE_LIST = "; instead of one list, write one sample per line, as `jq -c '.[]'` does";

function recordOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)) {
    checkColumns(Object.keys(value), place);
    return value as Record<string, unknown>;
  }
  const list = Array.isArray(value) ? ONE_LIST : '';
  throw new InputError(`${place}: the row: it must be an object with prompt, response and reward${list}`);
}

function sampleOf({ prompt, response, reward }: Record<string, unknown>, place: string, line: number): Sample {
  return {
    prompt: textOf(prompt, `${place}: prompt`),
    response: textOf(response, `${place}: response`),
    reward: rewardOf(reward, `${place}: reward`),
    line,
  };
}

function textOf(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  throw new InputError(`${place}: it must be a string, not ${kindOf(value)}`);
}

function rewardOf(value: unknown, place: string): Rational {
  try {
    return readNumber(value, place);
  } catch (error) {
    if (error instanceof InputError && isMissing(value)) throw new InputError(`${error.message}; remove this sample`);
    throw error;
  }
}
