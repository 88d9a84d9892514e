import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../../../src/io/write-whole.ts';

/** The inputs of a target, one a line: a JSON string each of whose characters stands for a byte. */
const fileOf = (target: string): URL => new URL(`./corpus/${target}.txt`, import.meta.url);

export function corpusOf(target: string): Uint8Array[] {
  const file = fileOf(target);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'ascii').trimEnd().split('\n').filter(Boolean).map(bytesOf);
}

export async function saveCorpus(target: string, inputs: readonly Uint8Array[]): Promise<void> {
  const lines = inputs.map(lineOf).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  await writeWhole(fileOf(target).pathname, `${lines.join('\n')}\n`);
}

/** An input as a line of the file, all of it ASCII. */
export function lineOf(bytes: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(bytes).toString('latin1'));
  return text.replace(/[\x7f-\xff]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

export function bytesOf(line: string): Uint8Array {
  return Buffer.from(JSON.parse(line) as string, 'latin1');
}
