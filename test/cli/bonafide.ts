import type { Console } from '../../src/cli/console.ts';
import type { Services } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { SERVICES } from './services.ts';

export interface Finished {
  readonly code: number;
  /** What came to standard output and standard error. */
  readonly out: string;
  readonly err: string;
}

/** A console that keeps what it is told, and calls `onError` with each message to standard error. */
export function capturing(onError: (text: string) => void = () => undefined): {
  console: Console;
  finished: (code: number) => Finished;
} {
  let out = '';
  let err = '';
  const console: Console = {
    out: (text) => {
      out += `${text}\n`;
    },
    err: (text) => {
      err += `${text}\n`;
      onError(text);
    },
    isTerminal: false,
  };
  return { console, finished: (code) => ({ code, out, err }) };
}

/** Runs the command line in this process. */
export function bonafide(...args: string[]): Promise<Finished> {
  return bonafideWith({}, ...args);
}

/** Runs the command line in this process, with another catalogue or other provers. */
export async function bonafideWith(services: Partial<Services>, ...args: string[]): Promise<Finished> {
  const { console, finished } = capturing();
  const { signal } = new AbortController();
  return finished(await main(args, { ...SERVICES, ...services, console, signal }));
}

/** Runs the command line with bad input. @returns the one sentence it answers, after its name. */
export async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await bonafide(...args);
  const sentence = /^bonafide: ([^\n]+)\n$/.exec(err)?.[1];
  if (code !== 2 || out !== '' || sentence === undefined || / at .*:\d+:\d+/.test(err)) {
    throw new Error(`not a plain refusal: code ${code}, out ${JSON.stringify(out)}, err ${JSON.stringify(err)}`);
  }
  return sentence;
}
