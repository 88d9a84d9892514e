import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANONICAL } from '../../src/cli/canonical.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, type Finished } from './bonafide.ts';

/** A budget under which these two claims get all their shares. */
const GOOD = ['verify', 'win-rate', 'win-rate-equality', '--runs', '120', '--seed', '2', '--workers', '1'];

describe('verify of two claims with all folders', () => {
  let folder: string;
  let finished: Finished;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonafide-'));
    const places = ['--out', join(folder, 'a', 'out'), '--counterexamples', join(folder, 'kept')];
    finished = await bonafide(...GOOD, ...places, '--json');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = (name: string): Promise<string> => readFile(join(folder, 'a', 'out', name), 'utf8');

  it('ends with 0 and prints a report of the documented form', () => {
    expect(finished.code).toBe(0);
    const report = reportSchema.parse(JSON.parse(finished.out));
    expect(report).toMatchObject({ status: 'ok', seed: 2, runs: 120, samples: null });
    expect(report.claims.map(({ id, instances }) => [id, instances])).toEqual([
      ['win-rate', 120],
      ['win-rate-equality', 120],
    ]);
  });

  it('writes the very report that it prints', async () => {
    expect(await read('verification.json')).toBe(finished.out);
  });

  it('says on standard error when a claim is done, a false one first, and where the report is', () => {
    expect(finished.err).toMatch(
      /^win-rate-equality: refuted on 120 of 120 instances\nwin-rate: certified on 120 .*\nthe report is in .*: index\.html .*\n$/,
    );
  });

  it('links to the counterexamples from where the report is, and names no other path', async () => {
    const text = await read('verification.md');
    expect(text).toContain(
      '[win-rate-equality/weights-1-1.n-2.json](../../kept/win-rate-equality/weights-1-1.n-2.json)',
    );
    expect(text).not.toContain('theory.md');
    expect(text + finished.out).not.toContain(folder);
  });
});

describe('verify for people', () => {
  it('has a line for each claim and ends with the verdict, and saves nothing unless told to', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide(...GOOD, '--out', folder);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^ok {4}win-rate {11}holds: certified on 120 instances$/);
    expect(lines[1]).toMatch(/^ {25}smallest margin 0\.\d+, at /);
    expect(lines.slice(2)).toEqual([
      'ok    win-rate-equality  is false: refuted on 120 of 120 instances',
      `${' '.repeat(25)}counterexample: weights 1, 1, n = 2`,
      `${' '.repeat(25)}W = n/(n+1) fails: W = 5/8 = 0.625, n/(n+1) = 2/3 = 0.6666666666…`,
      '2 claims: theorems not refuted: 1; falsehoods refuted: 1; seed 2',
      'every claim behaved as expected',
      '',
    ]);
    const text = await readFile(join(folder, 'verification.md'), 'utf8');
    expect(text).toContain('weights 1, 1, n = 2 (win-rate-equality, not saved)');
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'verification.json'), 'utf8')));
    expect(report.claims[1]?.counterexample?.file).toBeNull();
  });

  it('says why a claim is open, and ends with 3', async () => {
    const file = join(await temporaryFolder(), 'all-tied.mjs');
    await writeFile(file, ALL_TIED);
    const { code, out } = await bonafide('verify', '--claim', file, '--runs', '100');
    expect(code).toBe(3);
    expect(out).toMatch(/^OPEN {2}all-tied {2}holds: /);
    expect(out).toMatch(/^ {16}the regime some rewards tie got less than its share of 100 %$/m);
    expect(out).toMatch(/the run does not decide every claim\n$/);
  });
});

/** Whose share of one regime no search reaches. */
const ALL_TIED = `export const claim = {
  id: 'all-tied', title: 't', statement: 's', source: 's', hypotheses: 'h', expected: 'holds',
  domain: { atoms: 1, draws: 1 }, shares: { ties: 1 },
  relations: (q) => [
    { left: { name: 'W', value: q.winRate }, is: '≤', right: { name: 'n/(n+1)', value: q.winRateBound } },
  ],
};
`;

describe('the report', () => {
  const reported = async (...args: string[]): Promise<Report> =>
    reportSchema.parse(JSON.parse((await bonafide('verify', ...args, '--json')).out));

  it('has each claim once, in the order of the catalogue, and the canonical seed unless told otherwise', async () => {
    const { claims, seed } = await reported('equality', 'win-rate', 'equality', '--runs', '2', '--workers', '1');
    expect(seed).toBe(CANONICAL.seed);
    expect(claims.map(({ id }) => id)).toEqual(['win-rate', 'equality']);
  });

  it('links to counterexamples beside it', async () => {
    const folder = await temporaryFolder();
    await reported('equality', '--runs', '2', '--out', folder, '--counterexamples', folder);
    expect(await readFile(join(folder, 'verification.md'), 'utf8')).toContain('(./equality/weights-1-1.n-2.json)');
  });
});
