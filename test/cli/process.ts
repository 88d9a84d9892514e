import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Finished } from './bonafide.ts';

const bin = fileURLToPath(new URL('../../scripts/bonafide.mjs', import.meta.url));

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: Promise<Finished>;
  /** Resolves when standard error has shown a pattern, rejects when the process ends without. */
  readonly shown: (pattern: RegExp) => Promise<void>;
}

const COMMAND = [process.execPath, bin];

/** Starts the command line as a process of its own. */
export function start(args: readonly string[], cwd?: string): Running {
  const [node = '', ...before] = COMMAND;
  return follow(spawn(node, [...before, ...args], { cwd }));
}

/** Runs a line of bash, in which "$@" is the command line. */
export function bash(line: string, args: readonly string[], cwd?: string): Promise<Finished> {
  return follow(spawn('bash', ['-c', line, 'bash', ...COMMAND, ...args], { cwd })).finished;
}

function follow(child: ChildProcessWithoutNullStreams): Running {
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => (code === null ? reject(new Error(`${signal}`)) : resolve({ code, out, err })));
  });
  const shown = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => (pattern.test(err) ? resolve() : undefined);
      child.stderr.on('data', look);
      finished.then(() => reject(new Error(`it ended without showing ${pattern}: ${err}`)), reject);
      look();
    });
  return { child, finished, shown };
}

/** Runs the command line as a process of its own, to its end. */
export function run(args: readonly string[], cwd?: string): Promise<Finished> {
  return start(args, cwd).finished;
}

/** Starts the command line on a terminal, and closes that when it has shown something. Resolves with the exit code, or the signal. */
export function onClosedTerminal(args: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL('./closed-terminal.py', import.meta.url));
  const child = spawn('python3', [script, ...COMMAND, ...args]);
  return follow(child).finished.then(({ out, err }) => out.trim() || err);
}
