import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Checker, Job, Outcome } from './checker.ts';
import { filesBelow, hashOfFiles } from './fingerprint.ts';
import { LOCK, withLock } from './lock.ts';
import { runToFile } from './process.ts';
import { without } from './project.ts';
import { mark, nonce } from './script.ts';
import { withinTime } from './time-limit.ts';

/** Larger young generations spare the collector a fifth of the time; the limit keeps the whole well below 2 GB. */
const NODE_FLAGS = ['--max-old-space-size=1400', '--max-semi-space-size=64'];
const PACKAGES = 'coq-base,coq-arith,coq-reals';

/** What of the package a verdict rests on. */
const PARTS = ['dist-cli', 'backend', 'coq-pkgs'];

/** The Coq that the npm package jscoq carries, compiled to JavaScript; a program that is run, never imported. */
export function embedded(cli: string | null = findCli(), lock = LOCK): Checker {
  return {
    name: 'embedded',
    canCheckAgain: false,
    version: async () => {
      if (cli === null) return null;
      const about = await readFile(join(dirname(cli), '..', 'package.json'), 'utf8').catch(() => null);
      return about === null ? null : `Coq of jscoq ${JSON.parse(about).version}`;
    },
    fingerprint: async () => {
      const parts = PARTS.map((part) => filesBelow(join(dirname(cli ?? ''), '..', part), /./));
      return hashOfFiles([process.execPath, ...(await Promise.all(parts)).flat()]);
    },
    // All sources are loaded into one module.
    location: (_project, _module, name) => `JsCoq.${name}`,
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
 * Loads the record, then the sources one by one, without their `Require`, after one for all libraries, then the query. Each begins
 * with a mark that the one before it came to its end. Print Assumptions in a source would cost a quarter of a minute and is the
 * query's business.
 */
async function load(cli: string, job: Job): Promise<Outcome> {
  const { project, manifest, query, folder, signal } = job;
  const { sources } = project;
  const own = nonce();
  const loaded = (file: string): string => `${own} loaded ${file}`;
  const before = ['the record', ...sources.map(({ file }) => file)];
  const files: [string, string][] = [
    [
      'Record_.v',
      `Require Import ${manifest.libraries.join(' ')}.\nSet Warnings "-vm-compute-disabled".\n${query.record.script.text}`,
    ],
    ...sources.map((source, at): [string, string] => [
      source.file,
      `${mark(loaded(before[at] ?? ''))} ${without(source, ([head]) => head === 'Require' || head === 'From' || head === 'Print')}`,
    ]),
    ['Query_.v', `${mark(loaded(before.at(-1) ?? ''))}\n${query.display.text}${query.check.text}`],
  ];
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  const [first = '', ...more] = files.map(([file]) => `Load "./${file}".`);
  const commands = [first, query.refusal, ...more.slice(0, -1), query.refusal, ...more.slice(-1)].join(' ');
  const finished = (out: string): string[] => before.filter((file) => out.includes(`${loaded(file)}\n`));
  let shown = 0;
  job.progress('the record', 0, sources.length);
  const { code, out, err } = await runToFile(
    process.execPath,
    [...NODE_FLAGS, cli, 'run', '--load', PACKAGES, '-e', commands],
    {
      cwd: folder,
      signal,
      file: join(folder, 'output'),
      look: (text) => {
        for (const file of finished(text).slice(1).slice(shown)) job.progress(file, ++shown, sources.length);
      },
    },
  );
  const done = finished(out);
  const unfinished = before.find((file) => !done.includes(file));
  const lines = messages(out.split('\n'));
  if (code !== 0) return { lines, failure: `${unfinished ?? 'the query'}: ${complaint(err)}` };
  return { lines, failure: unfinished === undefined ? null : `${unfinished}: was not loaded to its end` };
}

/** Without the rulers between messages and the level before each. */
export function messages(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^-{60}/.test(line)).map((line) => line.replace(/^\[(?:Notice|Info)\] /, ''));
}

function complaint(err: string): string {
  const what = /\[Exception\] ([\s\S]*)/.exec(err)?.[1] ?? err;
  return what.replace(/\s+/g, ' ').trim().slice(0, 300) || 'jscoq ended without a word';
}
