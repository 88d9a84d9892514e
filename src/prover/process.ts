import { spawn } from 'node:child_process';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { setInterval } from 'node:timers/promises';

export interface Finished {
  /** Null when it could not be started or was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}

/** Variables by which a Coq or a Node could be made to load something of its own. */
const UNWANTED = ['COQPATH', 'ROCQPATH', 'OCAMLRUNPARAM', 'NODE_OPTIONS'];

/** Runs a program to its end; when the signal is given, kills it. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return start(program, args, options, null);
}

/**
 * The same with the output in a file: a Node program that calls process.exit loses what a pipe has not taken yet, a file takes all
 * at once. `look` gets all of it, about once a second.
 */
export async function runToFile(
  program: string,
  args: readonly string[],
  { file, look, ...options }: RunOptions & { readonly file: string; readonly look: (out: string) => void },
): Promise<Finished> {
  const handle = await open(file, 'w');
  const ended = new AbortController();
  const watch = async (): Promise<void> => {
    for await (const _ of setInterval(1000, null, { signal: ended.signal })) look(await readFile(file, 'utf8'));
  };
  const watched = watch().catch(() => undefined);
  try {
    const { code, err } = await start(program, args, options, handle);
    return { code, err, out: await readFile(file, 'utf8') };
  } finally {
    ended.abort();
    await watched;
    await handle.close();
  }
}

function start(
  program: string,
  args: readonly string[],
  { cwd, signal }: RunOptions,
  file: FileHandle | null,
): Promise<Finished> {
  const env = { ...process.env };
  for (const name of UNWANTED) delete env[name];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', file?.fd ?? 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      ...(cwd && { cwd }),
      ...(signal && { signal }),
    });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', (error) => resolve({ code: null, out, err: error.message }));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
