import { spawnSync } from 'node:child_process';
// It keeps the folder in which it is first loaded; those of the commands below are removed.
import 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { pageAt, ROOT } from './pages.ts';
import { wordsOf } from './words.ts';

/** A command that a page tells to type, and what the page shows of its output: the first lines, or all. */
interface Screen {
  readonly command: string;
  readonly shown: string;
}

const BLOCKS = /^```sh\n(?:npm run -s bonafide -- |bonafide )([^\n]+)\n```\n\n```\w*\n([\s\S]*?)^```$/gm;
const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;

function screensOf(page: string): Screen[] {
  return [...page.matchAll(BLOCKS)].map(([, command = '', shown = '']) => ({ command, shown }));
}

/** The output of a command in a folder of its own, in which it may save. The examples are where they are. */
async function outputOf(command: string): Promise<string> {
  const before = process.cwd();
  process.chdir(await temporaryFolder());
  onTestFinished(() => process.chdir(before));
  const words = wordsOf(command).map((word) => word.replace(/^examples\//, `${ROOT}examples/`));
  const { out, err } = await bonafide(...words);
  return (out === '' ? err : out).replaceAll(ROOT, '');
}

/** Holds the screens of a page whose blocks of shell are single commands, each with its output below it. */
export function holdScreens(path: string): void {
  describe(path, () => {
    const page = pageAt(path);
    const screens = screensOf(page);

    it('has a screen below each command', () => {
      expect(screens.length).toBeGreaterThan(3);
      expect(screens).toHaveLength(page.match(/^```sh$/gm)?.length ?? 0);
    });

    it.for(screens)('shows what is printed by $command', async ({ command, shown }, { skip }) => {
      skip(!HAS_PYTHON && command.includes('python3'), 'there is no python3');
      const out = await outputOf(command);
      expect(shown).not.toBe('');
      expect(out.slice(0, shown.length)).toBe(shown);
    });
  });
}
