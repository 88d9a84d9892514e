import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { bonafide } from './bonafide.ts';

const api = new URL('../../src/index.ts', import.meta.url).href;

/** A module with two claims that give no answer, beside a third that is true. */
async function moduleOf(): Promise<string> {
  const file = join(await temporaryFolder(), 'mine.mts');
  const text = `import { atMost, Rational, rationalReal } from '${api}';
const number = (value) => rationalReal(Rational.of(value));
const claim = (id, act) => ({
  id, title: id, statement: \`\${id} is so\`, source: 'a test', hypotheses: 'none', expected: 'holds',
  domain: { atoms: 1, draws: 1 }, shares: {}, relations: ({ n }) => { if (n > 1) act(); return [atMost('0', number(0), '1', number(1))]; },
});
export const claims = [
  claim('hangs', () => { for (;;); }),
  claim('exits', () => process.exit(0)),
  claim('good', () => undefined),
];
`;
  await writeFile(file, text);
  return file;
}

const SMALL = ['--runs', '20', '--workers', '2', '--claim-timeout', '2'];
const STALL = 'spent more than 2 s on one instance and was stopped';
const EXIT = 'ended its thread with code 0; a claim must not call process.exit';

describe('claims whose code gives no answer', () => {
  it('are named in every file of the report, beside the others, and the run is undecided', async () => {
    const folder = await temporaryFolder();
    const { code, out, err } = await bonafide('verify', '--claim', await moduleOf(), ...SMALL, '--out', folder);
    expect(code).toBe(3);
    expect(err).toContain(`bonafide: claim hangs ${STALL}\n`);
    expect(err).toContain(`bonafide: claim exits ${EXIT}\n`);
    expect(out).toContain(`OPEN  hangs  holds: stopped: its code did not return\n             it ${STALL}\n`);
    expect(out).toContain(`OPEN  exits  holds: stopped: its code ended the thread\n             it ${EXIT}\n`);
    expect(out).toContain('ok    good   holds: exact on 20 instances\n');
    expect(out).toMatch(/\nthe run does not decide every claim\n$/);
    const { status, claims } = reportSchema.parse(
      JSON.parse(await readFile(join(folder, 'verification.json'), 'utf8')),
    );
    expect(status).toBe('inconclusive');
    expect(claims).toMatchObject([
      {
        id: 'hangs',
        status: 'inconclusive',
        stopped: 'stalled',
        reasons: [`it ${STALL}`],
        grade: 'none',
        instances: 0,
      },
      { id: 'exits', status: 'inconclusive', stopped: 'ended', reasons: [`it ${EXIT}`], grade: 'none', instances: 0 },
      { id: 'good', status: 'ok', reasons: [], instances: 20 },
    ]);
    expect(claims[2]).not.toHaveProperty('stopped');
    for (const page of ['verification.md', 'index.html']) {
      const text = await readFile(join(folder, page), 'utf8');
      expect(text).toMatch(/[Ss]topped: its code did not return/);
      expect(text).toContain(`it ${STALL}`);
    }
  });

  it.each([
    ['junit', /tests="2" failures="0" errors="1"[\s\S]*<error type="undecided" message="it ended its thread/],
    ['sarif', /"level": "warning",\s+"message": \{\s+"text": "it ended its thread with code 0;/],
    ['github', /^::warning title=exits is so::it ended its thread[\s\S]*\n1 passed, 0 failed, 1 undecided\n$/],
  ])('are undecided findings of %s', async (reporter, pattern) => {
    const { code, out } = await bonafide(
      'verify',
      'exits',
      'good',
      '--claim',
      await moduleOf(),
      ...SMALL,
      '--reporter',
      reporter,
    );
    expect([code, out]).toEqual([3, expect.stringMatching(pattern)]);
  });

  it('are named on samples, too', async () => {
    const file = join(await temporaryFolder(), 'samples.jsonl');
    await writeFile(file, jsonLines(...[3, 1, 2].map((reward, i) => ({ prompt: 'p', response: `r${i}`, reward }))));
    const args = ['--samples', file, '--n', '2', ...SMALL];
    const { code, out } = await bonafide('verify', 'hangs', 'good', '--claim', await moduleOf(), ...args, '--json');
    expect(code).toBe(3);
    expect(reportSchema.parse(JSON.parse(out)).samples?.claims).toEqual([
      {
        id: 'hangs',
        expected: 'holds',
        status: 'inconclusive',
        policies: 0,
        holds: 0,
        refuted: 0,
        undecided: 0,
        stopped: 'stalled',
      },
      { id: 'good', expected: 'holds', status: 'ok', policies: 1, holds: 1, refuted: 0, undecided: 0 },
    ]);
    const text = await bonafide('verify', 'exits', '--claim', await moduleOf(), ...args);
    expect(text.out).toMatch(/\| exits +\| .*\*\*inconclusive\*\*, stopped: its code ended the thread/);
  });
});
