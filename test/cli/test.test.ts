import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterexampleSchema } from '../../src/evidence/schema.ts';
import { type Answers, answersSchema } from '../../src/report/answer.ts';
import { bonafide, refusal } from './bonafide.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-test-'));
});

afterEach(() => rm(folder, { recursive: true }));

const test = (...args: string[]): ReturnType<typeof bonafide> =>
  bonafide('test', ...args, '--counterexamples', join(folder, 'bonafide'), '--workers', '1');

async function answersOf(...args: string[]): Promise<Answers & { code: number }> {
  const { out, code } = await test(...args, '--json');
  return { ...answersSchema.parse(JSON.parse(out)), code };
}

describe('test', () => {
  it('refutes a false formula at its smallest counterexample, saves it, and replays it', async () => {
    const { code, out } = await test('KL <= H');
    expect(code).toBe(1);
    expect(out).toContain('REFUTED: KL <= H\n  p = (2/3, 1/3), n = 6: KL = 0.7403617114… > 0.6365141682… = H\n');
    expect(out).toContain('none of the 75 smaller policies');
    const file = join(folder, 'bonafide', 'kl-le-h.json');
    expect(out).toContain(
      `saved ${file}    replay: bonafide replay ${file}    Coq: bonafide certify ${file}    seed 20240119\n`,
    );
    const saved = counterexampleSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(saved.instance).toEqual({ weights: ['2', '1'], n: 6 });
    expect(await bonafide('replay', file)).toMatchObject({ code: 0, out: `${file}: refuted: KL ≤ H fails\n` });
    expect((await test('KL <= H')).out).toContain('saved before in');
  });

  it('searches again where the saved counterexample is of another text', async () => {
    await test('KL <= H', '--runs', '50');
    const file = join(folder, 'bonafide', 'kl-le-h.json');
    const saved = JSON.parse(await readFile(file, 'utf8')) as { conjecture: { text: string } };
    saved.conjecture.text = 'KL <= 2 H';
    await writeFile(file, JSON.stringify(saved));
    expect((await test('KL <= H', '--runs', '50')).out).not.toContain('saved before');
  });

  it('says what to do where the saved counterexample is cut off', async () => {
    await test('KL <= H', '--runs', '50');
    await writeFile(join(folder, 'bonafide', 'kl-le-h.json'), '{"a":');
    const { code, err } = await test('KL <= H', '--runs', '50');
    expect([code, err]).toEqual([2, expect.stringMatching(/kl-le-h\.json.*\(move it away, or give --no-save\)$/m)]);
  });

  it('does not refute a theorem, and says how far it looked and how near it came', async () => {
    const { code, out } = await test('gap <= n(n-1)^2/24 S3', '--for', 'n >= 3', '--runs', '200');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^NOT REFUTED: .*, for n >= 3\n {2}looked at: \d+ policies of total up to 5.*, 200 adversarial ones/,
    );
    expect(out).toMatch(/nearest: the sides are in the ratio (?:0\.9\d*|1) at /);
  });

  it('tells instances without a value, and a premise that is never true', async () => {
    const { answers } = await answersOf('1/KL > 0', '--runs', '50');
    expect(answers[0]?.noValue).toBeGreaterThan(0);
    const never = await answersOf('KL <= 0', '--for', 'W > 1', '--runs', '50');
    expect(never.code).toBe(3);
    expect(never.answers[0]?.outcome).toBe('never spoken of');
  });

  it('reads another selection and a second policy', async () => {
    expect((await test('W <= 1/2', '--selection', 'worst-of-n', '--runs', '100')).code).toBe(0);
    const { answers } = await answersOf('KL(q‖p) <= log(n)', '--runs', '50');
    expect(answers[0]?.counterexample?.instance.auxiliary).toBeDefined();
  });

  it('names the known claims that the conjecture has to do with', async () => {
    const { answers } = await answersOf('KL = log n', '--for', 'n >= 2 and K >= 2');
    expect(answers[0]?.known).toMatchObject([{ claim: 'kl-log-n', how: 'refuted with', status: 'refuted' }]);
    const again = await test('KL = log n', '--for', 'n >= 2 and K >= 2');
    expect(again.out).toContain('saved before in');
    expect(again.out).toMatch(
      / {2}known: kl-log-n \(refuted\): the same on \d+ instances, and refuted by this counterexample too; docs/,
    );
    expect((await answersOf('KL <= D', '--runs', '50')).answers[0]?.known).toMatchObject([
      { claim: 'kl-bound', how: 'same' },
    ]);
  });

  it('shows the command for a certificate only where there is one', async () => {
    const { answers } = await answersOf('sqrt(KL) <= 1/100', '--runs', '50');
    expect(answers[0]).toMatchObject({ outcome: 'refuted', certifiable: false });
    expect((await test('sqrt(KL) <= 1/100')).out).not.toContain('Coq:');
  });

  it('writes nothing with --no-save', async () => {
    await test('KL <= H', '--no-save', '--runs', '50');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('test --file', () => {
  const CLAIMS = [
    '# Two claims of a paper.',
    'let half = 1/2',
    'bound: KL <= D',
    '  expect holds',
    'entropy: KL',
    '  <= H  # folded',
    '  for n >= 2',
    '  expect fails',
    'win: W <= half',
  ].join('\n');

  const claims = async (content: string): Promise<string> => {
    const file = join(folder, 'claims.txt');
    await writeFile(file, content);
    return file;
  };

  it('leaves a claim undecided where a number is too large, and decides the others', async () => {
    const file = await claims('huge: n^{99999999999} <= 1\n  for n >= 2\nentropy: KL <= H');
    const { code, answers } = await answersOf('--file', file, '--runs', '20');
    expect(answers.map(({ outcome, complete }) => [outcome, complete])).toEqual([
      ['undecided', true],
      ['refuted', true],
    ]);
    expect(code).toBe(1);
  });

  it('compares each outcome with what is expected', async () => {
    const file = await claims(CLAIMS);
    const { code, answers } = await answersOf('--file', file, '--runs', '100');
    expect(code).toBe(1);
    expect(answers.map(({ conjecture, outcome, status }) => [conjecture.id, outcome, status])).toEqual([
      ['bound', 'not refuted', 'ok'],
      ['entropy', 'refuted', 'ok'],
      ['win', 'refuted', 'failed'],
    ]);
    const { out } = await test('--file', file, '--runs', '100');
    expect(out).toContain(`REFUTED: let half = 1/2; W <= half\n  ${file}:9, win, expected: holds\n`);
    const annotated = await test('--file', file, '--runs', '100', '--reporter', 'github');
    expect(annotated.out).toMatch(/^::error .*line=9,/m);
  });

  it.each([
    ['KL <= D', ':1: a claim is a line such as'],
    ['  for n >= 2', ':1: an indented line belongs to a claim'],
    ['a: KL <= D\na: KL <= D', ':2: there is a claim a already, on line 1'],
    ['a: KL <= D\n  expect false', ':2: expect must be holds, fails, open, not "false"'],
    ['a: KL <= D\n  selection best', ':2: selection must be'],
    ['a: KL <= D\n  for n\n  for n', ':3: a has two lines that begin with for'],
    ['# nothing', ': there is no claim in it'],
  ])('refuses %j', async (content, message) => {
    expect(await refusal('test', '--file', await claims(content))).toContain(message);
  });

  it('points into the line of a text that is no formula', async () => {
    const { code, err } = await bonafide('test', '--file', await claims('a: KL <= Dd'));
    expect(code).toBe(2);
    expect(err).toMatch(/claims\.txt:1: there is no name "Dd".*\n {2}KL <= Dd\n {8}\^~\n$/);
  });
});

it('refuses options that do not fit', async () => {
  expect(await refusal('test')).toContain("give a formula such as 'KL <= H', or --file");
  expect(await refusal('test', 'KL <= D', '--file', 'x')).toContain('not both');
  expect(await refusal('test', 'KL <= D', '--selection', 'best')).toContain('--selection must be');
});
