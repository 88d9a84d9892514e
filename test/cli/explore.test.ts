import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonafide, refusal } from './bonafide.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explore-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('bonafide explore', () => {
  it('prints the address of a page that has the policy in it', async () => {
    const { code, out } = await bonafide('explore', '--weights', '1,2,3', '--n', '16', '--conjecture', 'KL <= H');
    expect(code).toBe(0);
    expect(out).toMatch(/^file:\/\/\/.*\/reports\/explorer\.html#weights=1,2,3&n=16&conjecture=KL\+%3C%3D\+H\n$/);
  });

  it('writes the page where it is told to: one file that loads nothing', async () => {
    const page = join(folder, 'page.html');
    const { out } = await bonafide('explore', '--out', page);
    expect(out).toBe(`${pathToFileURL(page).href}#weights=1,2,3&n=4\n`);
    const [text = '', program = ''] = (await readFile(page, 'utf8')).split('<script id="program">');
    expect(program.length > 100_000).toBe(true);
    expect(text).toMatch(/^<!DOCTYPE html>/);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]*\bsrc=/);
    expect(text).not.toMatch(/\{\{\w+\}\}/);
  });

  it('takes a policy from a file', async () => {
    const file = join(folder, 'policy.json');
    await writeFile(file, '{"weights": [1, 2]}');
    const { out } = await bonafide('explore', '--policy', file, '--selection', 'worst-of-n');
    expect(out).toContain('#policy=%7B%22weights%22:+%5B1,+2%5D%7D&n=4&selection=worst-of-n');
  });

  it('says what is wrong as compute does, and writes nothing', async () => {
    const out = join(folder, 'never.html');
    for (const given of [
      ['--weights', '1,x', '--n', '4'],
      ['--probabilities', '0.5,0.6', '--n', '4'],
      ['--weights', '1,2', '--n', '0'],
    ]) {
      expect(await refusal('explore', ...given, '--out', out)).toBe(await refusal('compute', ...given));
    }
    expect(await refusal('explore', '--weights', '1', '--probabilities', '1')).toMatch(/at most one of/);
    expect(await refusal('explore', '--out', join(folder, 'no', 'page.html'))).toMatch(/^cannot write .*page\.html/);
    expect((await readdir(folder)).filter((name) => name.includes('never') || name.endsWith('.tmp'))).toEqual([]);
  });
});
