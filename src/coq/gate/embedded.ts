import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readRegularText } from '../../io/read-text.ts';
import type { Checker, Job, Outcome } from './checker.ts';
import { filesBelow, hashOfFiles } from './fingerprint.ts';
import { LOCK, withLock } from './lock.ts';
import { inShort } from './printed.ts';
import { runToFile } from './process.ts';
import { mark, nonce } from './script.ts';
import { withinTime } from './time-limit.ts';
import { withoutRequire } from './whole.ts';

/**
 * The library and the proofs fill 1.2 GB. Within an eighth of its limit V8 saves memory: it shrinks the young generation to 1 MB, and then
 * spends more than half of the time on collecting garbage. So the limit is well above that, and the young generation has one size.
 */
const NODE_FLAGS = ['--max-old-space-size=1800', '--min-semi-space-size=64', '--max-semi-space-size=64'];
const RECORD = 'the record';
const QUERY = 'the query';
const PACKAGES = 'coq-base,coq-arith,coq-reals';

/** The parts of the package that a verdict depends on. */
const PARTS = ['dist-cli', 'backend', 'coq-pkgs'];

/** The Coq of the npm package jscoq, compiled to JavaScript. It is run as a program, never imported. */
export function embedded(cli: string | null = findCli(), lock = LOCK): Checker {
  return {
    name: 'embedded',
    canCheckAgain: false,
    version: async () => {
      if (cli === null) return null;
      const about = await readRegularText(join(dirname(cli), '..', 'package.json')).catch(() => null);
      return about === null ? null : `Coq of jscoq ${JSON.parse(about).version}`;
    },
    fingerprint: async () => {
      if (cli === null) return null;
      const parts = PARTS.map((part) => filesBelow(join(dirname(cli), '..', part), /./));
      return hashOfFiles([process.execPath, ...(await Promise.all(parts)).flat()]);
    },
    // All sources are loaded into one module.
    location: (_project, name) => `JsCoq.${name}`,
    run: async (job) => {
      if (cli === null) return { lines: [], failure: 'jscoq is not installed' };
      return withLock(job, () => withinTime('jscoq', job, (limited) => load(cli, limited)), lock);
    },
  };
}

function findCli(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('jscoq/package.json')), 'dist-cli', 'cli.cjs');
  } catch {
    return null;
  }
}

/**
 * Loads the record, then the sources one by one, then the query. The `Require` sentences of the sources are removed: one before the
 * record serves all. A mark after each file says that it was loaded to its end. The files of record and query have names that no source
 * can know, so that no source can load them too early, and the marks are in no file. `Print` sentences are removed too: Print
 * Assumptions in a source would cost a quarter of a minute, and the query does that.
 */
async function load(cli: string, job: Job): Promise<Outcome> {
  const { project, manifest, query, folder, signal } = job;
  const { sources } = project;
  const own = nonce();
  const loaded = (stage: string): string => `${own} loaded ${stage}`;
  const stages: readonly (readonly [stage: string, file: string, text: string])[] = [
    [
      RECORD,
      `Record_${nonce()}.v`,
      `Require Import ${manifest.libraries.join(' ')}.\nSet Warnings "-vm-compute-disabled".\n${query.record.script.text}`,
    ],
    ...sources.map((source) => [source.file, source.file, withoutRequire(source)] as const),
    [QUERY, `Query_${nonce()}.v`, `${query.display.text}${query.check.text}`],
  ];
  for (const [, file, text] of stages) await writeFile(join(folder, file), text);
  const loads = stages.map(([stage, file]) => `Load "./${file}". ${mark(loaded(stage))}`);
  const commands = [...loads.slice(0, 1), query.refusal, ...loads.slice(1, -1), query.refusal, ...loads.slice(-1)].join(
    ' ',
  );
  const names = stages.map(([stage]) => stage);
  const finished = (out: string): string[] => names.filter((stage) => out.includes(`${loaded(stage)}\n`));
  let shown = 0;
  job.progress(RECORD, 0, sources.length);
  const { code, out, err } = await runToFile(
    process.execPath,
    [...NODE_FLAGS, cli, 'run', '--load', PACKAGES, '-e', commands],
    {
      cwd: folder,
      signal,
      file: join(folder, 'output'),
      look: (text) => {
        for (const file of finished(text)
          .slice(1, 1 + sources.length)
          .slice(shown))
          job.progress(file, ++shown, sources.length);
      },
    },
  );
  const done = finished(out);
  const unfinished = names.find((stage) => !done.includes(stage));
  const lines = messages(out.split('\n'));
  if (code !== 0) return { lines, failure: `${unfinished ?? QUERY}: ${complaint(err)}` };
  return { lines, failure: unfinished === undefined ? null : `${unfinished}: was not loaded completely` };
}

/** The lines without the rulers between messages and the level before each. */
export function messages(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^-{60}/.test(line)).map((line) => line.replace(/^\[(?:Notice|Info)\] /, ''));
}

function complaint(err: string): string {
  const what = /\[Exception\] ([\s\S]*)/.exec(err)?.[1] ?? err;
  return inShort(what) || 'jscoq ended without an error message';
}
