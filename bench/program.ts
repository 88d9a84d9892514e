import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PEERS = fileURLToPath(new URL('./peers/', import.meta.url));
const COMPILERS = ['cc', 'gcc'];
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** The tools or libraries for a peer are not on this machine. The message says what is missing. */
export class MissingError extends Error {}

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** A process that answers every line with one line of JSON. Before that it prints one line that names its library. */
export class Program {
  readonly library: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: Answers;

  private constructor(child: ChildProcessWithoutNullStreams, answers: Answers, library: string) {
    this.#child = child;
    this.#answers = answers;
    this.library = library;
  }

  static async start(command: string, args: readonly string[] = []): Promise<Program> {
    const child = spawn(command, args);
    const answers = new Answers(child, basename(args.at(-1) ?? command));
    const { library } = JSON.parse(await answers.next()) as { library: string };
    return new Program(child, answers, library);
  }

  async ask<T>(request: string): Promise<T> {
    this.#child.stdin.write(`${request}\n`);
    return JSON.parse(await this.#answers.next()) as T;
  }

  stop(): void {
    this.#child.stdin.end();
  }
}

/** The lines of a process, one for each call; an error once it has ended. */
class Answers {
  readonly #lines: string[] = [];
  #waiting: Waiting | null = null;
  #ended: Error | null = null;

  constructor(child: ChildProcessWithoutNullStreams, name: string) {
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    const end = (reason: string): void => {
      this.#ended = new Error(`the peer ${name} ended: ${reason}`);
      this.#waiting?.reject(this.#ended);
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', (code, signal) => end(complaint.trim().split('\n').at(-1) || `${signal ?? `exit code ${code}`}`));
    // The end of the process is noticed where its answers are read.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (this.#waiting) this.#waiting.resolve(line);
      else this.#lines.push(line);
      this.#waiting = null;
    });
  }

  next(): Promise<string> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}

/** Compiles a peer in C into a folder and starts it. It uses the first of several sets of libraries and flags with which linking works. */
export async function startC(source: string, libraries: readonly (readonly string[])[], folder: string) {
  const compiler = await findCompiler();
  const program = join(folder, basename(source, '.c'));
  let complaint = '';
  for (const set of libraries) {
    const args = ['-O2', '-march=native', '-o', program, join(PEERS, source), ...set];
    try {
      await run(compiler, args);
      return await Program.start(program);
    } catch (error) {
      complaint ||= /(?:error|cannot find|undefined).*/.exec(String(error))?.[0] ?? 'it does not compile';
    }
  }
  throw new MissingError(complaint);
}

/** Starts a peer in Python with the first interpreter that has the modules. */
export async function startPython(source: string, modules: readonly string[]): Promise<Program> {
  for (const python of PYTHONS) {
    if (await succeeds(python, ['-c', `import ${modules.join(', ')}`])) {
      return Program.start(python, ['-B', join(PEERS, source)]);
    }
  }
  throw new MissingError(`no Python here has ${modules.join(' and ')}`);
}

async function findCompiler(): Promise<string> {
  for (const compiler of COMPILERS) if (await succeeds(compiler, ['--version'])) return compiler;
  throw new MissingError('no C compiler is here');
}

/** The first line of the compiler's version output; null where there is no compiler. */
export async function compilerVersion(): Promise<string | null> {
  try {
    return (await run(await findCompiler(), ['--version'])).stdout.split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(command, args);
    return true;
  } catch {
    return false;
  }
}
