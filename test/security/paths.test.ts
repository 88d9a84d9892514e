import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { save } from '../../src/evidence/store.ts';
import { writeWhole } from '../../src/io/write-whole.ts';
import { moduleOf } from '../adversary/claim.ts';
import { bonafide, refusal } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';

const OUTSIDE = ['../x', '..', 'a/b', '/tmp/x', 'a\u0000b', 'a\\b', 'A', ''];

describe('no name leads out of the folder that is named', () => {
  it.each(OUTSIDE)('the id of a claim: %j', async (id) => {
    const folder = await temporaryFolder();
    const claim = await moduleOf({ fields: `id: ${JSON.stringify(id)}, expected: 'fails', relations: () => isFalse,` });
    expect(await refusal('verify', '--claim', claim, '--counterexamples', join(folder, 'found'))).toContain(
      'kebab-case',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(OUTSIDE)('the claim of a counterexample file: %j', async (claim) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.json');
    const conjecture = { id: 'kl-le-h', text: 'KL <= H', for: null, selection: 'best-of-n' };
    await writeFile(file, JSON.stringify({ ...counterexample(), claim, conjecture }));
    const sentence = `${file}: claim: ${JSON.stringify(claim)} is not kebab-case`;
    expect(await refusal('replay', file)).toContain(sentence.slice(0, 40));
    expect(await refusal('certify', '--no-check', '--out', join(folder, 'out'), file)).toContain('kebab-case');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('the id of a claim in a file, and what its text suggests', async () => {
    const folder = await temporaryFolder();
    const claims = join(folder, 'claims.txt');
    await writeFile(claims, '../x: KL <= H\n');
    expect(await refusal('test', '--file', claims)).toContain('claims.txt:1: a claim is a line such as');
    const found = join(folder, 'found');
    const { code } = await bonafide('test', 'KL/1 <= H/(.1+.9)', '--runs', '100', '--counterexamples', found);
    expect(code).toBe(1);
    expect((await readdir(found)).every((name) => /^[a-z0-9-]+(?:\.json)?$/.test(name))).toBe(true);
  });
});

describe('a file that is written', () => {
  it('is 0644, where the process allows that, and never more', async () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const folder = await temporaryFolder();
    await writeWhole(join(folder, 'a'), 'a');
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o644);
    process.umask(0o077);
    await writeWhole(join(folder, 'a'), 'b');
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600);
  });

  it('takes the place of a link and leaves alone where the link leads', async () => {
    const folder = await temporaryFolder();
    const [link, target] = [join(folder, 'link'), join(folder, 'target')];
    await writeFile(target, 'precious');
    await symlink(target, link);
    await writeWhole(link, 'new');
    expect(await Promise.all([link, target].map((file) => readFile(file, 'utf8')))).toEqual(['new', 'precious']);
  });

  it('is not written through a linked folder of the store', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await symlink(elsewhere, join(folder, counterexample().claim));
    await expect(save(folder, counterexample())).rejects.toThrow('it is a symbolic link out of the folder');
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('of a command lies in the folder that the command names', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'in'));
    const before = process.cwd();
    process.chdir(join(folder, 'in'));
    onTestFinished(() => process.chdir(before));
    await bonafide(
      'verify',
      'equality',
      '--runs',
      '50',
      '--workers',
      '1',
      '--no-proofs',
      '--out',
      'reports',
      '--counterexamples',
      'found',
    );
    expect((await readdir('.')).sort()).toEqual(['found', 'reports']);
    expect(existsSync(join(folder, 'reports')) || existsSync(join(folder, 'found'))).toBe(false);
  });
});
