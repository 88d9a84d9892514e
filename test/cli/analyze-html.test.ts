import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analysis, analysisSchema, type Selected, selectedSchema } from '../../src/analysis/schema.ts';
import { fixed, range } from '../../src/analysis/words.ts';
import { type Element, elementsOf, marksOf, misplaced } from '../analysis/elements.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { samplesFile } from '../samples/files.ts';
import { bonafide, refusal } from './bonafide.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>\u001b[31m\u202e&quot;"\'http://example.com';

/** Prompts with the same numbers of samples. */
function rows(prompts: number, samples: number, row: (i: number, j: number) => object): string {
  const all = Array.from({ length: prompts * samples }, (_, k) => [k % samples, Math.floor(k / samples)] as const);
  return jsonLines(...all.map(([i, j]) => ({ prompt: `p${j}`, response: `r${i}`, ...row(i, j) })));
}

const SAMPLES = rows(20, 12, (i, j) => ({ reward: (i * 7 + j) % 5 }));
const SUPPORT = rows(6, 8, (i, j) => ({ reward: i % (j + 2), probability: 1 / 8 }));
const SELECTED = rows(25, 2, (_, j) => ({ logprob: j % 2 === 0 ? -40 : -0.8 }));

interface Paged {
  readonly page: string;
  readonly elements: readonly Element[];
  readonly out: string;
}

async function pageOf(log: string, n: string, ...options: string[]): Promise<Paged> {
  const page = join(await temporaryFolder(), 'page.html');
  const file = await samplesFile('log.jsonl', log);
  const { code, err, out } = await bonafide('analyze', file, '--n', n, '--json', '--html', page, ...options);
  expect([code, err]).toEqual([0, '']);
  const text = await readFile(page, 'utf8');
  return { page: text, elements: elementsOf(text), out };
}

const texts = (elements: readonly Element[], name: string): string[] =>
  elements.filter((element) => element.name === name).map(({ text }) => text);

const pictures = (elements: readonly Element[]): Element[] =>
  elements.filter(({ name, attributes }) => name === 'svg' && attributes.role === 'img');

/** The cells of a table, row by row. */
function cellsOf(elements: readonly Element[]): string[][] {
  const cells = new Map<Element, string[]>();
  for (const { name, parents, text } of elements) {
    const row = parents.at(-1) as Element;
    if (name === 'th' || name === 'td') cells.set(row, [...(cells.get(row) ?? []), text]);
  }
  return [...cells.values()];
}

