/** Time and memory of `analyze` on a log that is made: `npm run bench:log -- [--rows N] [--samples M] [--folder DIR] [--sorted]`. */

import { execFile } from 'node:child_process';
import { access, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { FORMATS, makeLog } from './make.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/src/cli/bin.js', import.meta.url));
const PEER = fileURLToPath(new URL('../peers/plug_in_kl.py', import.meta.url));
const DRAWS = '4';

interface Options {
  readonly rows: number;
  readonly samples: number;
  readonly folder: string;
  readonly sorted?: boolean;
}

/** Runs a command, and measures it by GNU time. @returns a line of a table. */
function measured(name: string, command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('/usr/bin/time', ['-f', '%e %U %S %M', command, ...args], { maxBuffer: 2 ** 26 }, (error, out, told) => {
      const lines = told.trimEnd().split('\n');
      const [wall, user, system, memory] = (lines.pop() as string).split(' ').map(Number);
      if (error) return resolve(`| ${name} | ${lines[0] ?? error.message} | | | |`);
      const cpu = ((user ?? 0) + (system ?? 0)).toFixed(1);
      resolve(`| ${name} | ${wall} | ${cpu} | ${(((memory ?? 0) * 1024) / 1e6).toFixed(0)} | ${answerOf(out)} |`);
    });
  });
}

/** The mean plug-in KL of the peer; the interval for the mean KL of ours. */
function answerOf(out: string): string {
  const answer = JSON.parse(out);
  if (!answer.rows) return `${answer.mean.toFixed(6)} by ${answer.reader}`;
  const [{ kl }] = answer.rows;
  return `${kl.lower.toFixed(6)} to ${kl.upper.toFixed(6)}`;
}

async function main(): Promise<void> {
  const {
    rows,
    samples,
    folder,
    sorted = false,
  } = new Command('bench:log')
    .option('--rows <N>', 'rows of the log', Number, 200_000)
    .option('--samples <M>', 'samples of each prompt', Number, 100)
    .option('--folder <dir>', 'where the log is written', tmpdir())
    .option('--sorted', 'the samples of a prompt stand together')
    .parse()
    .opts<Options>();
  await access(PROGRAM).catch(() => {
    throw new Error('npm run build comes first');
  });
  const own = await mkdtemp(join(folder, 'bonafide-log-'));
  console.log(`${rows} rows, ${samples} for each prompt, ${sorted ? 'sorted' : 'shuffled'}; n = ${DRAWS}\n`);
  console.log('| what | seconds | CPU seconds | peak MB | mean KL |\n| --- | --- | --- | --- | --- |');
  try {
    for (const format of FORMATS) {
      const file = join(own, `log.${format}`);
      await makeLog({ rows, samples, seed: 1, isShuffled: !sorted }, format, file);
      const size = `${((await stat(file)).size / 1e6).toFixed(0)} MB`;
      console.log(
        await measured(`analyze, ${format} of ${size}`, process.execPath, [
          PROGRAM,
          'analyze',
          file,
          '--n',
          DRAWS,
          '--json',
        ]),
      );
      console.log(await measured(`plug-in in Python, ${format}`, 'python3', [PEER, file, DRAWS]));
      await rm(file);
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

await main();
