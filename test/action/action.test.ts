import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../evidence/folder.ts';

interface Step {
  readonly name?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const source = await readFile(new URL('../../action.yml', import.meta.url), 'utf8');
const { inputs, runs }: Action = parse(source);
const scripts = runs.steps.filter(({ run }) => run !== undefined);
const step = (name: string): Step => runs.steps.find((one) => one.name === name) as Step;

/** Runs a script of the action, as the runner does. */
function runScript(name: string, cwd: string, env: Readonly<Record<string, string>>): { code: number; out: string } {
  const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', step(name).run ?? ''], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout };
}

/** Judges with these inputs and a bonafide that prints its arguments, one a line, and ends with a code for each command. */
async function judge(given: Readonly<Record<string, string>>, codes = { test: 0, conform: 0 }) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'bin'));
  const fake = join(folder, 'bin', 'bonafide');
  await writeFile(
    fake,
    `#!/usr/bin/env bash\nprintf '[%s]\\n' "$@"\nif [ "$1" = test ]; then exit ${codes.test}; fi\nexit ${codes.conform}\n`,
  );
  await chmod(fake, 0o755);
  const values = Object.entries(step('Judge').env ?? {}).map(([variable, expression]) => {
    const input = /^\$\{\{ inputs\.(\S+) \}\}$/.exec(expression)?.[1] ?? '';
    return [variable, given[input] ?? inputs[input]?.default ?? 'no such input'];
  });
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
  return { folder, ...runScript('Judge', folder, { ...Object.fromEntries(values), PATH }) };
}

const lines = (...args: readonly string[]): string => args.map((arg) => `[${arg}]\n`).join('');

describe('the action', () => {
  it('is composite, and each script names its shell and is bash', () => {
    expect(runs.using).toBe('composite');
    expect(scripts.map(({ shell }) => shell)).toEqual(scripts.map(() => 'bash'));
    for (const { run = '' } of scripts) expect(spawnSync('bash', ['-n', '-c', run]).status).toBe(0);
  });

  it('has no expression in a script, where it would be code', () => {
    for (const { run } of scripts) expect(run).not.toContain('${{');
  });

  it('describes and uses every input, and no other', () => {
    for (const { description } of Object.values(inputs)) expect(description).not.toBe('');
    const used = [...source.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
    const set = Object.keys(step('Judge').env ?? {});
    for (const variable of set) expect(step('Judge').run).toContain(`$${variable}`);
  });

  it('builds the command of this package, and puts it on the PATH', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'the sources'));
    await writeFile(join(folder, 'bin', 'npm'), '#!/usr/bin/env bash\necho "$PWD: $*"\n');
    await writeFile(join(folder, 'bin', 'node'), '#!/usr/bin/env bash\nprintf "[%s]\\n" "$@"\n');
    for (const name of ['npm', 'node']) await chmod(join(folder, 'bin', name), 0o755);
    const SOURCES = join(folder, 'the sources');
    const GITHUB_PATH = join(folder, 'path');
    const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
    const env = { SOURCES, GITHUB_PATH, RUNNER_TEMP: folder, PATH };
    const { code, out } = runScript('Build bonafide', folder, env);
    expect([code, out]).toEqual([
      0,
      `${SOURCES}: ci --ignore-scripts --no-audit --no-fund\n${SOURCES}: run -s build\n`,
    ]);
    const added = (await readFile(GITHUB_PATH, 'utf8')).trim();
    const { stdout } = spawnSync(join(added, 'bonafide'), ['a b'], { env: { ...process.env, PATH }, encoding: 'utf8' });
    expect(stdout).toBe(lines(join(SOURCES, manifest.bin.bonafide), 'a b'));
  });
});

describe('the action judges', () => {
  it('claims, with annotations', async () => {
    const { code, out } = await judge({ claims: 'my claims.txt' });
    expect([code, out]).toEqual([0, lines('test', '--file=my claims.txt', '--reporter=github')]);
  });

  it('a program with its arguments, one a line', async () => {
    const given = { program: './kl.py', args: '--exact\n\ntwo words\n', want: 'kl', rel: '1e-9' };
    const { out } = await judge(given);
    const options = ['--reporter=github', '--want=kl', '--rel=1e-9', '--'];
    expect(out).toBe(lines('conform', ...options, './kl.py', '--exact', 'two words'));
  });

  it.each([
    [{ test: 0, conform: 0 }, 0],
    [{ test: 1, conform: 0 }, 1],
    [{ test: 0, conform: 3 }, 3],
    [{ test: 3, conform: 1 }, 3],
  ])('both, whatever the first finds: %j', async (codes, wanted) => {
    const { code, out } = await judge({ claims: 'claims.txt', program: 'kl', seed: '7' }, codes);
    const tested = lines('test', '--file=claims.txt', '--reporter=github', '--seed=7');
    expect([code, out]).toEqual([wanted, tested + lines('conform', '--reporter=github', '--', 'kl')]);
  });

  it.each([
    ['sarif', 'sarif'],
    ['junit', 'xml'],
    ['json', 'json'],
    ['text', 'txt'],
  ])('with files in the output folder, of reporter %s', async (reporter, extension) => {
    const given = { claims: 'claims.txt', program: 'kl', reporter, output: 'out/of it' };
    const { code, folder, out } = await judge(given, { test: 1, conform: 0 });
    expect(code).toBe(1);
    const kept = (name: string) => readFile(join(folder, 'out/of it', `${name}.${extension}`), 'utf8');
    expect((await kept('test')) + (await kept('conform'))).toBe(out);
  });

  it('nothing that nobody gave', async () => {
    const { code, out } = await judge({});
    expect([code, out]).toEqual([2, expect.stringMatching(/^::error::bonafide has nothing to judge: /)]);
  });

  it('inputs as texts, not as code', async () => {
    const evil = '$(touch pwned)`touch pwned`"; touch pwned; \' * --help';
    const { folder, out } = await judge({ claims: evil, program: evil, args: evil, want: evil, rel: evil, seed: evil });
    expect(out).toBe(
      lines('test', `--file=${evil}`, '--reporter=github', `--seed=${evil}`) +
        lines('conform', '--reporter=github', `--want=${evil}`, `--rel=${evil}`, '--', evil, evil),
    );
    await expect(readFile(join(folder, 'pwned'))).rejects.toThrow('ENOENT');
  });
});

describe('docs/gate.md', async () => {
  const page = await readFile(new URL('../../docs/gate.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => parse(block));

  it('has workflows with inputs that the action has', () => {
    expect(blocks).toHaveLength(3);
    for (const block of blocks) {
      const steps: readonly Step[] = block.steps ?? block.jobs.bonafide.steps;
      const [own] = steps.filter(({ uses }) => uses === 'OWNER/bonafide@REF');
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? { none: '' })));
    }
  });

  it('has all inputs in its table', () => {
    for (const input of Object.keys(inputs)) expect(page).toMatch(new RegExp(`^\\|.*\`${input}\`.*\\|$`, 'm'));
  });
});
