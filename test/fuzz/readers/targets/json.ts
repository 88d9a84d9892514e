import { isDeepStrictEqual } from 'node:util';
import { JsonNumber, readJson, readPlainJson } from '../../../../src/policy/json.ts';
import { attempted, FILE, Finding, holds, same, textOf } from '../target.ts';

/** JSON with numbers as they are written: the same values as `JSON.parse`, where that loses nothing. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const parsed = parsedBy(() => JSON.parse(text));
  const read = attempted(() => readJson(text, FILE));
  if (read && parsed) same('another value than that of JSON.parse', rounded(read.value), parsed.value);
  if (read && !parsed) holds('a text that is no JSON is read', /NaN|Infinity/.test(text));
  const plain = attempted(() => readPlainJson(text, FILE));
  if (!plain) return;
  if (!parsed) throw new Finding('a text that is no JSON is read');
  const again = attempted(() => readPlainJson(JSON.stringify(plain.value), FILE));
  if (!isDeepStrictEqual(again, plain)) throw new Finding('a value is another one after it was printed and read');
}

function parsedBy(work: () => unknown): { readonly value: unknown } | null {
  try {
    return { value: work() };
  } catch {
    return null;
  }
}

function rounded(value: unknown): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
}
