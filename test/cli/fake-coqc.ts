import { delimiter, join } from 'node:path';
import { vi } from 'vitest';
import { program } from '../coq/gate/tiny.ts';
import { temporaryFolder } from '../evidence/folder.ts';

/** Puts a coqc of our own before all others: of a version that nobody has, and then as the script says. */
export async function fakeCoqc(script: string): Promise<void> {
  const folder = await temporaryFolder();
  const version = `if (process.argv[2] === '--version') { console.log('version 8.17.99'); process.exit(0); }`;
  await program(join(folder, 'coqc'), `${version} ${script}`);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
}
