import { spawn } from 'node:child_process';

/** What a program used, in all of its threads. Measured: no guarantee. */
export interface Usage {
  /** Seconds of processor time. */
  readonly seconds: number;
  /** The most memory, in MB. */
  readonly memory: number;
}

/** Makes a process of Node tell what it used, through its fourth stream, when it ends. Threads load it too, and must not. */
const REPORTER = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
`)}`;

/** Runs a program of Node. @throws Error with its last words where it does not end with the code 0. */
export function usageOf(program: string, args: readonly string[], cwd: string): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', REPORTER, program, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const [errors, told]: [string[], string[]] = [[], []];
    child.stdio[2]?.on('data', (part) => errors.push(String(part)));
    child.stdio[3]?.on('data', (part) => told.push(String(part)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0)
        return reject(new Error(`${args[0]} ended with code ${code}: ${errors.join('').trim().slice(-300)}`));
      const { userCPUTime, systemCPUTime, maxRSS }: NodeJS.ResourceUsage = JSON.parse(told.join(''));
      resolve({ seconds: (userCPUTime + systemCPUTime) / 1e6, memory: (maxRSS * 1024) / 1e6 });
    });
  });
}
