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

/** The console of the process. Control characters are escaped, so that no text can control the terminal. */
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

/** The stream for progress bars: a terminal, or something that behaves like one. */
export type Screen = NodeJS.WritableStream & { readonly rows?: number };

const ROWS = 24;
/** Rows besides the claims' bars: the bar that counts, the line below it that is cleared, and one to spare. */
const SPARE_ROWS = 3;

/**
 * On a terminal, shows a bar for each claim in progress, with its total if it has one, as far as there are rows, and a count of the
 * finished ones. Elsewhere, prints a line for each finished claim.
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
