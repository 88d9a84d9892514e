import { visible } from '../report/escape.ts';
import { coloured } from './colour.ts';
import { writeOut } from './output.ts';

/** Where a command writes. Results go to `out`, everything else to `err`. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that can show moving bars. */
  readonly isTerminal: boolean;
}

/** The console of the process. Control characters are escaped, so that no text can control the terminal. */
export const processConsole: Console = {
  out: (text) => writeOut(process.stdout, `${coloured(visible(text), process.stdout)}\n`),
  err: (text) => writeOut(process.stderr, `${coloured(visible(text), process.stderr)}\n`),
  isTerminal: process.stderr.isTTY === true,
};
