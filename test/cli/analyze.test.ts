import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analysis, analysisSchema, type Selected, selectedSchema } from '../../src/analysis/schema.ts';
import { hasDuckDB } from '../../src/logs/duckdb.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { samplesFile } from '../samples/files.ts';
import { bonafide, refusal } from './bonafide.ts';

/** Rows of prompts with the same numbers of samples; the reward of sample i of prompt j is `reward(i, j)`. */
function rows(prompts: number, samples: number, reward: (i: number, j: number) => number | object): string {
  return jsonLines(
    ...Array.from({ length: prompts * samples }, (_, k) => {
      const [i, j] = [k % samples, Math.floor(k / samples)];
      const given = reward(i, j);
      return { prompt: `p${j}`, response: `r${i}`, ...(typeof given === 'number' ? { reward: given } : given) };
    }),
  );
}

async function analysisOf(content: string, ...options: string[]): Promise<Analysis> {
  const { out, code } = await bonafide('analyze', await samplesFile('log.jsonl', content), '--json', ...options);
  expect(code).toBe(0);
  return analysisSchema.parse(JSON.parse(out));
}

async function textOf(content: string, ...options: string[]): Promise<string> {
  const { out, code } = await bonafide('analyze', await samplesFile('log.jsonl', content), ...options);
  expect(code).toBe(0);
  return out;
}

const DISTINCT = rows(40, 16, (i, j) => Math.sin(i * 40 + j));
const BINARY = rows(30, 12, (i, j) => Number((i * 7 + j) % 12 < j % 8));

