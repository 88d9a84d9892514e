import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide } from './bonafide.ts';

const api = new URL('../../src/index.ts', import.meta.url).href;

/** A claim of one's own that is good but for some of its parts. */
const moduleWith = (changes: string): string => `
import { atMost, equal, Rational, rationalReal } from '${api}';
const number = (value) => rationalReal(Rational.of(value));
const [zero, one] = [number(0), number(1)];
export const claim = {
  id: 'planted', title: 'Planted', statement: '0 ≤ 1', source: 'a test', hypotheses: 'none', expected: 'holds',
  domain: { atoms: 1, draws: 1 }, shares: {}, relations: () => [atMost('0', zero, '1', one)], ${changes}
};
`;

const PLANTED: readonly (readonly [string, string, number, string, string])[] = [
  ['a claim that is refuted', "relations: () => [atMost('1', one, '0', zero)],", 1, 'failed', 'it was refuted on'],
  ['a falsehood that is not refuted', "expected: 'fails',", 1, 'failed', 'it is known to be false'],
  [
    'cross-checks that disagree',
    "crossChecks: () => [{ name: 'a number twice', one: zero, other: one }],",
    1,
    'failed',
    'two computations of one number disagree: a number twice',
  ],
  [
    'a step of a proof that is violated',
    "derivation: () => [{ name: 'the step', relation: equal('0', zero, '1', one) }],",
    1,
    'failed',
    'the step “the step” of its proof fails',
  ],
  [
    'a share of a regime that is missed',
    'shares: { ties: 1 },',
    3,
    'inconclusive',
    'the regime some rewards tie got less than its share',
  ],
];

describe('a planted failure is the same in the exit code, the JSON, the Markdown and the text:', () => {
  it.each(PLANTED)('%s', async (_, changes, code, verdict, reason) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'planted.mjs');
    await writeFile(file, moduleWith(changes));
    const out = join(folder, 'out');
    const finished = await bonafide('verify', '--claim', file, '--runs', '100', '--workers', '1', '--out', out);
    const report = reportSchema.parse(JSON.parse(await readFile(join(out, 'verification.json'), 'utf8')));
    const page = await readFile(join(out, 'verification.md'), 'utf8');
    expect([finished.code, report.status, report.claims[0]?.status]).toEqual([code, verdict, verdict]);
    expect(report.claims[0]?.reasons[0]).toContain(reason);
    expect(page).toContain(`- **Not as expected:** ${reason}`);
    expect(page).toContain(code === 1 ? '| **no**' : '| **inconclusive**');
    expect(finished.out).toContain(reason);
    expect(finished.out).toMatch(code === 1 ? /^WRONG planted/ : /^OPEN {2}planted/);
  });
});
