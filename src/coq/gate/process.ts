import { type ChildProcess, spawn } from 'node:child_process';
import { type FileHandle, open } from 'node:fs/promises';
import { setInterval } from 'node:timers/promises';
import { environment } from './environment.ts';
import { Hindered } from './hindered.ts';

export interface Finished {
  /** Null where it could not be started or was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}

/** A program that prints more than this many characters is stopped. A checker prints some hundred kilobytes. */
export const MAX_OUTPUT = 32 * 2 ** 20;
const TOO_MUCH = `it printed more than ${MAX_OUTPUT} characters and was stopped`;

/**
 * Runs a program to its end. When the signal comes, kills it and all that it started.
 * @throws Hindered where the system has no resources for the program, or kills it.
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return start(program, args, options, null);
}

/**
 * The same with the output in a file. A Node program that calls process.exit loses what a pipe has not accepted yet; a file accepts
 * everything at once. `look` gets the whole output about once a second.
 */
export async function runToFile(
  program: string,
  args: readonly string[],
  { file, look, signal, ...options }: RunOptions & { readonly file: string; readonly look: (out: string) => void },
): Promise<Finished> {
  const handle = await open(file, 'w+');
  const [ended, excess] = [new AbortController(), new AbortController()];
  const watch = async (): Promise<void> => {
    for await (const _ of setInterval(1000, null, { signal: ended.signal })) {
      const text = await beginning(handle);
      if (text === null) excess.abort();
      else look(text);
    }
  };
  const watched = watch().catch(() => undefined);
  try {
    const signals = [excess.signal, ...(signal ? [signal] : [])];
    const { code, err } = await start(program, args, { ...options, signal: AbortSignal.any(signals) }, handle);
    const out = await beginning(handle);
    return out === null ? { code: null, out: '', err: TOO_MUCH } : { code, err, out };
  } finally {
    ended.abort();
    await watched;
    await handle.close();
  }
}

/** The whole content of a file; null where it is too large. */
async function beginning(handle: FileHandle): Promise<string | null> {
  const { size } = await handle.stat();
  if (size > MAX_OUTPUT) return null;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.toString('utf8', 0, bytesRead);
}

/** The running programs. Each leads a process group with all that it started itself. */
const running = new Set<ChildProcess>();
// Runs before the other exit handlers: running programs could still write into folders that are being removed.
process.prependListener('exit', () => {
  for (const child of running) killGroup(child);
});

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** The errors of a system that lacks resources for one more program. */
const NO_ROOM = new Set(['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE']);

function start(
  program: string,
  args: readonly string[],
  { cwd, signal }: RunOptions,
  file: FileHandle | null,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve({ code: null, out: '', err: 'it was stopped' });
    const child = spawn(program, args, {
      env: environment(),
      stdio: ['ignore', file?.fd ?? 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      ...(cwd && { cwd }),
    });
    running.add(child);
    const stop = (): void => killGroup(child);
    signal?.addEventListener('abort', stop);
    const said = { out: '', err: '' };
    let excess = false;
    const take = (which: 'out' | 'err') => (text: string) => {
      if (said[which].length + text.length <= MAX_OUTPUT) said[which] += text;
      else {
        excess = true;
        stop();
      }
    };
    child.stdout?.setEncoding('utf8').on('data', take('out'));
    child.stderr?.setEncoding('utf8').on('data', take('err'));
    const finish = (code: number | null, err: string, hindrance: string | null): void => {
      running.delete(child);
      signal?.removeEventListener('abort', stop);
      if (hindrance !== null && !excess && !signal?.aborted) reject(new Hindered(`${program} ${hindrance}`));
      else resolve(excess ? { code: null, out: said.out, err: TOO_MUCH } : { code, out: said.out, err });
    };
    child.on('error', (error: NodeJS.ErrnoException) =>
      finish(null, error.message, NO_ROOM.has(error.code ?? '') ? `cannot be started: ${error.code}` : null),
    );
    // Processes that a program leaves behind could keep its output open, or change files of the next program.
    child.on('exit', stop);
    child.on('close', (code, by) =>
      finish(code, said.err, by === 'SIGKILL' ? 'was killed from outside, perhaps for lack of memory' : null),
    );
  });
}
