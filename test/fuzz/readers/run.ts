/**
 * `npm run fuzz -- TARGET… [--runs N] [--seed S] [--keep]`: gives mutated inputs to readers, guided by the parts of the code that they run, from the committed
 * inputs on. Without a target it takes all of them in turn; N is for each. `--keep` adds to the committed inputs those that run further parts of the code.
 *
 * Exit codes: 0 nothing was found; 1 there is an input on which a reader does not behave as it promises; 2 the fuzzer does not run here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lineOf, saveCorpus } from './corpus.ts';
import { covering } from './cover.ts';
import { BUNDLE, bundleOf, inputsIn, run } from './engine.ts';
import type { Target } from './target.ts';
import { TARGETS } from './targets/index.ts';

class Refused extends Error {}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(TARGETS, name));
  if (unknown !== undefined)
    throw new Refused(`there is no target ${unknown}; there are ${Object.keys(TARGETS).join(', ')}`);
  const number = (name: 'runs' | 'seed'): number => {
    if (/^[1-9]\d{0,8}$/.test(values[name])) return Number(values[name]);
    throw new Refused(`--${name} must be an integer from 1 to 10^9, not ${values[name]}`);
  };
  const names = positionals.length > 0 ? positionals : Object.keys(TARGETS);
  return { names, runs: number('runs'), seed: number('seed'), keep: values.keep };
}

const require = createRequire(import.meta.url);

/** @returns whether nothing was found. @throws Refused where the fuzzer does not run. */
async function fuzz(name: string, folder: string, options: ReturnType<typeof readOptions>): Promise<boolean> {
  const bundle = bundleOf(name, folder);
  const { runs, seconds, found, log } = run(name, TARGETS[name] as Target, folder, options);
  if (found.length > 0) {
    console.log(`${name}: FOUND after\n${log.split('\n').slice(-30).join('\n')}`);
    for (const input of found) console.log(`as a line of test/fuzz/readers/corpus/${name}.txt:\n${lineOf(input)}`);
    return false;
  }
  if (runs === null)
    throw new Refused(`the fuzzer does not run here: ${/^.*Error.*$/m.exec(log)?.[0] ?? log.slice(-500)}`);
  const edges = [...log.matchAll(/ cov: (\d+)/g)].at(-1)?.[1];
  console.log(`${name}: ${runs} inputs in ${seconds} s, ${edges} blocks of code; nothing found`);
  if (options.keep) {
    const target: Target = require(bundle).fuzz;
    await saveCorpus(name, await covering(target, BUNDLE, inputsIn(folder)));
  }
  return true;
}

try {
  const options = readOptions();
  for (const name of options.names) {
    const folder = mkdtempSync(join(tmpdir(), 'bonafide-fuzz-'));
    try {
      if (!(await fuzz(name, folder, options))) process.exitCode = 1;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(`fuzz: ${error.message}`);
  process.exitCode = 2;
}