describe('analyze, samples with rewards', () => {
  it('finds the formula nearly right where no rewards tie', async () => {
    const { rows, rewards, furthest, kind, ...rest } = await analysisOf(DISTINCT, '--n', '2,8');
    expect([kind, rewards, furthest]).toEqual(['samples', 'distinct', null]);
    expect(rows.map(({ isClose }) => isClose)).toEqual([true, true]);
    expect(rest).toMatchObject({ prompts: 40, samples: 640, fewest: 16, most: 16, oneLevel: 0, target: 'prompts' });
    for (const { n, formula, kl, winRate, reward } of rows) {
      expect(formula).toBeCloseTo(Math.log(n) - (n - 1) / n, 12);
      expect(kl.upper).toBeCloseTo(formula, 9);
      expect(kl.lower).toBeGreaterThan(0.97 * formula);
      expect(kl.estimate?.lower).toBeCloseTo(formula, 12);
      expect(winRate.estimate).toBeCloseTo(n / (n + 1), 12);
      expect(reward?.interval?.method).toBe('asymptotic');
    }
  });

  it('finds it wrong where rewards are 0 or 1', async () => {
    const { rows, rewards, furthest, notes } = await analysisOf(BINARY, '--n', '4', '--reward-range', '0,1');
    expect([rewards, rows[0]?.isClose, rows[0]?.isFar]).toEqual(['binary', false, true]);
    const [{ formula, kl, reward }] = rows as [Analysis['rows'][number]];
    expect(kl.upper).toBeLessThan(0.8 * formula);
    expect(reward?.interval?.method).toBe('finite-sample');
    expect(furthest?.kl).toBeLessThan(0.3);
    expect(notes.join()).toContain('−log(success rate)');
  });

  it('says what samples cannot tell, and what still holds, for n above their number', async () => {
    const { rows, notes } = await analysisOf(DISTINCT, '--n', '16,64');
    const [equal, above] = rows as [Analysis['rows'][number], Analysis['rows'][number]];
    expect([equal.outdrawn, equal.winRate.estimate, equal.reward?.interval]).toEqual([0, null, null]);
    expect(above).toMatchObject({ outdrawn: 40, reward: null });
    expect([above.kl.estimate, above.winRate.estimate]).toEqual([null, null]);
    expect(above.kl.lower).toBeGreaterThan(equal.kl.lower);
    expect(above.kl.upper).toBe(above.formula);
    expect(notes.join()).toContain('n = 64 (40 of 40 prompts)');
  });

  it('is narrower where 0 and 1 are known to be all rewards, even for n above the number of samples', async () => {
    const [partial, complete] = [
      await analysisOf(BINARY, '--n', '4,64', '--reward-range', '0,1'),
      await analysisOf(BINARY, '--n', '4,64', '--support', 'complete'),
    ];
    const [old, known] = [partial.rows[1], complete.rows[1]];
    expect(old?.kl.upper).toBe(old?.formula);
    expect(known?.kl.upper).toBeLessThan(0.8 * (known?.formula as number));
    expect(known?.winRate.upper).toBeLessThan(old?.winRate.upper as number);
    expect(complete.rows[0]?.reward?.interval?.method).toBe('finite-sample');
    expect(complete.notes.join()).toContain('no other rewards than 0 and 1 are possible');
    expect([known?.reward?.estimate, old?.reward]).toEqual([null, null]);
    expect(known?.reward?.interval?.lower).toBeGreaterThan(0.5);
    const scores = await analysisOf(
      rows(20, 30, (i) => i % 3),
      '--n',
      '64',
      '--support',
      'complete',
    );
    expect(scores.rows[0]?.kl.upper).toBeLessThan(3.02);
    expect(scores.notes.join()).toContain('show all its possible rewards');
  });

  it('gives the plug-in KL only when asked, and says what it is', async () => {
    expect((await analysisOf(DISTINCT, '--n', '1024')).rows[0]?.kl.plugIn).toBeNull();
    const { rows: asked, notes } = await analysisOf(DISTINCT, '--n', '2,1024', '--plug-in');
    // Sixteen samples: log 16, whatever the policy is.
    expect(asked[1]?.kl.plugIn).toBeCloseTo(Math.log(16), 9);
    expect(notes.join()).toContain('does not estimate the KL of the model');
    const file = await samplesFile('log.jsonl', DISTINCT);
    expect((await bonafide('analyze', file, '--n', '1024', '--plug-in')).out).toMatch(
      /KL of the empirical policies\n *1024 +2\.773/,
    );
  });

  it('is wider for a population, and for more confidence', async () => {
    const width = async (...options: string[]): Promise<number> => {
      const { rows } = await analysisOf(BINARY, '--n', '4', ...options);
      const [{ kl }] = rows as [Analysis['rows'][number]];
      return kl.upper - kl.lower;
    };
    const own = await width();
    expect(await width('--target', 'population')).toBeGreaterThan(own);
    expect(await width('--confidence', '0.999')).toBeGreaterThan(own);
  });

  it('gives intervals of the reward for every number of samples where its range is known', async () => {
    const { rows } = await analysisOf(DISTINCT, '--n', '8', '--reward-range', '-1,1');
    expect(rows[0]?.reward?.interval?.method).toBe('finite-sample');
    const file = await samplesFile('log.jsonl', DISTINCT);
    expect(await refusal('analyze', file, '--n', '8', '--reward-range', '0,1')).toMatch(
      /log\.jsonl:1: a sample of this prompt has the reward -0\..*, outside of --reward-range 0,1$/,
    );
  });

  it('leaves out prompts with few samples only where it is told to, and says so', async () => {
    const mixed = `${DISTINCT}${jsonLines({ prompt: 'short', response: 'a', reward: 1 })}`;
    expect(await analysisOf(mixed, '--n', '8')).toMatchObject({ prompts: 41, leftOut: 0, fewest: 1 });
    expect(await analysisOf(mixed, '--n', '8', '--min-samples', '8')).toMatchObject({ prompts: 40, leftOut: 1 });
    const file = await samplesFile('log.jsonl', mixed);
    expect(await refusal('analyze', file, '--n', '8', '--min-samples', '99')).toBe(
      'no prompt has at least 99 samples; --min-samples says how many a prompt needs',
    );
  });

  it('prints a table for people', async () => {
    const text = await textOf(DISTINCT, '--n', '2,8');
    expect(text).toMatch(
      /^640 rows of .*log\.jsonl; columns prompt, response, reward\n40 prompts, 16 samples each; rewards: no ties\n/,
    );
    expect(text).toMatch(/\n {2}8 {4}1\.204 {2}1\.\d{3} … 1\.204 {2}1\.204 {5}0\.889 \(0\.8\d\d … 0\.889\)/);
    expect(text).toContain('By these intervals, the formula is at most 10 % above the KL for n = 2, 8.\n');
  });

  it('writes a table of prompts that a spreadsheet does not run', async () => {
    const table = join(await temporaryFolder(), 'prompts.csv');
    const file = await samplesFile('log.jsonl', DISTINCT.replaceAll('"p3"', '"=1+1"'));
    expect((await bonafide('analyze', file, '--n', '2,8', '--per-prompt', table)).code).toBe(0);
    const lines = (await readFile(table, 'utf8')).trim().split('\n');
    expect(lines[0]).toBe(
      'prompt,place,samples,levels,n,formula,kl_estimate_from,kl_estimate_to,kl_lower,kl_upper,win_rate,mean_reward',
    );
    expect(lines).toHaveLength(1 + 80);
    expect(lines.filter((line) => line.includes('1+1')).every((line) => line.startsWith("'=1+1,"))).toBe(true);
  });

  it('prints what the README shows', async () => {
    const root = new URL('../../', import.meta.url).pathname;
    const { out } = await bonafide('analyze', join(root, 'examples/scores.jsonl'), '--n', '4,16,64');
    expect(await readFile(join(root, 'README.md'), 'utf8')).toContain(out.replaceAll(root, ''));
  });

  it('reads no file twice under two names, and overwrites none that a pattern matches', async () => {
    const file = await samplesFile('a.jsonl', DISTINCT);
    const folder = dirname(file);
    await symlink(file, join(folder, 'b.jsonl'));
    expect(await refusal('analyze', file, join(folder, 'b.jsonl'), '--n', '2')).toContain('is given twice');
    await rm(join(folder, 'b.jsonl'));
    for (const option of ['--html', '--aggregate', '--per-prompt']) {
      const written = option === '--html' ? file : join(folder, 'c.csv');
      if (option !== '--html') await writeFile(written, await readFile(file));
      expect(await refusal('analyze', join(folder, '*'), '--n', '2', option, written)).toContain(
        'it is one of the files that are read',
      );
      if (option !== '--html') await rm(written);
    }
    expect(await readFile(file, 'utf8')).toBe(DISTINCT);
    const parquet = join(folder, 'none', 'a.parquet');
    expect(await refusal('analyze', file, '--aggregate', parquet)).toMatch(/^cannot write .*: there is no such/);
  });

  it('needs n and prompts', async () => {
    const file = await samplesFile('log.jsonl', DISTINCT);
    expect(await refusal('analyze', file)).toBe('give the numbers of draws with --n, such as --n 4,16,64');
    expect(await refusal('analyze', file, '--n', '4', '--confidence', '95')).toContain('--confidence must be');
    expect(await refusal('analyze', file, '--n', '4', '--reward-range', '3,1')).toContain('--reward-range must be');
    expect(await refusal('analyze', file, '--n', '4', '--target', 'all')).toContain('--target must be');
  });
});

