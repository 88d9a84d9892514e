import { mkdir, readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { program } from '../coq/gate/tiny.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { type Running, start } from './process.ts';

afterEach(() => void vi.unstubAllEnvs());

interface Started extends Running {
  /** The processes of the checker that does not come to an end. */
  readonly pids: () => Promise<number[]>;
  /** What is left where temporary folders are made. */
  readonly left: () => Promise<string[]>;
}

/** `prove` with a coqc that never ends, once this one has begun. */
async function proving(): Promise<Started> {
  const folder = await temporaryFolder();
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  await program(
    join(folder, 'coqc'),
    `if (process.argv[2] === '--version') { console.log('version 8.16.1'); process.exit(0); }
     if (process.argv.at(-1) === 'Refused.v') process.exit(1);
     if (process.argv.at(-1) === 'Record.v') process.exit(0);
     require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'started'))}, process.pid + '\\n');
     setInterval(() => {}, 1000);`,
  );
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  vi.stubEnv('TMPDIR', temporary);
  const running = start(['prove', '--no-cache']);
  vi.unstubAllEnvs();
  const pids = async (): Promise<number[]> =>
    (await readFile(join(folder, 'started'), 'utf8').catch(() => '')).trim().split('\n').filter(Boolean).map(Number);
  await vi.waitFor(async () => expect(await pids()).not.toEqual([]), { timeout: 20_000 });
  const left = async (): Promise<string[]> => (await readdir(temporary)).filter((name) => name.startsWith('bonafide-'));
  expect(await left()).toHaveLength(1);
  return { ...running, pids, left };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
  '%s ends the checker with the command',
  async (signal) => {
    const { child, finished, pids, left } = await proving();
    child.kill(signal);
    const { code, out } = await finished;
    expect({ code, out }).toEqual({ code: 3, out: 'coqc: interrupted; nothing was checked\n' });
    for (const pid of await pids()) expect(() => process.kill(pid, 0)).toThrow();
    expect(await left()).toEqual([]);
  },
);

test('a second signal, which ends the command at once, leaves nothing behind', async () => {
  const { child, finished, left } = await proving();
  child.kill('SIGTERM');
  child.kill('SIGHUP');
  expect((await finished).code).toBe(3);
  expect(await left()).toEqual([]);
});
