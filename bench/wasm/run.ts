/**
 * The gap kernel in TypeScript, as WebAssembly with and without vectors, and in C, side by side: `npm run bench:wasm -- [--rounds N]`.
 * Prints the tables of docs/kernels.md. What is missing on this machine, a clang for instance, is named and left out.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { count, significant, table } from '../format.ts';
import { describeMachine } from '../machine.ts';
import { MissingError } from '../program.ts';
import { type Cell, median, type Plan, type Result, ratio, resultOf } from '../rounds.ts';
import type { Subject } from '../subject.ts';
import { FULL, measureCells } from '../suite.ts';
import { compile, findClang } from './module.ts';
import { type InC, inC, inModule, moduleBatch, typescript, typescriptEach } from './subjects.ts';

/** How many policies one call of the batch evaluates. */
const POLICIES = 1000;
const SMALL = [2, 10];
/** Longer than for a cell, in seconds: after the turns of others, policies that lie all over the heap take a while to be at hand again. */
const BATCH_TRIAL = 0.05;

interface Modules {
  readonly plain: WebAssembly.Module;
  /** Compiled with vectors, from the same source. */
  readonly vectors: WebAssembly.Module;
  /** Two atoms at a time, by bench/wasm/pairs.h. */
  readonly pairs: WebAssembly.Module;
  readonly version: string;
}

const told: string[] = [];

/** What `make` makes; null, and a line of the output, where a tool for it is missing. */
async function orMissing<T>(what: string, make: () => Promise<T>): Promise<T | null> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    const line = `Missing here: ${what} (${error.message}).`;
    if (!told.includes(line)) told.push(line);
    return null;
  }
}

async function modulesIn(folder: string): Promise<Modules> {
  const { clang, version } = await findClang();
  const plain = await compile(clang, [], folder);
  const vectors = await compile(clang, ['-msimd128'], folder);
  return { plain, vectors, pairs: await compile(clang, ['-msimd128', '-DPAIRS'], folder), version };
}

function single(modules: Modules | null): Subject[] {
  if (!modules) return [typescript];
  return [
    typescript,
    inModule('wasm', 'wasm', modules.plain, false),
    inModule('wasm-copied', 'wasm, copied', modules.plain, true),
    inModule('vectors', 'wasm, -msimd128', modules.vectors, false),
    inModule('pairs', 'wasm, pairs', modules.pairs, false),
    inModule('pairs-copied', 'wasm, pairs, copied', modules.pairs, true),
  ];
}

function batch(modules: Modules | null, size: number): Subject[] {
  if (!modules) return [typescriptEach(size)];
  return [
    typescriptEach(size),
    moduleBatch('each', 'wasm, a call each', modules.plain, size, 'each'),
    moduleBatch('copied', 'wasm, one call, copied', modules.plain, size, 'copied'),
    moduleBatch('placed', 'wasm, one call', modules.plain, size, 'placed'),
    moduleBatch('pairs', 'wasm, pairs, one call', modules.pairs, size, 'placed'),
  ];
}

/** Nanoseconds for one of `units`, and in brackets how many times as long as C. */
function rows(cells: readonly Cell[], label: (cell: Cell) => string, units: (cell: Cell) => number): string {
  const subjects = cells[0]?.results.map(({ subject }) => subject) ?? [];
  const head = ['K', 'n', ...subjects.map(({ name }) => name)];
  const lines = cells.map((cell) => {
    const inC = resultOf(cell, 'c');
    const times = cell.results.map((result) => {
      const time = significant(median(result.times) / units(cell));
      return inC && result !== inC ? `${time} (${ratio(result, inC).toFixed(2)})` : time;
    });
    return [label(cell), count(cell.draws), ...times];
  });
  return table([head, ...lines]);
}

/** @throws Error where two kernels of this process do not give the same double-double. */
function checkSame({ outcomes, draws, results }: Cell): void {
  const [first, ...others] = results.filter(({ subject }) => subject.id !== 'c');
  const middle = ({ bounds: { lo, hi } }: Result): Rational => lo.add(hi);
  const other = others.find((result) => !middle(result).equals(middle(first as Result)));
  if (other) throw new Error(`${other.subject.name} differs at ${outcomes} weights and n = ${draws}`);
}

async function measured(subjects: readonly Subject[], plan: Plan, inC: InC | null, folder: string): Promise<Cell[]> {
  const all = inC ? [...subjects, inC.subject] : subjects;
  try {
    return await measureCells(all, plan, folder, (cell) => {
      checkSame(cell);
      process.stderr.write(`${cell.outcomes} weights, n = ${cell.draws}\n`);
    });
  } finally {
    inC?.program.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
  const plan = { ...FULL, rounds: Number(values.rounds) };
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-wasm-'));
  try {
    const modules = await orMissing('WebAssembly', () => modulesIn(folder));
    const native = await orMissing('C', () => inC(folder));
    const cells = await measured(single(modules), plan, native, folder);
    const batches: Cell[] = [];
    for (const size of SMALL) {
      const nativeBatch = await orMissing('C', () => inC(folder, size));
      const sized = { ...plan, outcomes: [POLICIES * size], trial: BATCH_TRIAL };
      batches.push(...(await measured(batch(modules, size), sized, nativeBatch, folder)));
    }
    const machine = await describeMachine(modules ? [modules.version] : []);
    console.log([...machine.map((line) => `- ${line}`), ...told].join('\n'));
    console.log(`\nNanoseconds for one outcome (times as long as C)\n`);
    console.log(
      rows(
        cells,
        ({ outcomes }) => count(outcomes),
        ({ outcomes }) => outcomes,
      ),
    );
    console.log(`\n${POLICIES} policies: nanoseconds for one policy (times as long as C)\n`);
    console.log(
      rows(
        batches,
        ({ outcomes }) => count(outcomes / POLICIES),
        () => POLICIES,
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
