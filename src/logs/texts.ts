import { createHash } from 'node:crypto';
import { JsonNumber } from '../policy/json.ts';
import { kindOf } from '../policy/number.ts';
import { BadRow } from './problems.ts';
import { isRecord } from './record.ts';

/**
 * A prompt or response as one text. A number is the text that is written, and chat messages are canonical JSON: without space, the keys in
 * order.
 * @throws BadRow for anything else.
 */
export function textOf(value: unknown, name: string, what: 'prompt' | 'response'): string {
  if (typeof value === 'string') return value;
  if (value instanceof JsonNumber && value.text !== 'NaN') return value.text;
  // NaN is what tables without missing values write for them. Different prompts must not become one.
  if (value === null || value === undefined || value instanceof JsonNumber)
    throw new BadRow(`missing ${what}`, `${name}: the ${what} is missing`);
  if (isMessages(value)) return canonical(value);
  throw new BadRow('wrong type', `${name}: it must be a text or a list of chat messages, not ${kindOf(value)}`);
}

/** Whether a value is a list of chat messages. */
export function isMessages(value: unknown): boolean {
  const isMessage = (item: unknown): boolean => isRecord(item) && 'role' in item && 'content' in item;
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

/** The JSON of a value with numbers as they are written. */
export function canonical(value: unknown): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** A text that is its own key: short, and the same in every program. */
const SHORT = /^[\x20-\x7e]{0,43}$/;

/** A short key of a text: the text itself or its SHA-256, so that responses need little memory. */
export function keyOf(text: string): string {
  if (SHORT.test(text)) return `=${text}`;
  // UTF-16, since UTF-8 has no halves of surrogate pairs and would make different texts equal.
  return `#${createHash('sha256').update(text, 'utf16le').digest('base64url')}`;
}
