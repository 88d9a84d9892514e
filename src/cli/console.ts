import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { visible } from '../report/escape.ts';
import { writeOut } from './output.ts';

/** Where a command writes. Results go to `out`, everything else to `err`. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that can show moving bars. */
  readonly isTerminal: boolean;
}

/** Whatever a text came from, nothing in it acts on the terminal. */
export const processConsole: Console = {
  out: (text) => writeOut(process.stdout, `${visible(text)}\n`),
  err: (text) => writeOut(process.stderr, `${visible(text)}\n`),
  isTerminal: process.stderr.isTTY === true,
};

export interface Progress {
  update(name: string, done: number): void;
  finish(name: string, summary: string): void;
  stop(): void;
}

/** A bar for each claim on a terminal, with its total where there is one; a line for each finished claim elsewhere. */
export function progress(console: Console, totals: ReadonlyMap<string, number | null>): Progress {
  if (!console.isTerminal) {
    return {
      update: () => undefined,
      finish: (name, summary) => console.err(`${name}: ${summary}`),
      stop: () => undefined,
    };
  }
  const bars = new MultiBar({ hideCursor: true, clearOnComplete: false }, Presets.shades_classic);
  const total = (name: string): number | null => totals.get(name) ?? null;
  const known = new Map<string, SingleBar>();
  const bar = (name: string): SingleBar => {
    const format = total(name) === null ? '{name} {value} instances' : '{name} {bar} {value}/{total}';
    const found = known.get(name) ?? bars.create(total(name) ?? 0, 0, { name: name.padEnd(20) }, { format });
    known.set(name, found);
    return found;
  };
  return {
    update: (name, done) => bar(name).update(done),
    finish: (name) => {
      bar(name).update(total(name) ?? bar(name).getTotal());
      bar(name).stop();
    },
    stop: () => bars.stop(),
  };
}
