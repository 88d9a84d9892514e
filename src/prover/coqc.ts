import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Checker, Job, Outcome } from './checker.ts';
import { checkAgain } from './coqchk.ts';
import { run } from './process.ts';
import type { Source } from './project.ts';

export interface CoqcPrograms {
  readonly coqc: string;
  readonly coqchk: string;
}

/** The Coq that is installed. */
export function coqc({ coqc: program, coqchk }: CoqcPrograms = { coqc: 'coqc', coqchk: 'coqchk' }): Checker {
  return {
    name: 'coqc',
    canCheckAgain: true,
    version: async () => {
      const { code, out } = await run(program, ['--version']);
      return code === 0 ? `Coq ${/version (\S+)/.exec(out)?.[1] ?? 'of an unknown version'}` : null;
    },
    location: (project, module, name) => `${project.name}.${module}.${name}`,
    run: async (job) => {
      const compiled = await compileAll(program, job);
      if (compiled !== null) return { failure: compiled };
      const outcome = await ask(program, job);
      if (!job.again || 'failure' in outcome) return outcome;
      const { project } = job;
      job.progress('coqchk', project.sources.length, project.sources.length);
      const failure = await checkAgain(coqchk, job);
      return failure === null ? outcome : { failure };
    },
  };
}

/** Compiles each file once those that it requires are done, as many at a time as there are processors. @returns a failure */
async function compileAll(program: string, job: Job): Promise<string | null> {
  const { sources } = job.project;
  const started = new Map<string, Promise<string | null>>();
  let done = 0;
  const waiting: (() => void)[] = [];
  let free = availableParallelism();
  const compileOne = async (source: Source): Promise<string | null> => {
    for (const module of source.requires) {
      const failure = await started.get(module);
      if (failure) return failure;
    }
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    const failure = await compile(program, job, source.file, source.text);
    const next = waiting.shift();
    if (next) next();
    else free++;
    if (failure === null) job.progress(source.file, ++done, sources.length);
    return failure;
  };
  for (const source of sources) started.set(source.module, compileOne(source));
  return (await Promise.all(started.values())).find((failure) => failure !== null) ?? null;
}

async function compile(program: string, { folder, project, signal }: Job, file: string, text: string) {
  await writeFile(join(folder, file), text);
  const { code, err } = await run(program, ['-q', '-Q', '.', project.name, file], { cwd: folder, signal });
  return code === 0 ? null : complaint(file, err);
}

async function ask(program: string, job: Job): Promise<Outcome> {
  const { project, manifest, query, folder, signal } = job;
  const modules = project.sources.map(({ module }) => module).join(' ');
  const text = `Require Import ${manifest.libraries.join(' ')}.\nFrom ${project.name} Require Import ${modules}.\n${query.text}`;
  const file = `Query_${query.nonce}.v`;
  await writeFile(join(folder, file), text);
  const { code, out, err } = await run(program, ['-q', '-Q', '.', project.name, file], { cwd: folder, signal });
  return code === 0 ? { lines: out.split('\n') } : { failure: complaint('the query', err) };
}

/** Where and what Coq complained about, on one line. */
function complaint(file: string, err: string): string {
  const line = /line (\d+), characters [\d-]+:\s*Error/.exec(err)?.[1];
  const what = err
    .slice(Math.max(0, err.search(/Error:/)))
    .replace(/\s+/g, ' ')
    .trim();
  return `${file}${line ? `:${line}` : ''}: ${what.slice(0, 300) || 'coqc ended without a word'}`;
}
