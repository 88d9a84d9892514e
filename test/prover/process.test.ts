import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, runToFile } from '../../src/prover/process.ts';
import { scratch } from './tiny.ts';

test('all that a program prints before it exits at once', async () => {
  const body = 'console.log("x".repeat(3e6)); process.exit(0)';
  const { code, out } = await runToFile(process.execPath, ['-e', body], {
    file: join(await scratch(), 'output'),
    look: () => undefined,
  });
  expect({ code, length: out.length }).toEqual({ code: 0, length: 3_000_001 });
});

test('what is printed shows while the program runs', async () => {
  const seen: string[] = [];
  await runToFile(process.execPath, ['-e', 'console.log("first"); setTimeout(() => console.log("last"), 2500)'], {
    file: join(await scratch(), 'output'),
    look: (out) => seen.push(out),
  });
  expect(seen).toContain('first\n');
});

test('no variable makes a checker load something of its own', async () => {
  process.env.COQPATH = '/elsewhere';
  const { out } = await run(process.execPath, ['-p', 'process.env.COQPATH']);
  delete process.env.COQPATH;
  expect(out).toBe('undefined\n');
});
