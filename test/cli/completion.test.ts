import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, refusal } from './bonafide.ts';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** What a shell prints for a script. It must end with 0, and say nothing else. */
function printed(shell: string, ...args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(shell, args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

describe.skipIf(!has('bash'))('bash', () => {
  let script = '';
  beforeAll(async () => {
    script = (await bonafide('completion', 'bash')).out;
  });

  /** The words that bash offers for the last one of a line. */
  function offered(...line: readonly string[]): string[] {
    const [before = '', word = ''] = line.slice(-2);
    const call = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bonafide "$1" "${word}" "${before}"`;
    return printed('bash', '-c', `${script}\n${call}; printf '%s\\n' "\${COMPREPLY[@]}"`, 'bash', ...line);
  }

  it.each([
    [['bonafide', 'sha'], ['sharpen']],
    [['bonafide', '--ver'], ['--version']],
    [['bonafide', 'verify', 'kl-bo'], ['kl-bound']],
    [['bonafide', 'verify', '--runs', '50', 'kl-bo'], ['kl-bound']],
    [['bonafide', 'explain', 'win-rate-e'], ['win-rate-equality']],
    [
      ['bonafide', 'verify', '--claim'],
      ['--claim', '--claim-timeout'],
    ],
    [['bonafide', 'test', '--der'], ['--derivation']],
    [['bonafide', 'completion', 'f'], ['fish']],
    [['bonafide', 'help', 'repl'], ['replay']],
    // These are no words that it knows; bash then completes names of files.
    [['bonafide', 'verify', '--seed', 'kl-bo'], []],
    [['bonafide', 'verify', '--seed', '=', 'kl-bo'], []],
    [['bonafide', 'analyze', 'kl-bo'], []],
  ])('completes %j', (line, words) => {
    expect(offered(...line)).toEqual(words);
  });

  it('offers every command, and every claim', async () => {
    const { out } = await bonafide('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+) .*(?:\[|<)/gm)].map(([, name]) => name);
    expect(offered('bonafide', '')).toEqual(commands);
    expect(offered('bonafide', 'cite', '')).toEqual(catalogue.map(({ id }) => id));
  });

  it('is told to use it', () => {
    expect(printed('bash', '-c', `${script}\ncomplete -p bonafide`)).toEqual([
      'complete -o default -F _bonafide bonafide',
    ]);
  });
});

it.skipIf(!has('zsh'))('zsh reads its script', async () => {
  const file = join(await temporaryFolder(), 'script');
  await writeFile(file, (await bonafide('completion', 'zsh')).out);
  expect(printed('zsh', '-f', '-c', `source ${file}; print $_comps[bonafide]`)).toEqual([
    '_bash_complete -o default -F _bonafide',
  ]);
});

it.skipIf(!has('fish'))('fish completes', async () => {
  const { out } = await bonafide('completion', 'fish');
  const offered = (line: string): string[] => printed('fish', '--no-config', '-c', `${out}\ncomplete -C '${line}'`);
  expect(offered('bonafide verify kl-bo')).toEqual(['kl-bound']);
  expect(offered('bonafide sha')).toEqual([expect.stringMatching(/^sharpen\t/)]);
  expect(offered('bonafide test --der')).toEqual([expect.stringMatching(/^--derivation\t/)]);
});

it('refuses other shells', async () => {
  expect(await refusal('completion', 'tcsh')).toMatch(/Allowed choices are bash, zsh, fish; see bonafide --help$/);
});
