import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, type Finished, refusal } from './bonafide.ts';
import { run } from './process.ts';

const root = new URL('../../', import.meta.url);
const [truth, falsehood] = ['examples/true-claim.ts', 'examples/false-claim.ts'].map((path) =>
  fileURLToPath(new URL(path, root)),
) as [string, string];
const api = new URL('src/index.ts', root).href;

/** A module with the parts of a good claim, changed. */
async function module(changes: string, exported = 'export const claim ='): Promise<string> {
  const file = join(await temporaryFolder(), 'mine.ts');
  await writeFile(
    file,
    `import { atMost, FinitePolicy, rationalReal, Rational, sum } from '${api}';
const number = (value: number) => rationalReal(Rational.of(value));
const good = {
  id: 'mine', title: 'Mine', statement: '0 ≤ 1', source: 'a test of the command line', hypotheses: 'integer n ≥ 1',
  expected: 'holds', domain: { atoms: 1, draws: 1 }, shares: {}, relations: () => [atMost('0', number(0), '1', number(1))],
};
${exported} ${changes};
`,
  );
  return file;
}

const SMALL = ['--runs', '200', '--workers', '1'];

describe('the examples', () => {
  it('behave as expected, as a process', async () => {
    const { code, out } = await run(['verify', '--claim', truth, '--claim', falsehood, ...SMALL, '--json']);
    expect(code).toBe(0);
    const { status, claims } = reportSchema.parse(JSON.parse(out));
    expect(status).toBe('ok');
    expect(claims.map(({ id, grade, instances }) => [id, grade, instances])).toEqual([
      ['never-worse', 'certified', 200],
      ['twice-the-draws', 'refuted', 200],
    ]);
    expect(claims[0]?.derivation).toMatchObject({ instances: 200, broken: null });
    expect(claims[1]?.counterexample?.instance).toEqual({ weights: ['1', '1'], n: 1 });
  });

  it('end a process on two threads when one of them throws', async () => {
    const thrower = await module(
      "{ ...good, relations: (q) => { if (q.n === 3) throw new Error('boom'); return good.relations(); } }",
    );
    const args = ['verify', 'never-worse', 'win-rate', 'mine', '--claim', truth, '--claim', thrower];
    const { code, err } = await run([...args, '--runs', '3000', '--workers', '2']);
    expect(err).toMatch(/^bonafide: claim mine cannot be checked on .*: boom$/m);
    expect(err).not.toMatch(/ended its thread/);
    expect(code).toBe(2);
  });

  it('share the code of the command, as a process', async () => {
    const changes =
      "{ ...good, relations: (q) => [atMost('0', number(q.policy instanceof FinitePolicy ? 0 : 2), '1', number(1))] }";
    const file = await module(changes);
    await writeFile(join(dirname(file), 'package.json'), '{ "type": "module" }');
    const { code, err } = await run(['verify', '--claim', file, '--runs', '50', '--workers', '1']);
    expect(err).toContain('mine: exact on 50 instances');
    expect(code).toBe(0);
  });

  it('can be chosen from by id, beside the catalogue', async () => {
    const { out, err } = await bonafide(
      'verify',
      'twice-the-draws',
      'win-rate',
      '--claim',
      truth,
      '--claim',
      falsehood,
      ...SMALL,
      '--json',
    );
    if (out === '') throw new Error(err);
    expect(reportSchema.parse(JSON.parse(out)).claims.map(({ id }) => id)).toEqual(['win-rate', 'twice-the-draws']);
  });

  it('are listed with the catalogue', async () => {
    const rows = JSON.parse((await bonafide('claims', '--claim', truth, '--json')).out);
    expect(rows.at(-1)).toMatchObject({ id: 'never-worse', hasDerivation: true, section: null, cost: 'low' });
    expect((await bonafide('claims', '--claim', truth)).out).toContain('never-worse (holds)\n');
  });

  it('leave counterexamples that replay, but only with their module', async () => {
    const folder = await temporaryFolder();
    await bonafide('verify', '--claim', falsehood, ...SMALL, '--counterexamples', folder);
    const file = join(folder, 'twice-the-draws', 'weights-1-1.n-1.json');
    expect(await bonafide('replay', '--claim', falsehood, file)).toEqual({
      code: 0,
      out: `${file}: refuted: KL at 2n = 2 KL at n fails\n`,
      err: '',
    });
    expect(await refusal('replay', file)).toBe(
      `${file}: there is no claim "twice-the-draws"; a claim of your own needs --claim FILE`,
    );
  });
});

