import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { main } from '../../src/cli/main.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing, refusal } from './bonafide.ts';
import { SERVICES } from './services.ts';

const REPORTS = new URL('../../reports/', import.meta.url);
const PAGES = ['index.html', 'proofs.md', 'regions.json', 'verification.md'];

describe('report', () => {
  it('writes the pages of the report of this version', async () => {
    const out = join(await temporaryFolder(), 'a', 'pages');
    const { code, err, out: printed } = await bonafide('report', '--out', out);
    expect([code, err, printed]).toEqual([0, '', `${join(out, 'index.html')}: ${catalogue.length} claims\n`]);
    expect((await readdir(out)).sort()).toEqual(PAGES);
    const committed = await readFile(new URL('regions.json', REPORTS), 'utf8');
    expect(await readFile(join(out, 'regions.json'), 'utf8')).toBe(committed);
    const page = await readFile(join(out, 'index.html'), 'utf8');
    const targets = [...page.matchAll(/href="([^"#]+)"/g)].map(([, target]) => target as string);
    expect(targets.filter((target) => !target.startsWith('https://arxiv.org/') && !PAGES.includes(target))).toEqual([]);
  });

  it('writes the pages that verify wrote, from its folder or its file', async () => {
    const folder = await temporaryFolder();
    const args = ['verify', 'equality', 'kl-bound', '--runs', '5', '--out', folder];
    expect((await bonafide(...args)).code).toBe(0);
    for (const saved of [folder, join(folder, 'verification.json')]) {
      const out = await temporaryFolder();
      expect((await bonafide('report', saved, '--out', out)).code).toBe(0);
      expect((await readdir(out)).sort()).toEqual(['index.html', 'verification.md']);
      for (const name of await readdir(out))
        expect(await readFile(join(out, name), 'utf8')).toBe(await readFile(join(folder, name), 'utf8'));
    }
  });

  it('links to the counterexamples that it is told of', async () => {
    const folder = await temporaryFolder();
    const kept = join(folder, 'kept');
    await bonafide('verify', 'equality', '--runs', '5', '--out', folder, '--counterexamples', kept);
    await bonafide('report', folder, '--out', join(folder, 'pages'), '--counterexamples', kept);
    const page = await readFile(join(folder, 'pages', 'index.html'), 'utf8');
    expect(page).toContain('href="../kept/equality/weights-1-1.n-2.json"');
    expect(page).toContain('bonafide replay kept/equality/weights-1-1.n-2.json');
  });

  it('refuses in one sentence what it cannot read or write, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const [cut, wrong, out] = ['cut.json', 'wrong.json', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(cut, '{"format":');
    await writeFile(wrong, '{"format":"bonafide-report/1"}');
    expect(await refusal('report')).toBe('name the folder of the pages with --out DIR');
    expect(await refusal('report', cut, '--out', out)).toBe(`${cut} is not JSON; is it cut off?`);
    expect(await refusal('report', wrong, '--out', out)).toContain(`${wrong}: format: `);
    expect(await refusal('report', join(folder, 'no'), '--out', out)).toMatch(
      /^cannot read .*no: there is no such file/,
    );
    expect(await refusal('report', folder, '--out', out)).toContain(join(folder, 'verification.json'));
    expect(await refusal('report', '--out', cut)).toContain('it is a file');
    expect((await readdir(folder)).sort()).toEqual(['cut.json', 'wrong.json']);
  });

  it('refuses boxes that are damaged', async () => {
    const folder = await temporaryFolder();
    const saved = join(folder, 'saved');
    await mkdir(saved);
    await writeFile(join(saved, 'verification.json'), await readFile(new URL('verification.json', REPORTS)));
    await writeFile(join(saved, 'regions.json'), '{}');
    expect(await refusal('report', saved, '--out', join(folder, 'out'))).toContain('regions.json: format: ');
    expect(await readdir(folder)).toEqual(['saved']);
  });

  it('writes nothing after an interruption', async () => {
    const out = join(await temporaryFolder(), 'out');
    const { console, finished } = capturing();
    const signal = AbortSignal.abort();
    const { code, err } = finished(await main(['report', '--out', out], { ...SERVICES, console, signal }));
    expect([code, err]).toEqual([3, 'bonafide: interrupted; saved files are complete\n']);
    await expect(readdir(out)).rejects.toThrow();
  });
});
