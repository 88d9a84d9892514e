import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { Clock } from './clock.ts';
import type { Console } from './console.ts';

export interface Progress {
  /** How far a part is; the note is shown behind that. */
  update(name: string, done: number, note?: string): void;
  /** A part is done; the note is shown behind the count of these. */
  finish(name: string, summary: string, note?: string): void;
  /** Prints something above the bars. */
  above(print: () => void): void;
  /** Clears the bars. */
  stop(): void;
}

/** The stream for progress bars: a terminal, or something that behaves like one. */
export type Screen = NodeJS.WritableStream & { readonly rows?: number; readonly columns?: number };

export interface ProgressOptions {
  /** How far each part goes, where that is known. */
  readonly totals?: ReadonlyMap<string, number | null>;
  /** How many parts there are, where that is known. */
  readonly parts?: number;
  /** Whether the time so far, and about how much is left, is shown with the count of parts. */
  readonly hasClock?: boolean;
  readonly screen?: Screen;
}

const ROWS = 24;
const COLUMNS = 80;
/** The lengths of bars, and what stands beside one: a name and two numbers. */
const [LEAST_BAR, MOST_BAR, BESIDE_BAR] = [8, 40, 44];
/** Rows besides the bars: the line that counts, the line below that is cleared, and one to spare. */
const SPARE_ROWS = 3;
/** Longer names are cut. */
const NAME = 30;

/**
 * On a terminal, shows a count of the parts that are done, and a bar for each one in progress, with its total if it has one, as far as
 * there are rows. Elsewhere, prints a line for each part that is done.
 */
export function progress(console: Console, options: ProgressOptions): Progress {
  if (!console.isTerminal) {
    return {
      update: () => undefined,
      finish: (name, summary) => console.err(`${name}: ${summary}`),
      above: (print) => print(),
      stop: () => undefined,
    };
  }
  return onTerminal(options);
}

/** The same, but nothing elsewhere than on a terminal. */
export function quietProgress(console: Console, options: ProgressOptions): Progress {
  return progress(console.isTerminal ? console : { ...console, err: () => undefined }, options);
}

function onTerminal({ screen = process.stderr, totals = new Map(), parts, hasClock }: ProgressOptions): Progress {
  const clock = hasClock ? new Clock(totals) : '';
  let [bars, counter]: [MultiBar | null, SingleBar | null] = [null, null];
  let [finished, remark] = [0, ''];
  const shown = new Map<string, SingleBar>();
  const hasRoom = (): boolean => shown.size < (screen.rows ?? ROWS) - SPARE_ROWS;
  const opened = (): MultiBar => {
    if (bars) return bars;
    // A bar that moves up is drawn again although its text is the same.
    const barsize = Math.max(LEAST_BAR, Math.min(MOST_BAR, (screen.columns ?? COLUMNS) - BESIDE_BAR));
    const options = { stream: screen, hideCursor: true, clearOnComplete: true, forceRedraw: true, barsize };
    bars = new MultiBar(options, Presets.shades_classic);
    // The process may be ended at once; the terminal has its cursor back then.
    process.once('exit', clear);
    if (parts !== undefined) count();
    return bars;
  };
  const count = (): void => {
    const format = parts === undefined ? '{value} done{clock}{note}' : `{value} of ${parts} done{clock}{note}`;
    counter ??= opened().create(0, finished, {}, { format });
    counter.update(finished, { note: remark, clock: String(clock) });
  };
  const show = (name: string): SingleBar => {
    const total = totals.get(name) ?? null;
    const [format, width] =
      total === null ? ['{name} {value} instances{note}', NAME] : ['{name} {bar} {value}/{total}', 20];
    const bar = opened().create(total ?? 0, 0, { name: cut(name).padEnd(width), note: '' }, { format });
    shown.set(name, bar);
    return bar;
  };
  const clear = (): void => {
    process.off('exit', clear);
    bars?.stop();
    [bars, counter] = [null, null];
    shown.clear();
  };
  return {
    update: (name, done, note = '') => {
      const bar = shown.get(name) ?? (hasRoom() ? show(name) : null);
      bar?.update(done, { note });
      if (!clock) return;
      clock.reached(name, done);
      count();
    },
    finish: (name, _, note = '') => {
      const bar = shown.get(name);
      if (bar) bars?.remove(bar);
      shown.delete(name);
      if (clock) clock.reached(name);
      [finished, remark] = [finished + 1, note];
      count();
    },
    above: (print) => {
      clear();
      print();
    },
    stop: clear,
  };
}

function cut(name: string): string {
  return name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
}
