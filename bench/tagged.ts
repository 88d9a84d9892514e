import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A version of the package that can be run: its name, and the program of its build. */
export interface Version {
  readonly name: string;
  readonly program: string;
}

/** The program of a checkout after `npm run build`. */
export function programOf(checkout: string): string {
  return join(checkout, 'dist', 'src', 'cli', 'bin.js');
}

/** The last tag before the checked out commit; null where there is none. */
export async function lastTag(checkout: string): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['describe', '--tags', '--abbrev=0'], { cwd: checkout });
    return stdout.trim();
  } catch {
    return null;
  }
}

/** Builds the tagged version in a folder, with the tools of this checkout. `remove` takes it away again. */
export async function buildTagged(
  checkout: string,
  tag: string,
  folder: string,
): Promise<Version & { readonly remove: () => Promise<void> }> {
  const place = join(folder, 'tagged');
  await run('git', ['worktree', 'add', '--quiet', '--detach', place, tag], { cwd: checkout });
  const remove = async (): Promise<void> => {
    await run('git', ['worktree', 'remove', '--force', place], { cwd: checkout });
  };
  try {
    await symlink(join(checkout, 'node_modules'), join(place, 'node_modules'));
    await run('npm', ['run', '-s', 'build'], { cwd: place });
  } catch (error) {
    await remove();
    throw error;
  }
  return { name: tag, program: programOf(place), remove };
}
