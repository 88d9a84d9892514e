import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import campaignSchema from '../../docs/schemas/campaign.json' with { type: 'json' };
import pieceSchema from '../../docs/schemas/piece.json' with { type: 'json' };
import { sha256 } from '../../src/campaign/campaign.ts';
import { main } from '../../src/cli/main.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing, refusal } from './bonafide.ts';
import { SERVICES } from './services.ts';

const CLAIMS = ['kl-bound', 'equality', 'gap-upper-real', '--workers', '1'];
const CAMPAIGN = [...CLAIMS, '--runs', '80'];
/** Each claim has four pieces of the search. */
const PIECES = 12;

/** The name and text of each file below a folder. */
async function contentOf(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files
      .sort()
      .map(async (file): Promise<[string, string]> => [file.slice(folder.length), await readFile(file, 'utf8')]),
  );
}

/** Folders with the same name below different ones, so that the same links lead to the same places. */
const saving = (folder: string): string[] => [
  ...['--out', join(folder, 'report')],
  ...['--counterexamples', join(folder, 'counterexamples')],
];

/** The folders of the shards of a campaign, and what an ordinary run of it wrote and printed. */
let shards: string[];
let whole: { readonly files: [string, string][]; readonly out: string };

beforeAll(async () => {
  const folder = await kept();
  const { code, out } = await bonafide('verify', ...CAMPAIGN, ...saving(join(folder, 'whole')));
  expect(code).toBe(0);
  whole = { files: await contentOf(join(folder, 'whole')), out };
  shards = [1, 2, 3].map((index) => join(folder, `shard-${index}`));
  for (const [at, shard] of shards.entries()) {
    const done = await bonafide('verify', ...CAMPAIGN, '--shard', `${at + 1}/3`, '--resume', shard);
    expect([done.code, done.out]).toEqual([0, `shard ${at + 1}/3 is done: 4 pieces in ${shard}\n`]);
  }
}, 120_000);

/** A folder that stays while all tests of this file run. */
async function kept(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-test-'));
  all = folder;
  return folder;
}

let all: string | undefined;
afterAll(async () => {
  if (all) await rm(all, { recursive: true });
});

/** A copy of the folder of a shard, to be changed. */
async function copyOf(shard: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'copy');
  await cp(shard, copy, { recursive: true });
  return copy;
}

const nameIn = async (folder: string, at = 0): Promise<string> =>
  (await readdir(folder)).filter((name) => name !== 'campaign.json').sort()[at] ?? '';

describe('shards of a campaign, merged', () => {
  it('are the whole run, byte for byte, in whatever order their folders are named', async () => {
    const folder = await temporaryFolder();
    const [first = '', ...others] = shards;
    const { code, out } = await bonafide('merge', ...others, first, ...saving(folder));
    expect([code, out]).toEqual([0, whole.out]);
    expect(await contentOf(folder)).toEqual(whole.files);
  });

  it.each([2])('are the whole run in one folder, cut into %i', async (of) => {
    const folder = await temporaryFolder();
    const results = join(folder, 'results');
    for (let index = 1; index <= of; index += 1)
      await bonafide('verify', ...CAMPAIGN, '--shard', `${index}/${of}`, '--resume', results);
    await bonafide('merge', results, ...saving(join(folder, 'merged')));
    expect(await contentOf(join(folder, 'merged'))).toEqual(whole.files);
  });

  it('have nothing to do where there are more than pieces', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide('verify', ...CAMPAIGN, '--shard', '13/13', '--resume', folder);
    expect([code, out]).toEqual([0, `shard 13/13 is done: 0 pieces in ${folder}\n`]);
    expect(await readdir(folder)).toEqual(['campaign.json']);
  });

  it('are files of the forms that the schemas in docs describe', async () => {
    const ajv = new Ajv2020({ strict: false });
    const [isCampaign, isPiece] = [ajv.compile(campaignSchema), ajv.compile(pieceSchema)];
    const files = (await Promise.all(shards.map(contentOf))).flat();
    expect(files).toHaveLength(PIECES + 3);
    for (const [name, text] of files) {
      const validate = name.endsWith('campaign.json') ? isCampaign : isPiece;
      expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    }
  });
});

/** What the tests change of a result. */
interface Changed {
  instances: number;
  outcomes: Record<'holds' | 'refuted' | 'undecided', number>;
  firstUndecided: unknown;
}