describe("one's own claim", () => {
  it.each(['export const claim =', 'export default', 'export const claims = ['])(
    'may stand after %s',
    async (start) => {
      const file = await module(start.endsWith('[') ? 'good]' : 'good', start);
      expect((await bonafide('verify', '--claim', file, ...SMALL)).out).toMatch(/^ok +mine +holds: exact on 200 /);
    },
  );

  it('that is wrongly expected ends the run with 1', async () => {
    const file = await module("{ ...good, expected: 'fails' }");
    const { code, out } = await bonafide('verify', '--claim', file, ...SMALL);
    expect([code, out]).toEqual([1, expect.stringContaining('WRONG mine')]);
  });

  it('that is refuted shows both values, and where its counterexample is saved or how it would be', async () => {
    const file = await module(
      "{ ...good, relations: (q) => [atMost('W', q.winRate, '1/2', rationalReal(Rational.of(1, 2)))] }",
    );
    const { code, out } = await bonafide('verify', '--claim', file, '--runs', '20', '--workers', '1');
    expect(code).toBe(1);
    const values = ['counterexample: weights 1, 1, n = 2', 'W ≤ 1/2 fails: W = 5/8 = 0.625, 1/2 = 0.5'];
    const indent = ' '.repeat(12);
    expect(out).toContain(
      [...values, 'not saved; --counterexamples DIR saves it'].map((line) => indent + line).join('\n'),
    );
    const folder = await temporaryFolder();
    const again = await bonafide(
      'verify',
      '--claim',
      file,
      '--runs',
      '20',
      '--workers',
      '1',
      '--counterexamples',
      folder,
    );
    const saved = join(folder, 'mine', 'weights-1-1.n-2.json');
    expect(again.out).toContain([...values, `saved: ${saved}`].map((line) => indent + line).join('\n'));
    expect((await bonafide('replay', '--claim', file, saved)).code).toBe(0);
  });

  it('that has plain numbers as sides or in sums says so', async () => {
    for (const [relation, message] of [
      [
        "atMost('W', q.winRate, '1', 1)",
        'the right side, 1, is not a real: write a number as rationalReal(Rational.of(2))',
      ],
      [
        "atMost('W', sum(q.winRate, 1), '2', number(2))",
        '1 is not a real: write a number as rationalReal(Rational.of(2))',
      ],
    ] as const) {
      const file = await module(`{ ...good, relations: (q) => [${relation}] }`);
      expect(await refusalOf(await bonafide('verify', '--claim', file, ...SMALL))).toContain(`: ${message}`);
    }
  });

  it('that throws on an instance is named with it, and ends the run with 2', async () => {
    const file = await module("{ ...good, relations: () => { throw new Error('no such luck'); } }");
    expect(await refusalOf(await bonafide('verify', '--claim', file, ...SMALL))).toMatch(
      /^claim mine cannot be checked on (\d+ )?weights .*n = \d+: no such luck$/,
    );
  });

  it('may compare no other way than by ≤, <, = and ≠', async () => {
    const file = await module("{ ...good, relations: () => [{ ...good.relations()[0], is: '≥' }] }");
    expect(await refusalOf(await bonafide('verify', '--claim', file, ...SMALL))).toMatch(
      /^claim mine cannot be checked on .*: a relation must be one of ≤, <, =, ≠$/,
    );
  });

  function refusalOf({ code, err }: Finished): string {
    expect(code).toBe(2);
    return /^bonafide: (.*)$/m.exec(err)?.[1] ?? '';
  }
});

