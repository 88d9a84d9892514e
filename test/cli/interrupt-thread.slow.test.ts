import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';
import { type Running, start } from './process.ts';

/** Seconds of processor time after which a process that listens is amid its work: reading and loading take one. */
const AMID = 2.5;
/** A second of Linux's processor time. */
const TICKS = 100;
const INTERRUPTED = { code: 3, out: '', err: 'bonafide: interrupted; saved files are complete\n' };

async function interrupted({ child, finished }: Running, signal: NodeJS.Signals): Promise<unknown> {
  while (!(await listens(child.pid ?? 0))) await setTimeout(50);
  const before = await spent(child.pid ?? 0);
  while ((await spent(child.pid ?? 0)) < before + AMID * TICKS) await setTimeout(50);
  child.kill(signal);
  return finished;
}

/** The processor time of a process in ticks, of its own code and in the kernel. */
async function spent(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** Whether a process has a handler for SIGINT, as Linux tells. */
async function listens(pid: number): Promise<boolean> {
  const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return (BigInt(`0x${caught}`) & 2n) !== 0n;
}

describe('work that would take hours is ended by a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('compute, by %s', async (signal) => {
    const policy = join(await temporaryFolder(), 'policy.json');
    await writeFile(policy, JSON.stringify({ weights: Array.from({ length: 200_000 }, (_, i) => i + 1) }));
    const running = start(['compute', '--policy', policy, '--n', '1000001', '--digits', '1000']);
    expect(await interrupted(running, signal)).toEqual(INTERRUPTED);
  });

  it('replay and what verify replays', async () => {
    const folder = await temporaryFolder();
    const claim = join(folder, 'endless.mjs');
    await writeFile(claim, ENDLESS);
    await mkdir(join(folder, 'counterexamples'));
    const file = join(folder, 'counterexamples', 'x.json');
    await writeFile(file, JSON.stringify({ ...counterexample(), claim: 'endless' }));
    for (const args of [
      ['replay', '--claim', claim, file],
      ['verify', '--claim', claim, '--runs', '5'],
    ]) {
      expect(await interrupted(start(args, folder), 'SIGINT')).toEqual(INTERRUPTED);
    }
  });
});

const ENDLESS = `export const claim = {
  id: 'endless', title: 't', statement: 's', source: 's', hypotheses: 'h', expected: 'holds',
  domain: { atoms: 1, draws: 1 }, shares: {},
  *relations() { for (;;); },
};
`;
