import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines, readLog, readSources, refusal, shown } from './read.ts';

const ROWS = [
  { prompt: 'p', response: 'a', reward: 1 },
  { prompt: 'q', response: 'b', reward: 0.5 },
  { prompt: 'p', response: 'c', reward: -2 },
];
const CSV = 'prompt,response,reward\np,a,1\nq,b,0.5\np,c,-2\n';
const EXPECTED = { p: '-2 x1, 1 x1', q: '1/2 x1' };

const LISTED = JSON.stringify(ROWS);
const FORMATS: readonly (readonly [string, string])[] = [
  ['log.jsonl', jsonLines(...ROWS)],
  ['log', jsonLines(...ROWS)],
  ['log.csv', CSV],
  ['log.tsv', CSV.replaceAll(',', '\t')],
  ['semicolons.csv', CSV.replaceAll(',', ';')],
  ['table.txt', CSV],
  ['list.json', LISTED],
  ['list.jsonl', LISTED],
  ['pretty-list.json', JSON.stringify(ROWS, null, 2)],
  ['pretty-objects.json', ROWS.map((row) => JSON.stringify(row, null, '\t')).join('\n')],
];

describe('the same log is read from', () => {
  it.each(FORMATS)('%s', async (name, content) => {
    expect(shown((await readLog({ [name]: content })).prompts)).toEqual(EXPECTED);
  });

  it.each(FORMATS)('%s.gz', async (name, content) => {
    expect(shown((await readLog({ [`${name}.gz`]: gzipSync(content) })).prompts)).toEqual(EXPECTED);
  });

  it('several files of several formats together', async () => {
    const [p, q] = [ROWS.slice(0, 1), ROWS.slice(1)];
    const { prompts, summary } = await readLog({ 'a.jsonl': jsonLines(...p), 'b.json': JSON.stringify(q, null, 1) });
    expect([shown(prompts), summary.rows, summary.files.length]).toEqual([EXPECTED, 3, 2]);
  });

  it('the files that a pattern matches, in the order of their names', async () => {
    const folder = await temporaryFolder();
    for (const [at, row] of ROWS.entries()) await writeFile(join(folder, `${3 - at}.jsonl`), jsonLines(row));
    await writeFile(join(folder, 'other.csv'), 'no log');
    const { prompts, summary } = await readSources([join(folder, '*.jsonl')]);
    expect(summary.files.map((file) => file.slice(folder.length + 1))).toEqual(['1.jsonl', '2.jsonl', '3.jsonl']);
    expect(prompts.map(({ place }) => place.slice(folder.length + 1))).toEqual(['1.jsonl:1', '2.jsonl:1']);
    expect(shown(prompts)).toEqual(EXPECTED);
  });

  it('a file whose name looks like a pattern, and not the files that the pattern matches', async () => {
    const { folder } = await readLog({ 'log[1].jsonl': jsonLines(...ROWS) });
    await writeFile(join(folder, 'log1.jsonl'), 'no log');
    expect(shown((await readSources([join(folder, 'log[1].jsonl')])).prompts)).toEqual(EXPECTED);
  });
});

describe('the place of a prompt is that of its first row', () => {
  it.each([
    ['log.jsonl', `\n${jsonLines(...ROWS)}`, 2, 3],
    ['log.csv', CSV, 2, 3],
    ['list.json', JSON.stringify(ROWS, null, 2), 2, 7],
  ])('%s', async (name, content, p, q) => {
    const { prompts, folder } = await readLog({ [name]: content });
    expect(prompts.map(({ place }) => place)).toEqual([p, q].map((line) => join(folder, `${name}:${line}`)));
  });
});

describe('a log is refused', () => {
  it.each([
    ['a.jsonl', '', 'a.jsonl holds no samples'],
    ['a.csv', 'prompt,response,reward\n', 'a.csv holds no samples'],
    ['a.json', '[]', 'a.json holds no samples'],
    ['a.json', '[{"prompt":1,"reward":1}]\n[{}]', 'a.json:2: something follows the end of the list'],
    ['a.csv', 'prompt,reward,reward\n1,2,3\n', 'a.csv:1: the column "reward" is given twice'],
    ['a.jsonl.gz', gzipSync('text').subarray(0, 12), 'cannot read a.jsonl.gz: what gzip packed is cut off or damaged'],
    ['a.jsonl', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]), 'cannot read a.jsonl: it is compressed; unpack it first'],
  ])('%s with %j', async (name, content, message) => {
    expect(await refusal({ [name]: content })).toBe(message);
  });

  it.each([
    ['a.json', Buffer.from('[{"prompt": "\xe9"}]', 'latin1'), 'a.json:1: from this line on, some bytes are not UTF-8'],
    ['a.json', Buffer.from('[{"prompt": 1}]', 'utf16le'), 'cannot read a.json: it is UTF-16; save it as UTF-8'],
    ['a.jsonl', Buffer.from('{}\n{"prompt": "\xe9"}', 'latin1'), 'a.jsonl:2: the line is not UTF-8'],
  ])('%s that is not UTF-8', async (name, content, message) => {
    expect(await refusal({ [name]: content }, { map: new Map([['reward', '']]) })).toBe(message);
  });

  it('where there is no such file', async () => {
    const file = join(await temporaryFolder(), 'none.jsonl');
    await expect(readSources([file])).rejects.toThrow(`cannot read ${file}: there is no such file or folder`);
  });

  it('where a pattern matches nothing', async () => {
    const pattern = join(await temporaryFolder(), '*.jsonl');
    await expect(readSources([pattern])).rejects.toThrow(`no file matches ${pattern}`);
  });

  it('where files have different columns', async () => {
    const files = { 'a.jsonl': jsonLines(...ROWS), 'b.csv': 'prompt,output,score\np,a,1\n' };
    expect(await refusal(files)).toBe(
      'b.csv: it is read as columns (prompt=prompt,response=output,reward=score), and the files before as columns (prompt=prompt,response=response,reward=reward); read them one by one, or name the columns with --map',
    );
  });
});
