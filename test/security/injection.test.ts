import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { mathmlOf } from '../../src/report/mathml.ts';
import { moduleOf } from '../adversary/claim.ts';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { expectPlainHtml, expectPlainMarkdown, expectQuiet, HOSTILE } from './hostile.ts';

describe('the texts of a claim of one’s own', () => {
  const fields = `title: ${JSON.stringify(HOSTILE)}, statement: ${JSON.stringify(HOSTILE)}, source: ${JSON.stringify(HOSTILE)},
    hypotheses: ${JSON.stringify(HOSTILE)}, expected: 'fails',
    relations: () => [atMost(${JSON.stringify(HOSTILE)}, number(1), ${JSON.stringify(HOSTILE)}, number(0))],`;

  it('are shown on the terminal and in the pages, and do nothing there', async () => {
    const out = await temporaryFolder();
    const claim = await moduleOf({ fields });
    const run = await bonafide(
      ...`verify --runs 50 --workers 1 --no-proofs --out ${out} --counterexamples ${out}/found`.split(' '),
      '--claim',
      claim,
    );
    expect(run.code, run.err).toBe(0);
    expect(await readdir(join(out, 'found'))).toEqual(['hostile']);
    expectQuiet(run.out + run.err);
    const page = await readFile(join(out, 'index.html'), 'utf8');
    expect(page).toContain('Forged heading');
    expectPlainHtml(page);
    const markdown = await readFile(join(out, 'verification.md'), 'utf8');
    expect(markdown).toContain('Forged heading');
    expectPlainMarkdown(markdown);
    for (const command of ['claims', 'explain', 'cite'])
      expectQuiet((await bonafide(command, ...(command === 'claims' ? [] : ['hostile']), '--claim', claim)).out);
    for (const reporter of ['github', 'junit', 'sarif']) {
      const told = await bonafide('verify', '--runs', '50', '--workers', '1', '--reporter', reporter, '--claim', claim);
      expect(told.out).not.toBe('');
      expectQuiet(told.out);
    }
  });
});

describe('the contents and names of a log', () => {
  it('are shown on the terminal, in the page and in the table, and do nothing there', async () => {
    const folder = await temporaryFolder();
    const log = join(folder, '=cmd|forged \u001b[31m\u202e"><img src=x onerror=forged()> [forged](www.forged.jsonl');
    const rows = [0, 1, 1, 2].map((reward, at) => ({ [HOSTILE]: 1, prompt: `${HOSTILE}`, response: `${at}`, reward }));
    await writeFile(log, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const [html, csv] = [join(folder, 'page.html'), join(folder, 'table.csv')];
    const run = await bonafide('analyze', log, '--n', '2', '--html', html, '--per-prompt', csv);
    expect(run.code, run.err).toBe(0);
    expect(run.out).toContain('forged');
    expectQuiet(run.out + run.err);
    const page = await readFile(html, 'utf8');
    expect(page).toContain('forged');
    expectPlainHtml(page);
    // A spreadsheet runs what begins with one of these as a formula; a quote before it makes it a text.
    expect(await readFile(csv, 'utf8')).toMatch(/^"'=cmd\|forged/m);
    const bad = await bonafide('analyze', log, '--n', '2', '--map', 'reward=none', '--html', html);
    expect([bad.code, bad.out]).toEqual([2, '']);
    expectQuiet(bad.err);
  });

  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1'])(
    '%j at the start of a prompt is no formula of a spreadsheet',
    async (prompt) => {
      const folder = await temporaryFolder();
      const [log, csv] = [join(folder, 'log.jsonl'), join(folder, 'table.csv')];
      await writeFile(log, [0, 1].map((reward) => `${JSON.stringify({ prompt, reward })}\n`).join(''));
      expect((await bonafide('analyze', log, '--n', '2', '--per-prompt', csv)).code).toBe(0);
      expect(await readFile(csv, 'utf8')).toMatch(/^prompt,.*\n"?'/);
    },
  );
});

describe('what is typed', () => {
  it.each([
    ['test'],
    ['verify'],
    ['explain'],
    ['compute', '--weights'],
    ['replay'],
    ['report', '--out', 'x'],
    ['conform', '--'],
    ['analyze'],
    [],
  ])('is shown in the refusal, and does nothing there: %s', async (...args) => {
    const { code, out, err } = await bonafide(...args, HOSTILE);
    expect([code, out]).toEqual([2, '']);
    expectQuiet(err);
  });
});

it.each([
  '\\href{javascript:forged()}{x}',
  '\\url{http://forged.example}',
  '\\includegraphics{http://forged.example/x.png}',
  '\\htmlStyle{x}{y}',
  '\\htmlData{onload=forged()}{x}',
  '\\text{<img src=x onerror=forged()>}',
  '\\def\\a{\\a\\a}\\a',
])('a formula has no links, pictures or HTML: %s', (latex) => {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${mathmlOf(latex) ?? ''}</body></html>`);
  expect(document.querySelectorAll('a, img, mglyph, [href], [src], [style*="x"], [onload], [onerror]').length).toBe(0);
});
