import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/logs/lines.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { collect, complaint, complaintOf, samplesFile } from './files.ts';

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe.each(['samples.jsonl', 'samples.csv'])('%s is refused', (name) => {
  it('when it is missing', async () => {
    const file = join(await temporaryFolder(), name);
    expect(await complaintOf(file, () => collect(file))).toBe('cannot read FILE: there is no such file or folder');
  });

  it('when it is a folder', async () => {
    const file = join(await temporaryFolder(), name);
    await mkdir(file);
    expect(await complaintOf(file, () => collect(file))).toBe('cannot read FILE: it is a folder');
  });

  it('when a part of its path is a file', async () => {
    const file = join(await samplesFile('file', ''), name);
    expect(await complaintOf(file, () => collect(file))).toBe('cannot read FILE: a part of its path is a file');
  });

  it('when it is empty', async () => {
    expect(await complaint(name, '')).toBe('FILE holds no samples');
  });

  it('when it holds blank lines only', async () => {
    expect(await complaint(name, '\n\n\n')).toBe('FILE holds no samples');
  });

  it('where a line is not UTF-8, which could make one prompt of two', async () => {
    const content = Buffer.from(`\n\n${name.endsWith('.csv') ? 'prompt,response,reward' : ''}\n"\xe9",a,1\n`, 'latin1');
    expect(await complaint(name, content)).toBe('FILE:4: the line is not UTF-8');
  });

  it.each([
    ['compressed by gzip', gzipSync('text'), 'it is compressed; unpack it first'],
    ['compressed by zstd', hex('28b52ffd24'), 'it is compressed; unpack it first'],
    ['compressed by xz', hex('fd377a585a0000'), 'it is compressed; unpack it first'],
    ['compressed by bzip2', hex('425a6839314159265359'), 'it is compressed; unpack it first'],
    ['a ZIP archive whose first line is good UTF-8', hex('504b03040a00'), 'it is a ZIP archive, as spreadsheets are; '],
    ['a Parquet file', hex('5041523115041500'), 'it is a Parquet file; export it as JSONL or CSV'],
    ['UTF-16', utf16('\uFEFFprompt'), 'it is UTF-16; save it as UTF-8'],
    ['UTF-16 of the other order', utf16('\uFEFFprompt').swap16(), 'it is UTF-16; save it as UTF-8'],
    ['UTF-16 without a byte order mark', utf16('prompt,response,reward\n'), 'it is UTF-16; save it as UTF-8'],
    ['the same of the other order', utf16('{"prompt": 1}\n').swap16(), 'it is UTF-16; save it as UTF-8'],
    ['UTF-32', hex('fffe000070000000'), 'it is UTF-32; save it as UTF-8'],
  ])('when it is %s', async (_, content, message) => {
    expect(await complaint(name, content)).toContain(`cannot read FILE: ${message}`);
  });
});

describe('a CSV file is refused', () => {
  it('when it holds nothing but its header', async () => {
    expect(await complaint('samples.csv', 'prompt,response,reward\n')).toBe('FILE holds no samples');
  });
});

describe('a line of endless length', () => {
  it('is refused before it fills the memory', async () => {
    const file = await samplesFile('s.jsonl', `\n${'x'.repeat(1025)}`);
    const read = async (limit: number): Promise<number[]> => {
      const found: number[] = [];
      for await (const { text } of readLines(file, limit)) found.push(text.length);
      return found;
    };
    expect(await read(1025)).toEqual([0, 1025]);
    expect(await complaintOf(file, () => read(1024))).toBe(
      'FILE:2: the line is longer than 0.0009765625 MiB; a line holds one sample',
    );
  });

  it('is read to its end up to the limit, whatever the chunks in which it comes', async () => {
    const lines = ['ä'.repeat(70_000), '', 'b'.repeat(65_535), 'c'.repeat(65_536)];
    const file = await samplesFile('s.jsonl', lines.join('\n'));
    const found: string[] = [];
    for await (const { text, line } of readLines(file)) found[line - 1] = text;
    expect(found).toEqual(lines);
  });
});
