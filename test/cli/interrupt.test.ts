import { spawnSync } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { main } from '../../src/cli/main.ts';
import { listFiles } from '../../src/evidence/store.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing } from './bonafide.ts';
import { onClosedTerminal, start } from './process.ts';
import { SERVICES } from './services.ts';

const LONG = ['--runs', '100000000', '--workers', '2'];

/** All files below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(names.map(async (name) => ((await stat(join(folder, name))).isFile() ? [name] : [])));
  return files.flat();
}

describe('a run that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 3 and leaves no partial files', async (signal) => {
    const folder = await temporaryFolder();
    const kept = join(folder, 'kept');
    await bonafide('verify', 'equality', '--runs', '3', '--counterexamples', kept);
    const args = ['verify', ...LONG, '--counterexamples', kept, '--out', join(folder, 'out')];
    const { child, finished, shown } = start(args, folder);
    await shown(/1 saved counterexamples replayed/);
    child.kill(signal);
    const { code, out, err } = await finished;
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(
      new RegExp(`^1 saved .*\\ninterrupted after 0 of ${catalogue.length} claims; saved files are complete\\n$`),
    );
    expect(await filesIn(folder)).toEqual([join('kept', 'equality', 'weights-1-1.n-2.json')]);
    expect((await bonafide('replay', join(kept, 'equality', 'weights-1-1.n-2.json'))).code).toBe(0);
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('ends when its terminal is closed', async () => {
    const ended = await onClosedTerminal(['verify', ...LONG, '--counterexamples', await temporaryFolder()]);
    // Node itself may abort (signal 6) when it puts back the settings of a terminal that is gone.
    expect(['3', '-6']).toContain(ended);
  });

  it('keeps the counterexamples that were found before, whole', async () => {
    const folder = await temporaryFolder();
    const claims = ['equality', 'win-rate-equality', 'kl-concave'];
    const options = ['--runs', '2000', '--workers', '1', '--counterexamples', 'kept', '--out', 'out'];
    const args = ['verify', ...claims, ...options];
    const { child, finished, shown } = start(args, folder);
    await shown(/^equality: refuted/m);
    child.kill('SIGINT');
    const { code, err } = await finished;
    expect(code).toBe(3);
    expect(err).toMatch(/interrupted after \d of 3 claims/);
    expect(await readdir(folder)).toEqual(['kept']);
    const saved = await listFiles(join(folder, 'kept'));
    expect(saved).toContain(join('equality', 'weights-1-1.n-2.json'));
    expect((await filesIn(join(folder, 'kept'))).sort()).toEqual(saved);
    const replayed = await bonafide('replay', ...saved.map((file) => join(folder, 'kept', file)));
    expect(replayed).toMatchObject({ code: 0, err: '' });
  });

  it('after its last claim still reports nothing', async () => {
    const folder = await temporaryFolder();
    const controller = new AbortController();
    const { console, finished } = capturing((text) => {
      if (text.startsWith('kl-bound: ')) controller.abort();
    });
    const args = ['verify', 'win-rate-equality', 'kl-bound', '--runs', '50', '--workers', '1'];
    const more = ['--counterexamples', join(folder, 'kept'), '--out', join(folder, 'out'), '--json'];
    // One worker does the false claim first.
    const { code, out, err } = finished(
      await main([...args, ...more], { ...SERVICES, console, signal: controller.signal }),
    );
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/interrupted after 2 of 2 claims; saved files are complete\n$/);
    expect(await readdir(folder)).toEqual(['kept']);
    expect(await listFiles(join(folder, 'kept'))).toEqual([join('win-rate-equality', 'weights-1-1.n-2.json')]);
  });

  it('before it begins does nothing, not even with samples', async () => {
    const folder = await temporaryFolder();
    const { console, finished } = capturing();
    const samples = join(folder, 'samples.csv');
    await writeFile(samples, 'prompt,response,reward\np,a,1\n');
    const args = ['verify', ...LONG, '--samples', samples, '--n', '2', '--counterexamples', join(folder, 'kept')];
    const { code, out, err } = finished(await main(args, { ...SERVICES, console, signal: AbortSignal.abort() }));
    expect([code, out, err]).toEqual([
      3,
      '',
      `interrupted after 0 of ${catalogue.length} claims; saved files are complete\n`,
    ]);
  });
});
