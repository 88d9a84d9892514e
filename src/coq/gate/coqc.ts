import { mkdir, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Checker, Job, Outcome } from './checker.ts';
import { checkAgain } from './coqchk.ts';
import { filesBelow, findProgram, hashOfFiles } from './fingerprint.ts';
import { inShort } from './printed.ts';
import { run, runToFile } from './process.ts';
import { nonce } from './script.ts';
import { withinTime } from './time-limit.ts';
import { WHOLE, whole } from './whole.ts';

export interface CoqcPrograms {
  readonly coqc: string;
  readonly coqchk: string;
}

const VERSION_TIME = 60_000;

/** The installed Coq. */
export function coqc({ coqc: program, coqchk }: CoqcPrograms = { coqc: 'coqc', coqchk: 'coqchk' }): Checker {
  return {
    name: 'coqc',
    canCheckAgain: true,
    version: async (signal) => {
      const { code, out } = await run(program, ['--version'], { signal: soon(signal) });
      return code === 0 ? `Coq ${/version (\S+)/.exec(out)?.[1] ?? 'of an unknown version'}` : null;
    },
    fingerprint: (signal) => fingerprint(program, coqchk, signal),
    // All sources are compiled into one module.
    location: ({ name: project }, name) => `${project}.${WHOLE}.${name}`,
    run: (job) => withinTime('coqc', job, (limited) => runAll(program, coqchk, limited)),
  };
}

/** A signal with a short time limit: a program answers a question about its version at once or not at all. */
function soon(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(VERSION_TIME)]);
}

/** A hash of the programs, the compiled library and the plugins that it loads. */
async function fingerprint(program: string, coqchk: string, signal: AbortSignal): Promise<string | null> {
  const [own, again] = await Promise.all([program, coqchk].map(findProgram));
  const { code, out } = await run(program, ['-where'], { signal: soon(signal) });
  const library = out.trim();
  if (!own || code !== 0 || !isAbsolute(library)) return null;
  const compiled = await filesBelow(library, /\.(?:vo|cmxs)$/);
  if (compiled.length === 0) return null;
  const plugins = await filesBelow(join(library, '..', 'coq-core'), /\.(?:vo|cmxs)$/);
  return hashOfFiles([own, ...(again ? [again] : []), ...compiled, ...plugins]);
}

/** The folder in which the sources are compiled, and a separate one with the record and the check. */
interface Places {
  readonly program: string;
  readonly job: Job;
  readonly sources: string;
  readonly apart: string;
  /** The logical name of `apart`. */
  readonly name: string;
}

async function runAll(program: string, coqchk: string, job: Job): Promise<Outcome> {
  const { project, folder, query, manifest } = job;
  const own = nonce();
  const name = `Apart_${own}`;
  const places: Places = { program, job, sources: join(folder, 'sources'), apart: join(folder, name), name };
  for (const place of [places.sources, places.apart]) await mkdir(place);
  const credulous = await acceptsFalsehood(places);
  if (credulous !== null) return { lines: [], failure: credulous };
  const libraries = `Require Import ${manifest.libraries.join(' ')}.`;
  const recorded = await ask(places, 'Record', `${libraries}\n${query.record.script.text}${query.refusal}\n`);
  if (recorded.failure !== null) return recorded;
  const compiled = await compile(places);
  if (compiled !== null) return { lines: recorded.lines, failure: compiled };
  const all = `${project.name}.${WHOLE}`;
  const required = `Require Import ${name}.Record.\nRequire ${all}.`;
  const checked = await ask(places, 'Check', `${required}\n${query.refusal}\n${query.check.text}`);
  const lines = [...recorded.lines, ...checked.lines];
  if (checked.failure !== null) {
    const imported = `${libraries}\nRequire Import ${all}.`;
    const shown = await ask(places, 'Display', `${imported}\n${query.display.text}`);
    return { lines: [...lines, ...shown.lines], failure: checked.failure };
  }
  if (!job.again) return { lines, failure: null };
  job.progress('coqchk', project.sources.length, project.sources.length);
  const again = [all, `${name}.Record`, `${name}.Check`];
  return { lines, failure: await checkAgain(coqchk, again, paths(places), places.apart, job.signal) };
}

/** Tests that the program refuses a false statement, so that its exit code is meaningful. @returns a failure */
async function acceptsFalsehood({ program, apart, job }: Places): Promise<string | null> {
  const file = 'Refused.v';
  await writeFile(join(apart, file), 'Definition falsehood : False := I.\n');
  const { code, err } = await run(program, ['-q', file], { cwd: apart, signal: job.signal });
  if (code === null) return complaint(file, err);
  return code === 0 ? 'coqc accepts a false statement: it checks nothing' : null;
}

/**
 * Compiles all sources as one module. A process for each would load the library of the real numbers again, which takes longer than
 * most of the proofs. @returns a failure
 */
async function compile({ program, job, sources }: Places): Promise<string | null> {
  const { project, manifest, folder, signal, progress } = job;
  const { text, read, placeOf } = whole(project, manifest.libraries);
  let shown = 0;
  const look = (printed: string): void => {
    for (const done of read(printed).slice(shown)) progress(done, ++shown, project.sources.length);
  };
  await writeFile(join(sources, `${WHOLE}.v`), text);
  const args = ['-q', '-Q', '.', project.name, `${WHOLE}.v`];
  const file = join(folder, 'output');
  const { code, out, err } = await runToFile(program, args, { cwd: sources, signal, file, look });
  if (code !== 0) return complaint(`${WHOLE}.v`, err, placeOf);
  const done = read(out);
  const unread = project.sources.find((source) => !done.includes(source.file));
  return unread === undefined ? null : `${unread.file}: was not read completely`;
}

/** Runs one of our own modules. The record runs first, when there is no source yet. */
async function ask(places: Places, module: 'Record' | 'Check' | 'Display', text: string): Promise<Outcome> {
  const { program, apart, job } = places;
  await writeFile(join(apart, `${module}.v`), text);
  const args = ['-q', ...paths(places), `${module}.v`];
  const { code, out, err } = await run(program, args, { cwd: apart, signal: job.signal });
  return { lines: out.split('\n'), failure: code === 0 ? null : complaint(`${module}.v`, err) };
}

function paths({ job, sources, apart, name }: Places): string[] {
  return ['-Q', sources, job.project.name, '-Q', apart, name];
}

/** Coq's complaint with its place, on one line. */
function complaint(file: string, err: string, placeOf = (line: number) => `${file}:${line}`): string {
  const line = /line (\d+), characters [\d-]+:\s*Error/.exec(err)?.[1];
  const what = inShort(err.slice(Math.max(0, err.search(/Error:/))));
  return `${line ? placeOf(Number(line)) : file}: ${what || 'coqc ended without an error message'}`;
}