describe('the page of an analysis', () => {
  it('has the numbers of the JSON, in its table and at its marks', async () => {
    const { elements, out } = await pageOf(SAMPLES, '2,4,16');
    const { rows: analyzed }: Analysis = analysisSchema.parse(JSON.parse(out));
    const [header, ...table] = cellsOf(elements);
    expect(header?.slice(0, 3)).toEqual(['n', 'formula', 'KL, nats']);
    const shown = analyzed.map(({ n, formula, kl }) => [String(n), fixed(formula), range(kl, 0, formula)]);
    expect(table.map((cells) => cells.slice(0, 3))).toEqual(shown);
    const titles = texts(elements, 'title');
    for (const { n, formula, kl, winRate } of analyzed) {
      expect(titles).toContain(`n = ${n}: KL ${range(kl, 0, formula)} nats`);
      expect(
        titles.some((text) => text.includes(`n = ${n}: KL`) && text.includes(range(winRate, 0.5, n / (n + 1)))),
      ).toBe(true);
    }
    expect(misplaced(elements)).toEqual([]);
  });

  it('has the words of the terminal', async () => {
    const file = await samplesFile('log.jsonl', SAMPLES);
    const page = join(await temporaryFolder(), 'page.html');
    const { out } = await bonafide('analyze', file, '--n', '2,16', '--html', page);
    const paragraphs = texts(elementsOf(await readFile(page, 'utf8')), 'p');
    const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(paragraphs).toContain(line);
  });

  it('shows each prompt once in the histogram, at the largest n that is at most half of the samples', async () => {
    const { elements } = await pageOf(SAMPLES, '2,4,12,16');
    expect(texts(elements, 'h2')[1]).toBe('The prompts by their KL at n = 4');
    const counts = texts(elements, 'title').flatMap((text) => /^(\d+) prompts? from /.exec(text)?.[1] ?? []);
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(20);
  });

  it('says why it has no histogram and no mean reward', async () => {
    const { elements, page } = await pageOf(SAMPLES, '2,16');
    expect(page).toContain('that needs an n of 3 or more that is at most half of each prompt’s samples');
    expect(pictures(elements)).toHaveLength(3);
    const above = await pageOf(SAMPLES, '16');
    expect(above.page).toContain('No picture shows the mean reward: every n exceeds the samples of some prompt.');
    expect(pictures(above.elements)).toHaveLength(2);
  });

  it('tells a reader of the screen what a picture shows', async () => {
    const { elements } = await pageOf(SAMPLES, '4');
    const ids = new Map(elements.filter(({ attributes }) => attributes.id).map((one) => [one.attributes.id, one]));
    for (const { attributes } of pictures(elements)) {
      const [title, description] = (attributes['aria-labelledby'] as string).split(' ').map((id) => ids.get(id));
      expect(title?.text).not.toBe('');
      expect(description?.text).toMatch(/n = 4/);
    }
    expect(ids.size).toBe(2 * pictures(elements).length);
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: 'en' } });
    const scopes = elements.filter(({ name }) => name === 'th').map(({ attributes }) => attributes.scope);
    expect(scopes).toEqual([...Array(6).fill('col'), 'row']);
  });

  it('loads and runs nothing', async () => {
    const { page, elements } = await pageOf(SAMPLES, '4,16');
    expect(page).not.toMatch(/https?:|url\(|@import|src=|href=|\son[a-z]+=|<script/i);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(elements.some(({ attributes }) => 'style' in attributes)).toBe(false);
  });

  it('has foreign texts as texts, without control characters', async () => {
    const log = rows(3, 12, (i, j) => ({ prompt: j === 1 ? HOSTILE : `p${j}`, reward: j === 1 ? i % 2 : i }));
    const file = await samplesFile('<b>&amp;"\u009b.jsonl', log);
    const page = join(await temporaryFolder(), 'page.html');
    const column = { '<i onclick="x">': 'prompt' };
    const renamed = log.replaceAll('"prompt":', `${JSON.stringify(Object.keys(column)[0])}:`);
    const odd = await samplesFile('<b>&amp;"\u009b.jsonl', renamed);
    expect((await bonafide('analyze', file, '--n', '8', '--html', page)).code).toBe(0);
    const text = await readFile(page, 'utf8');
    const elements = elementsOf(text);
    expect(texts(elements, 'p').join()).toContain('"</script><img src=x onerror=alert(1)>\\\\u001b[31m\\\\u202e');
    expect(texts(elements, 'p').join()).toContain('<b>&amp;"\\u009b.jsonl');
    expect(new Set(elements.map(({ name }) => name))).not.toContain('img');
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    const map = `prompt=${Object.keys(column)[0]}`;
    expect((await bonafide('analyze', odd, '--n', '8', '--html', page, '--map', map)).code).toBe(0);
    expect(texts(elementsOf(await readFile(page, 'utf8')), 'p').join()).toContain('<i onclick="x">');
  });

  it.each([
    ['n = 1', SAMPLES, '1', 3],
    ['one n', SAMPLES, '12', 3],
    ['one prompt', rows(1, 12, (i) => ({ reward: i })), '1,2,4,8', 4],
    ['one sample', rows(1, 1, () => ({ reward: 1e150 })), '1,4', 3],
    ['rewards that are all equal', rows(5, 8, () => ({ reward: -3 })), '1,4,8', 4],
    [
      'rewards 0 and 1 in more draws than samples',
      rows(6, 8, (i, j) => ({ reward: Number(i < j) })),
      '2,64',
      3,
      '--support',
      'complete',
    ],
    ['large n', SAMPLES, '4,1000000000', 4],
    ['log-probabilities', rows(9, 8, (i, j) => ({ reward: i, logprob: -9 - j })), '2,8', 3],
  ])('has all marks in their pictures for %s', async (_, log, n, count, ...options: string[]) => {
    const { elements, page } = await pageOf(log, n, ...options);
    expect(misplaced(elements)).toEqual([]);
    expect(pictures(elements)).toHaveLength(count);
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

describe('the page of an analysis of another kind', () => {
  it('has certified values and no intervals, where all answers have probabilities', async () => {
    const { elements, page, out } = await pageOf(SUPPORT, '1,2,8');
    expect(JSON.parse(out).kind).toBe('support');
    expect(marksOf(elements, 'interval')).toEqual([]);
    expect(page).toContain('mean KL, certified');
    expect(page).not.toContain('95 %');
    expect([pictures(elements).length, misplaced(elements)]).toEqual([4, []]);
    expect((await pageOf(SUPPORT, '1')).page).toContain('at n = 1 it is 0');
  });

  it('has both estimators, where best-of-n has selected the rows', async () => {
    const { elements, out } = await pageOf(SELECTED, '1,2,16', '--selected');
    const { estimates }: Selected = selectedSchema.parse(JSON.parse(out));
    const titles = texts(elements, 'title');
    for (const { n, paper, better } of estimates) {
      expect(titles).toContain(`n = ${n}: ${fixed(paper)} nats`);
      expect(titles).toContain(`n = ${n}: KL ${range(better)} nats`);
    }
    expect(marksOf(elements, 'between')).toEqual([]);
    expect([pictures(elements).length, misplaced(elements)]).toEqual([1, []]);
  });
});

describe('the file of a page', () => {
  it('is written whole or not at all, and over no file that is read', async () => {
    const [file, folder] = [await samplesFile('log.jsonl', SAMPLES), await temporaryFolder()];
    const page = join(folder, 'page.html');
    const refused = (...options: string[]): Promise<string> => refusal('analyze', file, ...options);
    expect(await refused('--n', '2', '--html', file)).toContain('it is one of the files that are read');
    expect(await refused('--n', '2', '--html', folder)).toContain('not a regular file');
    expect(await refused('--n', '2', '--html', join(folder, 'none', 'a.html'))).toMatch(/^cannot write /);
    expect(await refused('--html', page)).toBe('give the numbers of draws with --n, such as --n 4,16,64');
    expect(await refused('--html', page, '--aggregate', join(folder, 'a.parquet'))).toContain('--n');
    expect(await refused('--sql', 'spark', '--html', page)).toBe('--sql reads no samples; leave --html out');
    expect(await refused('--n', '2', '--html', page, '--per-prompt', page)).toBe(
      `--per-prompt and --html name the same file, ${page}`,
    );
    expect(await refused('--n', '2', '--html', page, '--reward-range', '0,1')).toContain('outside of --reward-range');
    expect(existsSync(page)).toBe(false);
    expect(await readFile(file, 'utf8')).toBe(SAMPLES);
  });
});
