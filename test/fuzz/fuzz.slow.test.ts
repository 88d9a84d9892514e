import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sample } from './instances.ts';
import { compileOracle, type Judged, judge } from './oracle.ts';
import { lineInDoubles } from './planted.ts';
import { lineOf, said } from './quantities.ts';

const INSTANCES = 50_000;
const PARTS = 10;

const folder = await mkdtemp(join(tmpdir(), 'bonafide-fuzz-'));
const oracle = await compileOracle(folder);
if (oracle === null) console.warn('there is no gcc with Arb here: the tests against it are skipped');
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the oracle says of the library's numbers on the instances of a part. */
async function fuzz(program: string, from: number, to: number): Promise<Judged & { readonly declined: number }> {
  let declined = 0;
  function* lines(): Generator<string> {
    for (let index = from; index < to; index += 1) {
      const asked = sample(`fuzz/${index}`);
      const answered = said(asked);
      declined += answered.declined;
      yield lineOf(String(index), asked, answered.said);
    }
  }
  return { ...(await judge(program, lines())), declined };
}

describe.skipIf(oracle === null)('every number lies where an oracle in another language says', () => {
  it.each(Array.from({ length: PARTS }, (_, part) => part))('part %i of ten', async (part) => {
    const size = INSTANCES / PARTS;
    const { wrong, checked, blunt, declined } = await fuzz(oracle as string, part * size, (part + 1) * size);
    expect(wrong).toEqual([]);
    expect(declined).toBe(0);
    expect(checked).toBeGreaterThan(10 * size);
    expect(blunt).toBeLessThan(checked / 100);
  });
});

describe.skipIf(oracle === null)('the oracle notices', () => {
  it('n + 1 that is formed in doubles', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => lineInDoubles(String(index), sample(`fuzz/${index}`)));
    const { wrong } = await judge(
      oracle as string,
      lines.flatMap((line) => line ?? []),
    );
    expect(wrong.length).toBeGreaterThan(10);
    expect(wrong.every((line) => / W /.test(line))).toBe(true);
  });
});