describe('a merge refuses', () => {
  it('missing pieces, and names their shard', async () => {
    const [first = '', , third = ''] = shards;
    expect(await refusal('merge', first, third)).toMatch(
      /^4 of 12 pieces are missing, of shard 2\/3: [^;]+\.search\.\d-of-4, .* and 1 more; run these shards/,
    );
  });

  it('a folder that is named twice, and a piece that is there twice', async () => {
    const [first = ''] = shards;
    expect(await refusal('merge', first, ...shards)).toBe(`${first} is named twice; name each folder once`);
    const copy = await copyOf(first);
    const name = (await nameIn(copy)).replace('.json', '');
    expect(await refusal('merge', ...shards, copy)).toContain(`the piece ${name} is there twice: ${first}/`);
  });

  it.each([
    ['seed', ['--runs', '80', '--seed', '5'], 'seed is 5, not 20240119'],
    ['budget', ['--runs', '81'], 'budget is 81, not 80'],
  ])('another %s', async (_, changed, why) => {
    const other = join(await temporaryFolder(), 'other');
    await bonafide('verify', ...CLAIMS, ...changed, '--shard', '3/3', '--resume', other);
    const [first = '', second = ''] = shards;
    expect(await refusal('merge', first, second, other)).toBe(
      `${other}/campaign.json is of another campaign than ${first}/campaign.json: its ${why}`,
    );
  });

  it.each([
    [
      'version',
      '"version": "0.1.0"',
      '"version": "0.0.9"',
      'the version of the campaign is "0.0.9", here it is "0.1.0"',
    ],
    ['code', /"code": "\w+"/, '"code": "abc"', 'the code of the campaign is "abc", here it is "'],
  ])('another %s', async (_, from, to, why) => {
    const copies = await Promise.all(shards.map(copyOf));
    for (const copy of copies) {
      const file = join(copy, 'campaign.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
    }
    const sentence = await refusal('merge', ...copies);
    expect(sentence).toContain(why);
    expect(sentence).toMatch(/; merge with the version that searched$/);
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2), 'is not JSON; is it cut off?'],
    ['has another number', (text: string) => text.replace('"instances":20', '"instances":21'), 'SHA-256'],
    ['has no result', () => '{}', 'format'],
  ])('a file that %s', async (_, change, why) => {
    const [first = '', ...others] = shards;
    const copy = await copyOf(first);
    const file = join(copy, await nameIn(copy));
    await writeFile(file, change(await readFile(file, 'utf8')));
    const sentence = await refusal('merge', copy, ...others);
    expect(sentence).toContain(`${file} is damaged: `);
    expect(sentence).toContain(why);
    expect(sentence).toMatch(/; remove it, and run its shard again with the same --resume$/);
  });

  it.each<[string, (result: Changed) => void, string]>([
    [
      'counts too many',
      (result) => {
        result.instances += 1;
      },
      'it has the outcomes of 20 instances, but counts 21',
    ],
    [
      'refutes without an instance',
      (result) => {
        result.outcomes.holds -= 1;
        result.outcomes.refuted += 1;
      },
      'it refutes the claim, but has no instance that does',
    ],
    [
      'has an instance that is none',
      (result) => {
        result.firstUndecided = { weights: ['-1'], n: 2 };
      },
      'an instance in it is none: the weight "-1" is not a positive integer',
    ],
  ])('a sealed result that %s', async (_, change, why) => {
    const copies = await Promise.all(shards.map(copyOf));
    const files = (await Promise.all(copies.map(contentOf))).flat();
    const [name = '', text = ''] = files.find(([file]) => file.includes('kl-bound.search.1-of-4')) ?? [];
    const copy =
      copies[
        (await Promise.all(copies.map((folder) => readdir(folder)))).findIndex((names) => names.includes(name.slice(1)))
      ];
    const piece = JSON.parse(text);
    change(piece.result);
    piece.sha256 = sha256(JSON.stringify([piece.campaign, piece.piece, piece.shard, piece.result]));
    await writeFile(`${copy}${name}`, JSON.stringify(piece));
    expect(await refusal('merge', ...copies)).toContain(`${copy}${name} is damaged: ${why};`);
  });

  it('a file under the name of another piece, and one of no piece', async () => {
    const [first = '', ...others] = shards;
    const copy = await copyOf(first);
    const [name, next] = [await nameIn(copy), await nameIn(copy, 1)];
    await cp(join(copy, name), join(copy, next));
    expect(await refusal('merge', copy, ...others)).toContain(`${join(copy, next)} is the result of `);
    await rm(join(copy, next));
    await writeFile(join(copy, 'notes.json'), '{}');
    expect(await refusal('merge', copy, ...others)).toMatch(/notes\.json is no piece of this campaign; move it away$/);
  });

  it('a folder without a campaign', async () => {
    const empty = await temporaryFolder();
    expect(await refusal('merge', empty)).toBe(
      `${empty} has no campaign.json; name folders that verify --shard or --resume has written`,
    );
  });
});

describe('a partial merge', () => {
  it('decides nothing, and says what is missing', async () => {
    const folder = await temporaryFolder();
    const [first = '', , third = ''] = shards;
    const { code, out } = await bonafide('merge', first, third, '--partial', ...saving(folder));
    expect(code).toBe(3);
    expect(out).toMatch(/^OPEN {2}4 of 12 pieces are missing, of shard 2\/3: /m);
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'report', 'verification.json'), 'utf8')));
    expect(report.status).toBe('inconclusive');
    expect(report.partial).toMatch(/^4 of 12 pieces are missing/);
    expect(report.claims.map(({ status }) => status)).toEqual(Array(3).fill('inconclusive'));
    expect(report.claims.flatMap(({ reasons }) => reasons)).toContain('it lacks 1 of its 4 pieces');
    for (const page of ['verification.md', 'index.html'])
      expect(await readFile(join(folder, 'report', page), 'utf8')).toContain('A merge of some results only:');
  });

  it('into the folder of the results can be made again', async () => {
    const folder = join(await temporaryFolder(), 'all');
    for (const shard of shards) await cp(shard, folder, { recursive: true });
    const merges = [await bonafide('merge', folder, '--out', folder), await bonafide('merge', folder, '--out', folder)];
    expect(merges.map(({ code }) => code)).toEqual([0, 0]);
  });

  it('of everything is the whole run', async () => {
    expect((await bonafide('merge', ...shards, '--partial')).out).toBe(whole.out);
  });
});

