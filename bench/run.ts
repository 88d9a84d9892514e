/** The benchmarks: `node --import tsx bench/run.ts [--quick] [--out DIR] [--patience SECONDS]`. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Presets, SingleBar } from 'cli-progress';
import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../src/cli/exit-code.ts';
import { makeFolder } from '../src/io/write-whole.ts';
import { InputError } from '../src/policy/errors.ts';
import { figure } from './figure.ts';
import { type JobPlan, measureJobs } from './jobs.ts';
import { describeMachine } from './machine.ts';
import { IN_PROCESS } from './ours.ts';
import { openPeers } from './peers.ts';
import { type Benchmarks, markdown, summary } from './report.ts';
import type { Cell, Plan } from './rounds.ts';
import { measureSearches, type SearchPlan } from './search.ts';
import { ContradictionError, FULL, measureCells, QUICK } from './suite.ts';
import { judge, TARGETS } from './targets.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FULL_SEARCH: SearchPlan = { rounds: 5, instances: 200_000, examples: 500 };
const QUICK_SEARCH: SearchPlan = { rounds: 2, instances: 50_000, examples: 100 };
const FULL_JOBS: JobPlan = { rounds: 3, sizes: [10_000, 100_000, 1_000_000], verify: ['--no-proofs'] };
const QUICK_JOBS: JobPlan = { rounds: 1, sizes: [1_000, 10_000], verify: ['--quick'] };

interface Options {
  readonly quick?: boolean;
  readonly out?: string;
  readonly patience?: number;
}

function parsePatience(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InputError(`--patience must be a positive number of seconds, not ${JSON.stringify(text)}`);
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const program = new Command('bench')
    .description('Measures enclosures of KL side by side, and whole jobs, and writes benchmarks.md and benchmarks.svg.')
    .option('--quick', 'a few cells in half a minute; writes files only where --out says so')
    .option('--out <dir>', 'folder for the report; reports/ when none is given')
    .option('--patience <seconds>', 'longest single evaluation', parsePatience)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    program.parse([...args], { from: 'user' });
    const { quick = false, out, patience }: Options = program.opts();
    const plan = quick ? QUICK : FULL;
    const folder = out ?? (quick ? null : join(ROOT, 'reports'));
    if (folder) await makeFolder(folder);
    const [search, jobs] = quick ? [QUICK_SEARCH, QUICK_JOBS] : [FULL_SEARCH, FULL_JOBS];
    const benchmarks = await measureAll({ ...plan, ...(patience && { patience }) }, search, jobs);
    if (folder) await write(benchmarks, folder);
    process.stdout.write(`${summary(benchmarks)}\n`);
    return EXIT.ok;
  } catch (error) {
    return codeOfError(error);
  }
}

function codeOfError(error: unknown): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
  const message = error instanceof Error ? error.message.replace(/^error: /, '').replaceAll('\n', ' ') : String(error);
  process.stderr.write(`bench: ${message}\n`);
  if (error instanceof CommanderError || error instanceof InputError) return EXIT.badInput;
  return error instanceof ContradictionError ? EXIT.failed : EXIT.inconclusive;
}

async function measureAll(plan: Plan, searchPlan: SearchPlan, jobPlan: JobPlan): Promise<Benchmarks> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'));
  const peers = await openPeers(folder);
  try {
    const subjects = [...IN_PROCESS, ...peers.subjects];
    const progress = progressOf(plan.outcomes.length * plan.draws.length);
    const cells = await measureCells(subjects, plan, folder, progress.done).finally(progress.stop);
    const searches = await measureSearches(searchPlan);
    const jobs = await measureJobs(jobPlan, ROOT, folder, (name) => void process.stderr.write(`${name}\n`));
    const search = searches.peer?.library;
    const machine = await describeMachine([...peers.libraries, ...(search ? [search] : [])]);
    const missing = [...peers.missing, ...searches.missing];
    const findings = TARGETS.map((target) => judge(target, cells));
    return { plan, machine, subjects, missing, cells, findings, searches, jobs };
  } finally {
    peers.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Shows the progress: a bar on a terminal, a line for each cell elsewhere. */
function progressOf(total: number): { done: (cell: Cell) => void; stop: () => void } {
  if (!process.stderr.isTTY) {
    const done = ({ outcomes, draws }: Cell): void => void process.stderr.write(`K = ${outcomes}, n = ${draws}\n`);
    return { done, stop: () => undefined };
  }
  const bar = new SingleBar({ format: '{bar} {value}/{total} cells' }, Presets.shades_classic);
  bar.start(total, 0);
  return { done: () => bar.increment(), stop: () => bar.stop() };
}

async function write(benchmarks: Benchmarks, folder: string): Promise<void> {
  const root = relative(folder, ROOT) || '.';
  const page = markdown(benchmarks, { root, figure: 'benchmarks.svg' });
  await writeFile(join(folder, 'benchmarks.md'), page);
  await writeFile(join(folder, 'benchmarks.svg'), figure(page));
}

process.exitCode = await main(process.argv.slice(2));
