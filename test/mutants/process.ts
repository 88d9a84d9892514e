import { spawn } from 'node:child_process';

export interface Ended {
  /** Null when the time ran out. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A mutant may loop for ever. All tests at once, before there is one, take minutes; running out of time counts as no answer. */
const LIMIT_MS = 900_000;

/**
 * Runs a script with this node and waits for it. The child leads a process group of its own, so that its workers end with it
 * when the time runs out or the harness is interrupted. @throws when the signal aborts.
 */
export function runNode(args: readonly string[], cwd: string, signal: AbortSignal): Promise<Ended> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
    });
    const kill = (): void => {
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timer = setTimeout(kill, LIMIT_MS);
    signal.addEventListener('abort', kill, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      if (signal.aborted) reject(signal.reason);
      else resolve({ code, ...output });
    });
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself in this moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