/** Candidates of equal probability 1/16: each prompt has 16 answers, of which sample i is answer i mod 16. */
const CANDIDATES = rows(20, 64, (i) => ({ response: `r${i % 16}`, reward: i % 16, logprob: -Math.log(16) }));

describe('analyze, with log-probabilities', () => {
  it('estimates the KL with far less error than log(π/p)', async () => {
    const { kind, rows } = await analysisOf(CANDIDATES, '--n', '4');
    const [{ kl }] = rows as [Analysis['rows'][number]];
    const truth = [...Array(16).keys()].reduce((sum, k) => {
      const chosen = ((k + 1) / 16) ** 4 - (k / 16) ** 4;
      return sum + chosen * Math.log(chosen * 16);
    }, 0);
    expect(kind).toBe('candidates');
    expect(kl.lower).toBeLessThan(truth);
    expect(kl.upper).toBeGreaterThan(truth);
    expect(Math.abs((kl.estimators?.lowVariance.estimate as number) - truth)).toBeLessThan(0.01);
  });

  it('prints both estimates', async () => {
    expect(await textOf(CANDIDATES, '--n', '4')).toMatch(/KL by ranks and p\(y\) {2}by log\(π\/p\)/);
  });

  it('tells what selected rows tell, and no more', async () => {
    const log = rows(25, 2, (_, j) => ({ logprob: j % 2 === 0 ? -40 : -0.8 }));
    const file = await samplesFile('log.jsonl', log);
    const { out } = await bonafide('analyze', file, '--n', '2,16', '--selected', '--json');
    const selected: Selected = selectedSchema.parse(JSON.parse(out));
    expect(selected).toMatchObject({ prompts: 25, rows: 50 });
    for (const { n, formula, paper, better, overstated } of selected.estimates) {
      expect(overstated).toBe(n === 2 ? 0 : 12 / 25);
      expect(better.estimate).toBeLessThan(paper);
      expect(paper).toBeLessThan(formula);
      expect(better.lower).toBeLessThan(better.estimate);
      expect(better.upper).toBeGreaterThan(better.estimate);
    }
    expect((await bonafide('analyze', file, '--n', '16', '--selected')).out).toContain('nothing bounds it from below');
    expect(await refusal('analyze', file, '--n', '16')).toContain('reward=COLUMN');
  });
});

