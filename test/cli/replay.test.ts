import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { save } from '../../src/evidence/store.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { claimOf, counterexample, equality, smallest } from '../evidence/refuted.ts';
import { bonafide, refusal } from './bonafide.ts';

/** Three files: one that refutes, one whose numbers are wrong, one whose claim holds where it speaks. */
async function files(): Promise<{ folder: string; good: string; edited: string; stale: string }> {
  const folder = await temporaryFolder();
  const good = join(folder, await save(folder, counterexample()));
  const [edited, stale] = [join(folder, 'edited.json'), join(folder, 'stale.json')];
  await writeFile(edited, (await readFile(good, 'utf8')).replace('0.1308', '0.1309'));
  const wide = { ...equality, domain: { atoms: 1, draws: 1 } };
  await writeFile(stale, JSON.stringify(counterexample({ weights: [1n], ranks: [0], n: 2 }, wide)));
  return { folder, good, edited, stale };
}

describe('replay', () => {
  it('says of each file what came of it', async () => {
    const { good, edited, stale } = await files();
    expect(await bonafide('replay', good, stale, edited)).toEqual({
      code: 2,
      out: [
        `${good}: refuted: KL = log n − (n−1)/n fails\n`,
        `${stale}: not refuted: the instance is outside the domain of the claim\n`,
        `${edited}: disagrees: violated.left.lo differs from the value for the instance\n`,
      ].join(''),
      err: '',
    });
  });

  it('says so as JSON', async () => {
    const { good, edited } = await files();
    const { code, out } = await bonafide('replay', '--json', good, edited);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual([
      { file: good, claim: 'equality', outcome: 'refuted', detail: 'KL = log n − (n−1)/n fails' },
      {
        file: edited,
        claim: 'equality',
        outcome: 'disagrees',
        detail: 'violated.left.lo differs from the value for the instance',
      },
    ]);
  });

  it('ends with 0 when all refute, 1 when one extensions, 2 when one disagrees', async () => {
    const { good, edited, stale } = await files();
    const codeOf = async (...list: string[]): Promise<number> => (await bonafide('replay', ...list)).code;
    expect(await codeOf(good)).toBe(0);
    expect(await codeOf(good, good)).toBe(0);
    expect(await codeOf(good, stale)).toBe(1);
    expect(await codeOf(edited, good)).toBe(2);
    expect(await codeOf(stale, edited)).toBe(2);
  });

  it('refuses what it cannot read in one sentence', async () => {
    const { folder, good } = await files();
    const cut = join(folder, 'cut.json');
    await writeFile(cut, (await readFile(good, 'utf8')).slice(0, 200));
    const unknown = join(folder, 'unknown.json');
    const foreign = { ...counterexample(smallest, claimOf('win-rate-equality')), claim: 'no-such-claim' };
    await writeFile(unknown, JSON.stringify(foreign));
    expect(await refusal('replay', join(folder, 'absent.json'))).toMatch(/^cannot read .*absent\.json: there is no/);
    expect(await refusal('replay', folder)).toMatch(/: it is a folder$/);
    expect(await refusal('replay', cut)).toBe(`${cut} is not JSON; is it cut off?`);
    expect(await refusal('replay', unknown)).toBe(
      `${unknown}: there is no claim "no-such-claim"; a claim of your own needs --claim FILE`,
    );
  });
});
