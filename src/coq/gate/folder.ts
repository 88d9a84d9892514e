import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporary } from './environment.ts';
import { hinderedBy } from './hindered.ts';

/** The folders in use. They are removed when the process exits. */
const inUse = new Set<string>();
process.on('exit', () => {
  for (const folder of inUse) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * Does work in a folder of its own, which is removed afterwards, or when the process exits earlier.
 * @throws Hindered where the file system prevents it.
 */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const root = temporary();
  try {
    const folder = await mkdtemp(join(root, 'bonafide-proofs-'));
    inUse.add(folder);
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
      inUse.delete(folder);
    }
  } catch (error) {
    throw hinderedBy(error, root);
  }
}