describe.skipIf(!(await hasDuckDB()))('analyze, with counts of equal samples', () => {
  it('writes them, and gives the same answer from them', async () => {
    const file = await samplesFile('log.jsonl', BINARY);
    const counts = join(await temporaryFolder(), 'counts.parquet');
    expect(await bonafide('analyze', file, '--aggregate', counts)).toMatchObject({ code: 0, out: '', err: '' });
    const rowsOf = async (log: string): Promise<unknown> =>
      (analysisSchema.parse(JSON.parse((await bonafide('analyze', log, '--n', '2,8', '--json')).out)) as Analysis).rows;
    expect(await rowsOf(counts)).toEqual(await rowsOf(file));
  });
});

describe('analyze, where a log lives in a table', () => {
  it('prints the query that counts equal samples', async () => {
    const { out } = await bonafide('analyze', 'my.logs', '--sql', 'spark', '--map', 'prompt=id,reward=score');
    expect(out).toContain('FROM my.logs');
    expect(out).toMatch(/CAST\(`id` AS STRING\) AS `prompt`/);
    expect(await refusal('analyze', 'a', 'b', '--sql', 'duckdb')).toBe('--sql needs one table instead of files');
    expect(await refusal('analyze', 'a', '--sql', 'oracle')).toContain('--sql must be duckdb, spark or bigquery');
  });
});

describe('analyze, where assumptions fail', () => {
  const logprobs = (logprob: (i: number, j: number) => number | undefined): string =>
    rows(6, 8, (i, j) => ({ reward: Math.sin(i + 7 * j), logprob: logprob(i, j) }));

  it('refuses log-probabilities that are means over tokens: those of different responses sum to more than 1', async () => {
    const file = await samplesFile(
      'log.jsonl',
      logprobs(() => -0.3),
    );
    for (const options of [[], ['--selected']]) {
      expect(await refusal('analyze', file, '--n', '4', ...options)).toMatch(
        /log\.jsonl:1: the probabilities of the 8 different responses of this prompt sum to 5\.927, more than 1; /,
      );
    }
  });

  it('refuses log-probabilities that some samples or some prompts lack', async () => {
    const some = await samplesFile(
      'log.jsonl',
      logprobs((i) => (i === 3 ? undefined : -9)),
    );
    const others = await samplesFile(
      'log.jsonl',
      logprobs((_, j) => (j === 3 ? undefined : -9)),
    );
    expect(await refusal('analyze', some, '--n', '4')).toContain('log.jsonl:');
    expect(await refusal('analyze', others, '--n', '4')).toContain('log.jsonl:');
  });

  it('does not take responses to have different rewards because none were seen to tie', async () => {
    // One sample of each prompt shows no ties, and rewards of 0 and 1 have many.
    const log = rows(60, 1, (_, j) => ({ response: `r${j}`, reward: j % 2, logprob: -40 }));
    const [{ kl }] = (await analysisOf(log, '--n', '4')).rows as [Analysis['rows'][number]];
    const [{ kl: stated }] = (await analysisOf(log, '--n', '4', '--distinct-rewards')).rows as [
      Analysis['rows'][number],
    ];
    expect(kl.lower).toBeLessThan(0.459);
    expect(stated.lower).toBeGreaterThan(0.5);
  });

  it('loses nothing to the rounding of very small probabilities', async () => {
    const halves = (logprob?: number): string =>
      rows(40, 16, (i, j) => ({ reward: i % 2, ...(logprob && { logprob: logprob - i * 3.7 - j }) }));
    const upper = async (log: string): Promise<number> =>
      (await analysisOf(log, '--n', '4')).rows[0]?.kl.upper as number;
    expect(await upper(halves(-200))).toBeLessThan((await upper(halves())) + 0.02);
  });

  it('holds --distinct-rewards against the samples', async () => {
    const log = rows(3, 4, (i) => ({ reward: i % 2, logprob: -3 }));
    expect(await refusal('analyze', await samplesFile('log.jsonl', log), '--n', '2', '--distinct-rewards')).toMatch(
      /log\.jsonl:1: different responses of this prompt have equal rewards, against --distinct-rewards$/,
    );
  });

  it('writes over nothing else than a table', async () => {
    const file = await samplesFile('log.jsonl', DISTINCT);
    const folder = await temporaryFolder();
    expect(await refusal('analyze', file, '--n', '2', '--per-prompt', file)).toContain(
      'one of the files that are read',
    );
    expect(await refusal('analyze', file, '--n', '2', '--per-prompt', folder)).toContain('not a regular file');
    expect(await refusal('analyze', file, '--n', '2', '--per-prompt', '-')).toContain(
      'not the name of a file to write',
    );
    expect(await readFile(file, 'utf8')).toBe(DISTINCT);
  });

  it('ignores no option, and reads nothing twice that can be read once', async () => {
    const file = await samplesFile('log.jsonl', DISTINCT);
    const folder = await temporaryFolder();
    const [table, counts] = [join(folder, 'a.csv'), join(folder, 'a.parquet')];
    expect(await refusal('analyze', file, '--aggregate', counts, '--per-prompt', table)).toContain('--n');
    expect(await refusal('analyze', '-', '--aggregate', counts, '--n', '2')).toMatch(
      /^standard input can be read only once; /,
    );
    expect(await refusal('analyze', 't', '--sql', 'spark', '--map', 'count=n')).toContain('not by count');
    expect(await refusal('analyze', file, file, '--n', '2')).toMatch(
      /log\.jsonl is given twice; its samples would count twice$/,
    );
  });

  it('ends for a few rows that stand for very many samples', async () => {
    const log = jsonLines(
      { prompt: 'a', reward: 0, count: 600_000_000 },
      { prompt: 'a', reward: 1, count: 600_000_000 },
    );
    const [two, many] = (await analysisOf(log, '--n', '2,500000000', '--map', 'count=count')).rows as Analysis['rows'];
    expect(two?.winRate.estimate).toBeCloseTo(5 / 8, 6);
    expect(many?.kl.lower).toBeLessThanOrEqual(Math.log(2));
  });
});

