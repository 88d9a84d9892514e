import { NumberSyntaxError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import { reason } from '../io/reason.ts';
import { InputError } from '../policy/errors.ts';
import { JsonNumber, readJson } from '../policy/json.ts';
import { checkColumns } from './columns.ts';
import { readRows } from './csv.ts';
import { readLines } from './lines.ts';

/** One sampled response with its reward, and the line of the file it stands on. */
export interface Sample {
  readonly prompt: string;
  readonly response: string;
  readonly reward: Rational;
  readonly line: number;
}

/**
 * Reads samples, row by row: CSV with a header line where the name ends in .csv, otherwise one JSON object a line. Columns
 * other than prompt, response and reward are ignored, unless they say that a row stands for several samples. Rewards are exactly
 * what is written.
 * @throws InputError naming file, line and field.
 */
export async function* readSamples(file: string): AsyncGenerator<Sample> {
  try {
    yield* file.toLowerCase().endsWith('.csv') ? readCsv(file) : readJsonLines(file);
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

async function* readCsv(file: string): AsyncGenerator<Sample> {
  for await (const { record, line } of readRows(file)) yield sampleOf(record, `${file}:${line}`, line);
}

/** What a line that is not JSON may be instead. */
function hint(text: string): string {
  if (/\b(NaN|-?Infinity)\b/.test(text)) return '; JSON has no NaN and no Infinity: leave such a sample out';
  if (/^\s*[[{]\s*,?\s*$/.test(text)) return '; every sample must stand on one line';
  if (!/^\s*[[{"]/.test(text)) return '; a file of comma-separated values must have a name that ends in .csv';
  return '; is it cut off?';
}

function recordOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)) {
    checkColumns(Object.keys(value), place);
    return value as Record<string, unknown>;
  }
  throw new InputError(`${place}: the row: it must be an object with prompt, response and reward`);
}

function sampleOf({ prompt, response, reward }: Record<string, unknown>, place: string, line: number): Sample {
  return {
    prompt: textOf(prompt, `${place}: prompt`),
    response: textOf(response, `${place}: response`),
    reward: numberOf(reward, `${place}: reward`),
    line,
  };
}

function textOf(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  throw new InputError(`${place}: it must be a text, not ${kindOf(value)}`);
}

function numberOf(value: unknown, place: string): Rational {
  const text = value instanceof JsonNumber ? value.text : value;
  if (typeof text !== 'string') throw new InputError(`${place}: it must be a number, not ${kindOf(value)}`);
  try {
    return Rational.parse(text);
  } catch (error) {
    if (error instanceof NumberSyntaxError) throw new InputError(`${place}: ${error.message}`);
    throw error;
  }
}

function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber) return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}
