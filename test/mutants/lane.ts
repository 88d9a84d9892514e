import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byTests } from './by-tests.ts';
import { byVerify } from './by-verify.ts';
import type { Finding } from './finding.ts';
import { type Mutant, mutate } from './mutant.ts';

/** Everything else is copied, so that no test lacks what it reads. Stored counterexamples would do the search's work. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', '.build', 'coverage', 'counterexamples']);

/** A scratch copy of the project, in which one mutant after the other lives. It holds no stored counterexamples. */
export class Lane {
  readonly #home: string;
  readonly #project: string;
  readonly #signal: AbortSignal;

  private constructor(home: string, signal: AbortSignal) {
    this.#home = home;
    this.#project = join(home, 'project');
    this.#signal = signal;
  }

  static async open(root: string, signal: AbortSignal): Promise<Lane> {
    const lane = new Lane(await mkdtemp(join(await realpath(tmpdir()), 'bonafide-mutants-')), signal);
    try {
      await lane.#copy(root);
    } catch (error) {
      await lane.close();
      throw error;
    }
    return lane;
  }

  async #copy(root: string): Promise<void> {
    const names = (await readdir(root)).filter((name) => !LEFT_OUT.has(name));
    for (const name of names) await cp(join(root, name), join(this.#project, name), { recursive: true });
    // Packages are linked one by one: the folder itself must be the copy's own, since tools keep caches in it.
    const modules = join(this.#project, 'node_modules');
    await mkdir(modules);
    for (const name of await readdir(join(root, 'node_modules'))) {
      if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(modules, name));
    }
  }

  async close(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** @throws Error when the mutant does not fit the source. */
  async fits(mutant: Mutant): Promise<void> {
    mutate(await readFile(join(this.#project, mutant.file), 'utf8'), mutant);
  }

  /** Does some work while the copy has the slip. */
  async during<T>(mutant: Mutant, work: () => Promise<T>): Promise<T> {
    const file = join(this.#project, mutant.file);
    const source = await readFile(file, 'utf8');
    await writeFile(file, mutate(source, mutant));
    try {
      return await work();
    } finally {
      await writeFile(file, source);
    }
  }

  verify(claims: readonly string[] = []): Promise<Finding> {
    return this.#withScratch((folder) => byVerify(this.#project, claims, folder, this.#signal));
  }

  test(folders: readonly string[]): Promise<Finding> {
    return this.#withScratch((folder) => byTests(this.#project, folders, join(folder, 'results.json'), this.#signal));
  }

  async #withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.#home, 'scratch');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    return work(folder);
  }
}
