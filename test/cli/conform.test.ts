import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { conformSchema } from '../../src/conform/schema.ts';
import { program } from '../conform/run.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, refusal } from './bonafide.ts';
import { start } from './process.ts';

const conform = (options: readonly string[], command: readonly string[]) =>
  bonafide('conform', '--runs', '30', '--max-n', '50', ...options, '--', ...command);

/** Whether a process runs. One that has ended may still wait to be collected. */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout);
}

describe('bonafide conform', () => {
  it('ends with 0 where a program conforms, and prints a map of its errors', async () => {
    const { code, out, err } = await conform([], program('slipping', 'none'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^conforms: .*slipping\.mjs none$/m);
    expect(out).toMatch(/^regime +meaning +instances +wrong +worst error of kl +of the allowed$/m);
  });

  it('ends with 1 where answers are wrong, and names the slip in the JSON of its schema', async () => {
    const args = ['--reporter', 'json', '--want', 'kl,winRate'];
    const { code, out } = await conform(args, program('slipping', 'reversed-rewards'));
    expect(code).toBe(1);
    const { quantities } = conformSchema.parse(JSON.parse(out));
    expect(quantities.map(({ name, diagnoses }) => [name, diagnoses[0]?.slip])).toEqual([
      ['kl', 'reversed-rewards'],
      ['winRate', 'reversed-rewards'],
    ]);
  });

  it('prints the same for the same seed', async () => {
    const run = () => conform(['--seed', '5'], program('slipping', 'naive-powers'));
    expect(await run()).toEqual(await run());
  });

  it('gives probabilities where it is asked to', async () => {
    const { code, out } = await conform(['--give', 'probabilities', '--ties', 'none'], program('doubles'));
    expect([code, out]).toEqual([0, expect.stringMatching(/^conforms: /)]);
  });

  it('holds answers against the tolerance of the user', async () => {
    const rounded = program('slipping', 'rounded-output');
    expect((await conform(['--rel', '1e-4', '--abs', '1e-12'], rounded)).code).toBe(0);
    expect((await conform(['--rel', '1e-7'], rounded)).code).toBe(1);
  });

  it('ends with 3 where nothing is decided', async () => {
    const { code, out } = await conform(['--timeout', '1'], program('misbehaving', 'deaf'));
    expect([code, out]).toEqual([3, expect.stringMatching(/^undecided: /)]);
  });

  it.each([
    [
      ['conform', '--', 'no-such-program'],
      'the program "no-such-program" cannot be started: there is no such file or folder',
    ],
    [['conform'], "missing required argument 'program'; see bonafide --help"],
    [['conform', '--want', 'klk', '--', 'x'], '--want names "klk", which is no quantity; did you mean kl?'],
    [['conform', '--rel', '-1', '--', 'x'], '--rel must be a number from 0 on, such as 1e-12, not "-1"'],
    [['conform', '--give', 'logits', '--', 'x'], '--give must be weights or probabilities, not "logits"'],
    [['conform', '--timeout', '0', '--', 'x'], '--timeout must be a positive number of seconds, not "0"'],
  ])('refuses %j', async (args, sentence) => {
    expect(await refusal(...args)).toBe(sentence);
  });

  it('kills the program and what it started on Ctrl-C, within a second', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'pids');
    const line = `sleep 1000 & echo $$ $! > ${file}; wait`;
    const { child, finished } = start(['conform', '--', 'bash', '-c', line]);
    let pids: string[] = [];
    while (pids.length < 2) {
      await setTimeout(50);
      pids = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ').filter(Boolean);
    }
    child.kill('SIGINT');
    const since = Date.now();
    expect(await finished).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/^bonafide: interrupted/) });
    expect(Date.now() - since).toBeLessThan(1000);
    expect(pids.filter(isRunning)).toEqual([]);
  });
});
