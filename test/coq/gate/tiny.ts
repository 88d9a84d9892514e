import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Checker, Job } from '../../../src/coq/gate/checker.ts';
import { type Manifest, readManifest } from '../../../src/coq/gate/manifest.ts';
import { type Project, readProject, source } from '../../../src/coq/gate/project.ts';
import type { Script } from '../../../src/coq/gate/script.ts';
import { temporaryFolder } from '../../evidence/folder.ts';

/** A development of a few lines, with a manifest of its own. */
export const TINY = join(import.meta.dirname, 'tiny');

export type Fault = (file: string, text: string) => string;

/** The small development, with every file passed through `change`. */
export async function tiny(change: Fault = (_file, text) => text): Promise<{ project: Project; manifest: Manifest }> {
  const { name, sources } = await readProject(TINY);
  const changed = sources.map(({ file, text }) => source(name, file, change(file, text)));
  return { project: { name, sources: changed }, manifest: await readManifest(join(TINY, 'manifest.json')) };
}

/** The same on disk, in a folder that goes away with the test. */
export async function tinyFolder(change: Fault = (_file, text) => text): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of ['_CoqProject', 'manifest.json', 'Definitions.v', 'Theorems.v']) {
    await writeFile(join(folder, file), change(file, await readFile(join(TINY, file), 'utf8')));
  }
  return folder;
}

/** A program written in JavaScript that answers in the place of coqc or jscoq. */
export async function program(path: string, body: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!${process.execPath}\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

/** What an honest checker prints when all is as the manifest says. */
export function honest({ manifest, query: { riddle, record, check } }: Job): string[] {
  const axioms = ['Axioms:', ...manifest.axioms.map(({ name, statement }) => `${name}\n  : ${statement}`)].join('\n');
  const before = new Map<string, string>([
    ...[...Object.entries(manifest.library), ...manifest.axioms.map(({ name, location }) => [name, location])].map(
      ([name, where]): [string, string] => [`location ${name}`, where ?? ''],
    ),
    ['riddle', `     = ${[...riddle.answer].map((digit) => `Decimal.D${digit}`).join('\n (')}\n     : Decimal.uint`],
    ['axioms', axioms],
  ]);
  const after = new Map<string, string>([
    ...manifest.axioms.map(({ name, location }): [string, string] => [`axiom ${name}`, location]),
    ['axioms', axioms],
  ]);
  return [...spoken(record.script, before), ...spoken(check, after)];
}

/** The marks of a script, each with an answer; where there is none, a name is asked for that stands for nothing. */
export function spoken({ nonce, text }: Script, answers: ReadonlyMap<string, string>): string[] {
  const keys = [...text.matchAll(new RegExp(`"${nonce} ([^"]*)"`, 'g'))].map(([, key]) => key ?? '');
  const silent = (key: string): string => (key.startsWith('location') ? 'No term of basename x' : '');
  return keys.flatMap((key) => [`${nonce} ${key}`, ...(answers.get(key) ?? silent(key)).split('\n')]);
}

/** A checker in this process that prints what it is told. */
export function saying(lines: (job: Job) => string[], failure: string | null = null): Checker & { runs: number } {
  return {
    name: 'coqc',
    canCheckAgain: true,
    runs: 0,
    version: async () => 'Coq 8.16.1',
    fingerprint: async () => 'the same as ever',
    location: ({ name }, declared) => `${name}.Whole.${declared}`,
    async run(job) {
      this.runs++;
      return { lines: lines(job), failure };
    },
  };
}
