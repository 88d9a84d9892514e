import { open, stat } from 'node:fs/promises';
import { JsonNumber } from '../policy/json.ts';
import { literal } from './duckdb.ts';
import type { Field } from './fields.ts';
import { escaped } from './parquet.ts';
import { checked, type PlainRows, plainly } from './plain-rows.ts';
import { BadRow } from './problems.ts';
import type { ReaderOptions } from './reader.ts';
import type { Recognised } from './recognise.ts';
import type { Fields } from './record.ts';
import { textRows } from './text-rows.ts';

/** The pattern of a line, whose groups are the fields in this order, and how the text of a field is written in its group. */
interface Pattern {
  readonly line: string;
  readonly fields: readonly Field[];
  readonly text: (group: string) => string;
}

/** The rows of JSON lines or separated values in an ordinary file whose lines are all written as the first one; null for other texts. */
export async function plainText(file: string, options: ReaderOptions, signal?: AbortSignal): Promise<PlainRows | null> {
  if (!/\.(?:jsonl|ndjson|[ct]sv)$/i.test(file) || !(await stat(file)).isFile()) return null;
  const first = await firstRow(file, signal);
  const recognised = first && plainly(Object.keys(first), first, options);
  if (!recognised) return null;
  const head = await firstLine(file, signal);
  const isJson = !/\.[ct]sv$/i.test(file);
  const pattern = head === null ? null : isJson ? jsonLine(first, recognised) : separatedLine(head, first, recognised);
  if (!pattern) return null;
  const { line, fields, text } = pattern;
  const groups = fields.map((field) => literal(field)).join();
  const response = fields.includes('response') ? text('found.response') : 'NULL';
  const rows = `SELECT regexp_extract(line, ${literal(line)}, [${groups}]) AS found, number FROM ${linesOf(file)}${isJson ? '' : ' WHERE number > 1'}`;
  const sql = `SELECT ${text('found.prompt')} AS prompt, ${response} AS response, ${text('found.reward')} AS reward, number FROM (${rows})`;
  return { recognised, sql: checked(recognised, sql) };
}

async function firstRow(file: string, signal?: AbortSignal): Promise<Fields | null> {
  for await (const [row] of textRows(file, signal)) {
    if (row) return row.fields instanceof BadRow ? null : row.fields;
  }
  return null;
}

/** Bytes that a reader could take for the end of a line or value, or that are no text. */
const ODD = [0x00, 0x01, 0x0d];
const BYTE_ORDER_MARK = 0xef;

const START = 4096;

/** The first line, null where something in the text is odd. One buffer serves all parts, since streams take new memory for each. */
async function firstLine(file: string, signal?: AbortSignal): Promise<string | null> {
  const buffer = Buffer.alloc(2 ** 20);
  const handle = await open(file);
  try {
    let line: string | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return line ?? null;
      const part = buffer.subarray(0, bytesRead);
      if (ODD.some((byte) => part.includes(byte))) return null;
      if (line === undefined && part[0] === BYTE_ORDER_MARK) return null;
      line ??= part.toString('utf8', 0, START).split('\n', 1)[0];
    }
  } finally {
    await handle.close();
  }
}

/** Lines in their order. A line without text is null, and one that is longer is an error. */
function linesOf(file: string): string {
  return `(SELECT line, row_number() OVER () AS number FROM read_csv(${literal(escaped(file))}, columns = {'line': 'VARCHAR'},
    auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', comment = '', new_line = '\\n',
    strict_mode = false, compression = 'none', max_line_size = 1048576))`;
}

const LETTERS = '(?:[^"\\\\\\x00-\\x1f]|\\\\["\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*';
const JSON_NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?';

/** An object of texts, numbers and words, with the keys of the first one in its order. */
function jsonLine(first: Fields, { paths }: Recognised): Pattern | null {
  const fieldOf = new Map([...paths].map(([field, { text }]) => [text, field]));
  const fields: Field[] = [];
  const entries: string[] = [];
  for (const [key, value] of Object.entries(first)) {
    const field = fieldOf.get(key);
    const group = field === undefined ? `(?:"${LETTERS}"|${JSON_NUMBER}|true|false|null)` : groupOf(field, value);
    if (group === null || !/^[\w .-]+$/.test(key)) return null;
    if (field !== undefined) fields.push(field);
    entries.push(`"${key.replaceAll(/\W/g, '\\$&')}": ?${group}`);
  }
  const unescaped = (text: string): string => `json_extract_string('"' || ${text} || '"', '$')`;
  const text = (group: string): string =>
    `CASE WHEN contains(${group}, '\\') THEN CASE WHEN NOT contains(${group}, '\\u0000') THEN ${unescaped(group)} END ELSE ${group} END`;
  return { line: `^\\{${entries.join(', ?')}\\}$`, fields, text };
}

function groupOf(field: Field, value: unknown): string | null {
  if (typeof value === 'string') return `"(${LETTERS})"`;
  if (value instanceof JsonNumber) return `(${JSON_NUMBER})`;
  return field === 'reward' && typeof value === 'boolean' ? '(true|false)' : null;
}

/** Values between separators, of which some may be quoted, for a header without quotes. */
function separatedLine(header: string, first: Fields, { paths }: Recognised): Pattern | null {
  const columns = Object.keys(first);
  const separator = [',', '\t', ';'].find((each) => columns.join(each) === header);
  if (separator === undefined) return null;
  const fieldOf = new Map([...paths].map(([field, { text }]) => [text, field]));
  const value = (column: string): string => `(${fieldOf.has(column) ? '' : '?:'}"(?:[^"]|"")*"|[^"${separator}]*)`;
  const text = (group: string): string =>
    `CASE WHEN starts_with(${group}, '"') THEN replace(${group}[2:-2], '""', '"') ELSE ${group} END`;
  return {
    line: `^${columns.map(value).join(separator)}$`,
    fields: columns.flatMap((column) => fieldOf.get(column) ?? []),
    text,
  };
}
