import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { collect, complaint, complaintOf, samplesFile } from './files.ts';

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
});

describe('a CSV file is refused', () => {
  it('when it holds nothing but its header', async () => {
    expect(await complaint('samples.csv', 'prompt,response,reward\n')).toBe('FILE holds no samples');
  });
});
