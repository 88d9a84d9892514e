import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Checker, Job, Outcome } from './checker.ts';
import { LOCK, withLock } from './lock.ts';
import { runToFile } from './process.ts';
import { without } from './project.ts';
import { mark } from './query.ts';

/** Larger young generations spare the collector a fifth of the time; the limit keeps the whole well below 2 GB. */
const NODE_FLAGS = ['--max-old-space-size=1400', '--max-semi-space-size=64'];
const PACKAGES = 'coq-base,coq-arith,coq-reals';

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
    // All sources are loaded into one module.
    location: (_project, _module, name) => `JsCoq.${name}`,
    run: (job) =>
      cli === null ? Promise.resolve({ failure: 'jscoq is not installed' }) : withLock(job, () => load(cli, job), lock),
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
 * Loads the files one by one, without their `Require`, after one for all libraries. Each begins with a mark that the one before it
 * came to its end. Print Assumptions in a source would cost a quarter of a minute and is the query's business.
 */
async function load(cli: string, job: Job): Promise<Outcome> {
  const { project, manifest, query, folder, signal } = job;
  const loaded = ['libraries', ...project.sources.map(({ file }) => file)].map((file) =>
    mark(`${query.nonce} loaded ${file}`),
  );
  const files: [string, string][] = [
    ['Libraries_.v', `Require Import ${manifest.libraries.join(' ')}.\nSet Warnings "-vm-compute-disabled".\n`],
    ...project.sources.map((source, at): [string, string] => [
      source.file,
      `${loaded[at]} ${without(source, ([head]) => head === 'Require' || head === 'From' || head === 'Print')}`,
    ]),
    ['Query_.v', `${loaded.at(-1)}\n${query.text}`],
  ];
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  const commands = files.map(([file]) => `Load "./${file}".`).join(' ');
  const { sources } = project;
  const finished = (out: string): string[] =>
    sources.map(({ file }) => file).filter((file) => out.includes(`${query.nonce} loaded ${file}\n`));
  let shown = 0;
  job.progress('libraries', 0, sources.length);
  const { code, out, err } = await runToFile(
    process.execPath,
    [...NODE_FLAGS, cli, 'run', '--load', PACKAGES, '-e', commands],
    {
      cwd: folder,
      signal,
      file: join(folder, 'output'),
      look: (text) => {
        for (const file of finished(text).slice(shown)) job.progress(file, ++shown, sources.length);
      },
    },
  );
  const lines = out.split('\n');
  const done = finished(out);
  const unfinished = sources.find(({ file }) => !done.includes(file))?.file;
  if (code !== 0) return { failure: `${unfinished ?? 'the query'}: ${complaint(err)}` };
  if (unfinished !== undefined) return { failure: `${unfinished}: was not loaded to its end` };
  return { lines: messages(lines) };
}

/** Without the rulers between messages and the level before each. */
export function messages(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^-{60}/.test(line)).map((line) => line.replace(/^\[(?:Notice|Info)\] /, ''));
}

function complaint(err: string): string {
  const what = /\[Exception\] ([\s\S]*)/.exec(err)?.[1] ?? err;
  return what.replace(/\s+/g, ' ').trim().slice(0, 300) || 'jscoq ended without a word';
}
