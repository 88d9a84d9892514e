import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { run, runToFile } from '../../../src/coq/gate/process.ts';
import { temporaryFolder } from '../../evidence/folder.ts';

afterEach(() => void vi.unstubAllEnvs());

test('all that a program prints before it exits at once', async () => {
  const body = 'console.log("x".repeat(3e6)); process.exit(0)';
  const { code, out } = await runToFile(process.execPath, ['-e', body], {
    file: join(await temporaryFolder(), 'output'),
    look: () => undefined,
  });
  expect({ code, length: out.length }).toEqual({ code: 0, length: 3_000_001 });
});

test('what is printed shows while the program runs', async () => {
  const seen: string[] = [];
  await runToFile(process.execPath, ['-e', 'console.log("first"); setTimeout(() => console.log("last"), 2500)'], {
    file: join(await temporaryFolder(), 'output'),
    look: (out) => seen.push(out),
  });
  expect(seen).toContain('first\n');
});

test('a checker sees nothing of the environment but where programs are', async () => {
  for (const name of ['COQLIB', 'COQCORELIB', 'OCAMLFIND_CONF', 'NODE_OPTIONS', 'ANYTHING'])
    vi.stubEnv(name, '--title=x');
  const { out } = await run(process.execPath, ['-p', 'Object.keys(process.env).sort().join()']);
  expect(out).toBe('HOME,PATH,TMPDIR\n');
});

test('what prints without end is stopped', async () => {
  const body = 'const line = "x".repeat(2 ** 20); for (;;) require("node:fs").writeSync(1, line);';
  const finished = { code: null, err: expect.stringContaining('printed more than') };
  expect(await run(process.execPath, ['-e', body])).toMatchObject(finished);
  const file = join(await temporaryFolder(), 'output');
  expect(await runToFile(process.execPath, ['-e', body], { file, look: () => undefined })).toMatchObject(finished);
});

test('what a program started ends with it', async () => {
  const beat = `setInterval(() => require('node:fs').appendFileSync('beats', 'x'), 20)`;
  const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(beat)}], { stdio: 'inherit' })`;
  const heard = (cwd: string): Promise<number> =>
    readFile(join(cwd, 'beats'), 'utf8').then(
      ({ length }) => length,
      () => 0,
    );
  for (const end of ['ends by itself', 'is stopped']) {
    const cwd = await temporaryFolder();
    const stop = new AbortController();
    const once = `const look = setInterval(() => require('node:fs').existsSync('beats') && (${end === 'is stopped'} || process.exit(0)), 20)`;
    const ran = run(process.execPath, ['-e', `${child}; ${once}`], { cwd, signal: stop.signal });
    await vi.waitFor(async () => expect(await heard(cwd)).toBeGreaterThan(0), { timeout: 20_000 });
    if (end === 'is stopped') stop.abort();
    await ran;
    const before = await heard(cwd);
    await setTimeout(300);
    expect(await heard(cwd)).toBe(before);
  }
});

test('a program that the system kills has rejected nothing', async () => {
  const killed = run(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
  await expect(killed).rejects.toThrow('was killed from outside, perhaps for lack of memory');
});
