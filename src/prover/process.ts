import { spawn } from 'node:child_process';

export interface Finished {
  /** Null when it could not be started or was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Variables by which a Coq or a Node could be made to load something of its own. */
const UNWANTED = ['COQPATH', 'ROCQPATH', 'OCAMLRUNPARAM', 'NODE_OPTIONS'];

/** Runs a program to its end; when the signal is given, kills it. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly signal?: AbortSignal; readonly onOut?: (text: string) => void } = {},
): Promise<Finished> {
  const env = { ...process.env };
  for (const name of UNWANTED) delete env[name];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      ...(options.cwd && { cwd: options.cwd }),
      ...(options.signal && { signal: options.signal }),
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      options.onOut?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', (error) => resolve({ code: null, out, err: error.message }));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
