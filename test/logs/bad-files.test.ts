import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../src/logs/lines.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { samplesFile } from '../samples/files.ts';
import { readSources, refusal } from './read.ts';

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe.each(['samples.jsonl', 'samples.csv'])('%s is refused', (name) => {
  it('when it is a folder', async () => {
    const file = join(await temporaryFolder(), name);
    await mkdir(file);
    await expect(readSources([file])).rejects.toThrow(`cannot read ${file}: it is a folder`);
  });

  it('when a part of its path is a file', async () => {
    const file = join(await samplesFile('file', ''), name);
    await expect(readSources([file])).rejects.toThrow(`cannot read ${file}: a part of its path is a file`);
  });

  it('when it holds blank lines only', async () => {
    expect(await refusal({ [name]: '\n\n\n' })).toBe(`${name} holds no samples`);
  });

  it('where a line is not UTF-8, which could make one prompt of two', async () => {
    const content = Buffer.from(`\n\n${name.endsWith('.csv') ? 'prompt,response,reward' : ''}\n"\xe9",a,1\n`, 'latin1');
    expect(await refusal({ [name]: content })).toBe(`${name}:4: the line is not UTF-8`);
  });

  it.each([
    ['compressed by zstd', hex('28b52ffd24'), 'it is compressed; unpack it first'],
    ['compressed by xz', hex('fd377a585a0000'), 'it is compressed; unpack it first'],
    ['compressed by bzip2', hex('425a6839314159265359'), 'it is compressed; unpack it first'],
    ['a ZIP archive whose first line is good UTF-8', hex('504b03040a00'), 'it is a ZIP archive, as spreadsheets are; '],
    ['UTF-16', utf16('\uFEFFprompt'), 'it is UTF-16; save it as UTF-8'],
    ['UTF-16 of the other order', utf16('\uFEFFprompt').swap16(), 'it is UTF-16; save it as UTF-8'],
    ['UTF-16 without a byte order mark', utf16('prompt,response,reward\n'), 'it is UTF-16; save it as UTF-8'],
    ['the same of the other order', utf16('{"prompt": 1}\n').swap16(), 'it is UTF-16; save it as UTF-8'],
    ['UTF-32', hex('fffe000070000000'), 'it is UTF-32; save it as UTF-8'],
  ])('when it is %s', async (_, content, message) => {
    expect(await refusal({ [name]: content })).toContain(`cannot read ${name}: ${message}`);
  });
});

describe('a line of endless length', () => {
  const read = async (bytes: string, limit?: number, chunk = 1000): Promise<Line[]> => {
    const all = Buffer.from(bytes);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < all.length; at += chunk) yield all.subarray(at, at + chunk);
    }
    const found: Line[] = [];
    for await (const lines of linesOf(chunks(), 'FILE', limit)) found.push(...lines);
    return found;
  };

  it('is refused before it fills the memory', async () => {
    const bytes = `\n${'x'.repeat(1025)}`;
    expect((await read(bytes, 1025)).map(({ text }) => text.length)).toEqual([0, 1025]);
    await expect(read(bytes, 1024)).rejects.toThrow(
      'FILE:2: the line is longer than 0.0009765625 MiB; a line holds one sample',
    );
  });

  it.each([1, 999, 65_536, 1e6])('is read to its end up to the limit, from chunks of %i bytes', async (chunk) => {
    const lines = ['ä'.repeat(7_000), '', 'b'.repeat(65_535), 'c'.repeat(65_536)];
    expect((await read(lines.join('\n'), undefined, chunk)).map(({ text }) => text)).toEqual(lines);
  });
});
