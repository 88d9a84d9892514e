import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema } from '../../src/report/schema.ts';
import { begin, type Ended, type Running, type Surroundings } from './command.ts';

const RUN = ['verify', 'equality', 'win-rate-equality', '--runs', '20'];
export const PLACES = ['--out', 'out', '--counterexamples', 'kept'];

/** The files below a folder, by their paths. */
type Files = ReadonlyMap<string, string>;

interface Further extends Omit<Surroundings, 'cwd'> {
  readonly more?: readonly string[];
  readonly workers?: number;
}

/** A promise of the program that was found broken. */
export class Broken extends Error {}

/**
 * A folder with the results of an older run, into which a run with another seed writes. Runs are deterministic, so every byte is known
 * that may be there afterwards: a file is that of the older run, that of the new one, or absent.
 */
export class Scene {
  readonly folder: string;
  readonly #old: Files;
  readonly #new: Files;
  /** Milliseconds that an undisturbed run took. */
  readonly duration: number;

  private constructor(folder: string, old: Files, made: Files, duration: number) {
    this.folder = folder;
    this.#old = old;
    this.#new = made;
    this.duration = duration;
  }

  static async set(): Promise<Scene> {
    const folder = await mkdtemp(join(tmpdir(), 'bonafide-injection-'));
    const made = async (name: string, seed: string): Promise<Files> => {
      const cwd = join(folder, name);
      await mkdir(cwd);
      const ended = await begin([...RUN, '--workers', '1', '--seed', seed, ...PLACES], { cwd }).ended;
      if (ended.code !== 0) throw new Error(`an undisturbed run fails: ${JSON.stringify(ended)}`);
      return filesOf(cwd);
    };
    const old = await made('old', '1');
    const since = performance.now();
    return new Scene(folder, old, await made('new', '2'), performance.now() - since);
  }

  async leave(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A new folder that has the results of the older run. */
  async place(): Promise<string> {
    const place = await mkdtemp(join(this.folder, 'place-'));
    await cp(join(this.folder, 'old'), place, { recursive: true });
    return place;
  }

  /** Starts the new run, with further arguments. */
  run(cwd: string, { more = [], workers = 1, ...how }: Further = {}): Running {
    const args = [...RUN, '--workers', String(workers), '--seed', '2', ...PLACES, ...more];
    return begin(args, { ...how, cwd });
  }

  /** @throws Broken where a file is neither absent nor as one of the two runs writes it; temporary files are counted. */
  async checkWhole(cwd: string): Promise<number> {
    let leftovers = 0;
    for (const [path, text] of await filesOf(cwd)) {
      if (/\/\.bonafide-[^/]*\.tmp$/.test(path)) leftovers += 1;
      else if (text !== this.#old.get(path) && text !== this.#new.get(path)) checkForm(path, text);
    }
    return leftovers;
  }

  /** @throws Broken unless the next run ends well and leaves what an undisturbed one leaves, and nothing else. */
  async checkNext(cwd: string): Promise<void> {
    const ended = await this.run(cwd).ended;
    if (ended.code !== 0) throw new Broken(`the next run ends with ${ended.code}: ${ended.err}`);
    await this.checkNew(cwd);
  }

  async checkNew(cwd: string): Promise<void> {
    const files = await filesOf(cwd);
    // Counterexamples are kept where they are; one instance may have been found by both runs.
    for (const path of new Set([...files.keys(), ...this.#new.keys()])) {
      const isKept = path.startsWith('kept/') && files.get(path) === this.#old.get(path);
      if (files.get(path) !== this.#new.get(path) && !isKept) throw new Broken(`${path} is not that of the run`);
    }
  }
}

/** @throws Broken unless a run ended with one of these codes and, where that is bad input, with one sentence that fits. */
export function checkEnd(ended: Ended, codes: readonly number[], sentence = /^bonafide: /m): void {
  const { code, err, signal } = ended;
  if (code === null || !codes.includes(code)) throw new Broken(`it ended with ${code ?? signal}: ${err}`);
  if (code === 2 && !sentence.test(err)) throw new Broken(`it says: ${err}`);
  if (/ at .*:\d+:\d+|internal error/.test(err)) throw new Broken(`it shows its inside: ${err}`);
}

/** A report that tells of a fault is not known byte by byte, but it is whole. @throws Broken */
function checkForm(path: string, text: string): void {
  const isWhole =
    (path.endsWith('.html') && text.endsWith('</html>\n')) ||
    (path.endsWith('.md') && text.endsWith('\n')) ||
    (path.endsWith('verification.json') && reportSchema.safeParse(parsed(text)).success);
  if (!isWhole) throw new Broken(`${path} is not whole`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function filesOf(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
    ),
  );
}
