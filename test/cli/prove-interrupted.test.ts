import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { program, scratch } from '../prover/tiny.ts';
import { start } from './process.ts';

test('an interruption ends the checker with the command', async () => {
  const folder = await scratch();
  await program(
    join(folder, 'coqc'),
    `if (process.argv[2] === '--version') { console.log('version 8.16.1'); process.exit(0); }
     if (process.argv.at(-1) === 'Refused.v') process.exit(1);
     if (['Record.v', 'Definitions.v'].includes(process.argv.at(-1))) process.exit(0);
     require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'started'))}, process.pid + '\\n');
     setInterval(() => {}, 1000);`,
  );
  const path = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${path}`;
  const { child, finished, shown } = start(['prove', '--no-cache']);
  process.env.PATH = path;
  await shown(/coqc: Definitions\.v \(1 of /);
  const pids = async (): Promise<number[]> =>
    (await readFile(join(folder, 'started'), 'utf8').catch(() => '')).trim().split('\n').filter(Boolean).map(Number);
  while ((await pids()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  const { code, out } = await finished;
  expect({ code, out }).toEqual({ code: 3, out: 'coqc: interrupted; nothing was checked\n' });
  for (const pid of await pids()) expect(() => process.kill(pid, 0)).toThrow();
});