describe('analyze, with the probabilities of all answers', () => {
  const SUPPORT = jsonLines(
    { prompt: 'a', response: 'x', reward: 0, probability: 0.5 },
    { prompt: 'a', response: 'y', reward: 1, probability: 0.5 },
    { prompt: 'b', response: 'x', reward: 3, probability: 1 },
  );

  it('is certified', async () => {
    const { kind, rows } = await analysisOf(SUPPORT, '--n', '2');
    const [{ kl, winRate, reward }] = rows as [Analysis['rows'][number]];
    expect([kind, kl.method]).toEqual(['support', 'certified']);
    // Weights 1, 1 and n = 2: KL = 3/4·log 3 − log 2 and W = 5/8; one answer: KL = 0 and W = 1/2.
    const half = (0.75 * Math.log(3) - Math.log(2)) / 2;
    expect(kl.lower).toBeLessThanOrEqual(half);
    expect(kl.upper).toBeGreaterThanOrEqual(half);
    expect(kl.upper - kl.lower).toBeLessThan(1e-11);
    expect(winRate.estimate).toBeCloseTo(9 / 16, 11);
    expect(reward?.estimate).toBeCloseTo((3 / 4 + 3) / 2, 12);
  });

  it('is refused for a reward that no double holds', async () => {
    const file = await samplesFile('log.jsonl', SUPPORT.replace('"reward":3', '"reward":1e400'));
    expect(await refusal('analyze', file, '--n', '2')).toMatch(/log\.jsonl:3: a reward of this prompt is beyond /);
  });

  it('is refused beside rows without probabilities, in any order', async () => {
    const bare = jsonLines({ prompt: 'c', response: 'x', reward: 0 }, { prompt: 'c', response: 'y', reward: 1 });
    for (const log of [`${bare}${SUPPORT}`, `${SUPPORT}${bare}`]) {
      expect(await refusal('analyze', await samplesFile('log.jsonl', log), '--n', '2')).toMatch(/probability/);
    }
  });

  it('has no use for options about samples', async () => {
    const file = await samplesFile('log.jsonl', SUPPORT);
    for (const option of [
      ['--reward-range', '0,9'],
      ['--min-samples', '2'],
      ['--target', 'population'],
      ['--distinct-rewards'],
    ]) {
      expect(await refusal('analyze', file, '--n', '2', ...option)).toMatch(
        / has no meaning for the probabilities of all answers; leave it out$/,
      );
    }
  });

  it('is refused where the probabilities do not sum to 1', async () => {
    const file = await samplesFile('log.jsonl', SUPPORT.replace('0.5}', '0.4}'));
    expect(await refusal('analyze', file, '--n', '2')).toMatch(
      /log\.jsonl:1: the probabilities of the prompt "a" sum to 0\.9, not to 1;/,
    );
  });
});