describe('a module is refused that', () => {
  it.each([
    ['{ ...good, id: "Mine" }', 'claim: the claim id "Mine" is not kebab-case'],
    ['{ ...good, id: "kl-bound" }', 'id: the catalogue already has a claim "kl-bound"'],
    ['{ ...good, title: "" }', 'claim: claim mine: title must be a string'],
    ['{ ...good, expected: "true" }', 'claim: claim mine: expected must be one of "holds", "fails", "open"'],
    ['{ ...good, domain: { atoms: 0, draws: 1 } }', 'claim: claim mine: domain.atoms must be an integer ≥ 1'],
    [
      '{ ...good, domain: { atoms: 1, draws: 4, maxDraws: 3 } }',
      'claim: claim mine: domain.maxDraws is below domain.draws',
    ],
    ['{ ...good, shares: { ties: 2 } }', 'claim: claim mine: shares.ties must be a number from 0 to 1'],
    ['{ ...good, relations: [] }', 'claim: claim mine: relations must be a function'],
    [
      '{ ...good, extensions: { "one-atom": "maybe" } }',
      /^claim: claim mine: extensions\.one-atom must be "holds", "fails", /,
    ],
    ['{ ...good, relation: 1 }', /^claim: claim mine: there is no field relation; there are id, title, /],
    ['5', 'claim: the claim must be an object'],
    ['{ ...good, proof: { theorems: [] } }', 'claim: claim mine: proof.theorems must name a theorem'],
    [
      '{ ...good, proof: { theorems: ["kl_le_formula"] } }',
      'claim mine: only claims of the catalogue may have a proof; remove it',
    ],
  ])('has %s', async (changes, message) => {
    const file = await module(changes);
    const sentence = await refusal('verify', '--claim', file, ...SMALL);
    expect(sentence.startsWith(`${file}: `)).toBe(true);
    const rest = sentence.slice(file.length + 2);
    if (typeof message === 'string') expect(rest).toBe(message);
    else expect(rest).toMatch(message);
  });

  it('is not there, is a folder, exports nothing, throws or is no code', async () => {
    const folder = await temporaryFolder();
    expect(await refusal('verify', '--claim', join(folder, 'a.ts'))).toMatch(
      /^cannot read .*a\.ts: there is no such file/,
    );
    await mkdir(join(folder, 'b.ts'));
    expect(await refusal('verify', '--claim', join(folder, 'b.ts'))).toMatch(/^cannot read .*b\.ts: it is a folder$/);
    const nothing = await module('good', 'export const other =');
    expect(await refusal('verify', '--claim', nothing)).toBe(
      `${nothing} exports no claim: it must export it as \`claim\` or as default, or several as \`claims\``,
    );
    const throwing = await module('good.no.such.thing');
    expect(await refusal('claims', '--claim', throwing)).toMatch(/^.*mine\.ts: Cannot read properties of undefined/);
    const { code, err } = await run(['claims', '--claim', await module('{ ...good')]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^bonafide: \S*mine\.ts: not valid code: .*ERROR: .*\n$/)]);
  });

  it('gives an id that another gives', async () => {
    const [one, other] = [await module('good'), await module('good')];
    expect(await refusal('verify', '--claim', one, '--claim', other)).toBe(
      `${other}: id: ${one} already has a claim "mine"`,
    );
  });
});

describe('--full', () => {
  it('does not go with --runs or --time', async () => {
    for (const option of ['--runs', '--time']) {
      expect(await refusal('verify', '--full', option, '5')).toBe('--full cannot be combined with --runs or --time');
    }
  });
});
