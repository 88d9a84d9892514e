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

/** What is drawn on: a terminal, or what behaves like one. */
export type Screen = NodeJS.WritableStream & { readonly rows?: number };

const ROWS = 24;
/** Besides the bars of what is being worked on: the one that counts, the line below it that is cleared, and one to spare. */
const SPARE_ROWS = 3;

/**
 * On a terminal a bar for each claim that is being worked on, with its total where there is one, as many as it has lines for, and a count
 * of what is done; elsewhere a line for each finished claim.
 */
export function progress(
  console: Console,
  totals: ReadonlyMap<string, number | null>,
  screen: Screen = process.stderr,
): Progress {
  if (!console.isTerminal) {
    return {
      update: () => undefined,
      finish: (name, summary) => console.err(`${name}: ${summary}`),
      stop: () => undefined,
    };
  }
  const bars = new MultiBar({ stream: screen, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let finished: SingleBar | null = null;
  const shown = new Map<string, SingleBar>();
  const hasRoom = (): boolean => shown.size < (screen.rows ?? ROWS) - SPARE_ROWS;
  const show = (name: string): void => {
    const total = totals.get(name) ?? null;
    const format = total === null ? '{name} {value} instances' : '{name} {bar} {value}/{total}';
    shown.set(name, bars.create(total ?? 0, 0, { name: name.padEnd(20) }, { format }));
  };
  return {
    update: (name, done) => {
      if (!shown.has(name) && hasRoom()) show(name);
      shown.get(name)?.update(done);
    },
    finish: (name) => {
      const bar = shown.get(name);
      if (bar) bars.remove(bar);
      shown.delete(name);
      finished ??= bars.create(0, 0, {}, { format: '{value} done' });
      finished.increment();
    },
    stop: () => bars.stop(),
  };
}
