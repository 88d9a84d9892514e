import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { corpusOf } from './corpus.ts';
import type { Target } from './target.ts';

const require = createRequire(import.meta.url);
const ENGINE = join(dirname(require.resolve('@jazzer.js/core/package.json')), 'dist/cli.js');
/** The name of a bundle. Nothing else is instrumented. */
export const BUNDLE = 'reader.cjs';
/** Limits of an input: its length in bytes, its time in seconds, and the memory of the process in MB. */
const [LONGEST, SECONDS, MEGABYTES] = [1024, 5, 2048];

export interface Fuzzed {
  /** The number of inputs; null where the fuzzer does not run here. */
  readonly runs: number | null;
  readonly seconds: number;
  /** Inputs on which the reader does not behave as it promises. */
  readonly found: readonly Uint8Array[];
  readonly log: string;
}

/** A target and all that it imports as one file for the fuzzer. */
export function bundleOf(name: string, folder: string): string {
  const outfile = join(folder, BUNDLE);
  const entry = fileURLToPath(new URL(`./targets/${name}.ts`, import.meta.url));
  // linkedom draws with a canvas where one is installed.
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['canvas'],
  });
  return outfile;
}

/** Runs the fuzzer on a bundle, from the committed inputs on. Inputs that run further parts of the code are left in `corpus` of the folder. */
export function run(
  name: string,
  target: Target,
  folder: string,
  { runs, seed }: { runs: number; seed: number },
): Fuzzed {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (const [at, input] of corpusOf(name).entries()) writeFileSync(join(corpus, `known-${at}`), input);
  const isAsync = target.constructor.name === 'AsyncFunction';
  const limits = {
    runs,
    seed,
    max_len: LONGEST,
    timeout: SECONDS,
    rss_limit_mb: MEGABYTES,
    artifact_prefix: `${folder}/found-`,
  };
  const { stderr } = spawnSync(
    // A Node that runs with a newer C library than the system's, where the fuzzer needs one.
    process.env.BONAFIDE_FUZZ_NODE ?? process.execPath,
    [
      ...[ENGINE, join(folder, BUNDLE), corpus, '--includes', BUNDLE, '--disableBugDetectors', '.*'],
      ...(isAsync ? [] : ['--sync']),
      ...['--', ...Object.entries(limits).map(([key, value]) => `-${key}=${value}`)],
    ],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 2 ** 28 },
  );
  const done = /^Done (\d+) runs in (\d+) second/m.exec(stderr);
  const found = readdirSync(folder).filter((file) => file.startsWith('found-'));
  return {
    runs: done ? Number(done[1]) : null,
    seconds: Number(done?.[2] ?? 0),
    found: found.map((file) => readFileSync(join(folder, file))),
    log: stderr,
  };
}

export function inputsIn(folder: string): Uint8Array[] {
  const corpus = join(folder, 'corpus');
  return readdirSync(corpus).map((file) => readFileSync(join(corpus, file)));
}
