import type { Console } from '../../src/cli/console.ts';
import { main } from '../../src/cli/main.ts';

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
export async function bonafide(...args: string[]): Promise<Finished> {
  const { console, finished } = capturing();
  return finished(await main(args, console, new AbortController().signal));
}

/** Runs the command line with bad input. @returns the one sentence it answers, after its name. */
export async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await bonafide(...args);
  const sentence = /^bonafide: ([^\n]+)\n$/.exec(err)?.[1];
  if (code !== 2 || out !== '' || sentence === undefined || / at .*:\d+/.test(err)) {
    throw new Error(`not a plain refusal: code ${code}, out ${JSON.stringify(out)}, err ${JSON.stringify(err)}`);
  }
  return sentence;
}