describe('a run with --resume', () => {
  it('that is interrupted and started again repeats nothing, and changes no byte', async () => {
    const folder = await temporaryFolder();
    const results = join(folder, 'results');
    const controller = new AbortController();
    const { console, finished } = capturing((text) => {
      if (text.endsWith('piece 5 of 12')) controller.abort();
    });
    const args = ['verify', ...CAMPAIGN, '--resume', results, ...saving(join(folder, 'run'))];
    const first = finished(await main(args, { ...SERVICES, console, signal: controller.signal }));
    expect(first.code).toBe(3);
    expect(first.err).toMatch(/interrupted after [5-6] of 12 pieces; the same command goes on from there\n$/);
    expect(await readdir(folder)).toEqual(['results']);
    const before = new Map(await contentOf(results));
    const second = await bonafide(...args);
    expect(second.code).toBe(0);
    expect(second.err).toContain(`${before.size - 1} of 12 pieces are in ${results} already\n`);
    for (const [name] of before) expect(second.err).not.toContain(`${name.slice(1, -5)}: piece`);
    expect(await contentOf(join(folder, 'run'))).toEqual(whole.files);
    const third = await bonafide(...args);
    expect(third.err).toContain('12 of 12 pieces are in');
    expect(third.err).not.toContain(': piece ');
    expect(third.out).toBe(second.out);
  });

  it('does a damaged piece again', async () => {
    const [first = ''] = shards;
    const copy = await copyOf(first);
    const file = join(copy, await nameIn(copy));
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.slice(0, 100));
    const { code, err } = await bonafide('verify', ...CAMPAIGN, '--shard', '1/3', '--resume', copy);
    expect(code).toBe(0);
    expect(err).toContain(`${file} is damaged: `);
    expect(err).toContain('; it is done again\n3 of 4 pieces are in');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('refuses a folder of another campaign', async () => {
    const [first = ''] = shards;
    expect(await refusal('verify', ...CAMPAIGN, '--seed', '6', '--resume', first)).toBe(
      `${first}/campaign.json is of another campaign: its seed is 20240119, here it is 6; name another folder`,
    );
  });
});

describe('a shard', () => {
  it('of a claim of my own needs that claim again', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'mine.mjs');
    const api = new URL('../../src/index.ts', import.meta.url).href;
    const claim = (statement: string): string => `
import { atMost, Rational, rationalReal } from '${api}';
const number = (value) => rationalReal(Rational.of(value));
export const claim = {
  id: 'mine', title: 'Mine', statement: '${statement}', source: 'a test', hypotheses: 'none', expected: 'fails',
  domain: { atoms: 1, draws: 1 }, shares: {}, relations: ({ n }) => [atMost('n', number(n), '5', number(5))],
};`;
    await writeFile(file, claim('n ≤ 5'));
    const results = join(folder, 'results');
    const own = ['--claim', file];
    const options = ['--runs', '80', '--workers', '1'];
    const { out } = await bonafide('verify', ...own, ...options);
    for (const shard of ['1/2', '2/2'])
      expect((await bonafide('verify', ...own, ...options, '--shard', shard, '--resume', results)).code).toBe(0);
    expect((await bonafide('merge', results, ...own)).out).toBe(out);
    expect(await refusal('merge', results)).toMatch(
      /the list of own claims of the campaign is .*; give the same --claim$/,
    );
    await writeFile(file, claim('n ≤ 5, or so'));
    expect(await refusal('merge', results, ...own)).toMatch(/; give the same --claim$/);
  });

  it.each([
    [['--shard', '0/3'], '--shard must be i/k with 1 <= i <= k <= 9,999,999, such as 3/8, not "0/3"'],
    [['--shard', '4/3'], '--shard must be i/k with 1 <= i <= k <= 9,999,999, such as 3/8, not "4/3"'],
    [['--shard', '1/2'], '--shard needs --resume DIR, the folder of its results'],
    [
      ['--shard', '1/2', '--resume', 'x', '--time', '3'],
      '--shard cannot be combined with --time, because a time has no parts',
    ],
    [
      ['--resume', 'x', '--samples', 'a.csv', '--n', '2'],
      '--resume cannot be combined with --samples; check samples in a run of their own',
    ],
  ])('with %j is refused', async (options, sentence) => {
    expect(await refusal('verify', 'equality', ...options)).toBe(sentence);
  });
});
