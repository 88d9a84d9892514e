/** The gap kernel in C as a module of WebAssembly: compiling it, and calling it with weights in its memory. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Approximation } from '../../src/arithmetic/approximation.ts';
import { MissingError } from '../program.ts';
import { constantsOf, elementaryTables } from './tables.ts';

const run = promisify(execFile);
const SOURCE = fileURLToPath(new URL('gap.c', import.meta.url));
const COMPILERS = ['clang', ...Array.from({ length: 12 }, (_, i) => `clang-${22 - i}`)];
const FLAGS = ['--target=wasm32', '-O3', '-ffreestanding', '-nostdlib', '-ffp-contract=off'];
const LINKING = ['-Wl,--no-entry', '-Wl,--export=__heap_base'];
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;
/** Up to this size a loop copies faster than `set`. */
const LOOP = 32;

/** The first line of the version of a clang that makes WebAssembly, and its name. @throws MissingError where there is none. */
export async function findClang(): Promise<{ readonly clang: string; readonly version: string }> {
  for (const clang of COMPILERS) {
    try {
      const { stdout } = await run(clang, ['--print-targets']);
      if (!stdout.includes('wasm32')) continue;
      return { clang, version: (await run(clang, ['--version'])).stdout.split('\n')[0] as string };
    } catch {}
  }
  throw new MissingError('no clang with the target wasm32 is here (apt-get install clang lld)');
}

/** @throws MissingError where linking fails, for want of wasm-ld for instance. */
export async function compile(clang: string, options: readonly string[], folder: string): Promise<WebAssembly.Module> {
  const file = join(folder, `gap${options.join('')}.wasm`);
  try {
    await run(clang, [...FLAGS, ...options, ...LINKING, '-o', file, SOURCE]);
  } catch (error) {
    throw new MissingError(`${clang} does not make WebAssembly: ${/error: .*/.exec(String(error))?.[0] ?? error}`);
  }
  return new WebAssembly.Module(await readFile(file));
}

declare global {
  // The types of Node know only that there are modules.
  namespace WebAssembly {
    const Module: new (bytes: Uint8Array) => Module;
    const Instance: new (module: Module) => { readonly exports: unknown };
  }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly __heap_base: { readonly value: number };
  set_tables(from: number): void;
  set_draws(n: number, from: number): void;
  sum_from_above(cumulative: number, above: number, size: number): void;
  evaluate(cumulative: number, above: number, size: number, answer: number): void;
  evaluate_all(cumulative: number, above: number, size: number, count: number, answers: number): void;
}

/** `count` policies of `size` outcomes each in the memory of one instance of the module, for one n. */
export class Placed {
  readonly #exports: Exports;
  readonly #cumulative: Float64Array;
  readonly #answers: Float64Array;
  readonly #above: number;
  readonly #size: number;
  readonly #count: number;

  constructor(module: WebAssembly.Module, n: number, size: number, count: number) {
    this.#exports = new WebAssembly.Instance(module).exports as Exports;
    const { memory, __heap_base: heap } = this.#exports;
    const start = Math.ceil(heap.value / 16) * 16;
    const doubles = count * (size + 1);
    const room = Math.max(start + (2 * doubles + 3 * count) * DOUBLE, start + PAGE);
    memory.grow(Math.max(0, Math.ceil((room - memory.buffer.byteLength) / PAGE)));
    this.#size = size;
    this.#count = count;
    this.#cumulative = new Float64Array(memory.buffer, start, doubles);
    this.#above = start + doubles * DOUBLE;
    this.#answers = new Float64Array(memory.buffer, start + 2 * doubles * DOUBLE, 3 * count);
    const tables = elementaryTables();
    new Float64Array(memory.buffer, start, tables.length).set(tables);
    this.#exports.set_tables(start);
    const constants = constantsOf(n);
    new Float64Array(memory.buffer, start, constants.length).set(constants);
    this.#exports.set_draws(n, start);
  }

  /** Copies the cumulative weights of a policy into the memory. */
  copy(cumulative: Float64Array, policy: number): void {
    const at = policy * (this.#size + 1);
    if (this.#size > LOOP) this.#cumulative.set(cumulative, at);
    else for (let i = 1; i <= this.#size; i += 1) this.#cumulative[at + i] = cumulative[i] as number;
  }

  /** Makes the sums from above of a policy, which large n need. */
  sumFromAbove(policy: number): void {
    const at = policy * (this.#size + 1) * DOUBLE;
    this.#exports.sum_from_above(this.#cumulative.byteOffset + at, this.#above + at, this.#size);
  }

  evaluate(policy: number): Approximation {
    const at = policy * (this.#size + 1) * DOUBLE;
    this.#exports.evaluate(this.#cumulative.byteOffset + at, this.#above + at, this.#size, this.#answers.byteOffset);
    return this.answer(0);
  }

  /** Evaluates all policies in one call. @returns hi, lo and error of each. */
  evaluateAll(): Float64Array {
    const { byteOffset } = this.#cumulative;
    this.#exports.evaluate_all(byteOffset, this.#above, this.#size, this.#count, this.#answers.byteOffset);
    return this.#answers;
  }

  answer(policy: number): Approximation {
    const at = 3 * policy;
    const answers = this.#answers;
    return { hi: answers[at] as number, lo: answers[at + 1] as number, error: answers[at + 2] as number };
  }
}
