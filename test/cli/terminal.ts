import { PassThrough } from 'node:stream';
import type { Screen } from '../../src/cli/progress.ts';

export interface Terminal {
  readonly screen: Screen;
  /** The lines that it shows. */
  readonly lines: () => readonly string[];
  /** How far below its first line the cursor came. */
  readonly lowest: () => number;
  readonly hasCursor: () => boolean;
  readonly write: (text: string) => void;
}

/** A terminal of so many lines, as far as progress bars need one. */
export function terminal(rows: number): Terminal {
  let [row, column, lowest, hasCursor] = [0, 0, 0, true];
  const lines: string[] = [''];
  const line = (): string => lines[row] ?? '';
  const moveTo = (to: number): void => {
    row = to;
    lowest = Math.max(lowest, row);
    while (lines.length <= row) lines.push('');
  };
  const controls: Record<string, (by: string) => void> = {
    '\n': () => {
      moveTo(row + 1);
      column = 0;
    },
    A: (by) => moveTo(row - Number(by)),
    B: (by) => moveTo(row + Number(by)),
    G: (to) => {
      column = Number(to) - 1;
    },
    K: (what) => {
      lines[row] = what === '0' ? line().slice(0, column) : '';
    },
    J: () => {
      lines[row] = line().slice(0, column);
      lines.splice(row + 1);
    },
    h: (mode) => {
      if (mode === '?25') hasCursor = true;
    },
    l: (mode) => {
      if (mode === '?25') hasCursor = false;
    },
  };
  const write = (text: string): void => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal is told by them what to do
    for (const [plain, by = '', what = plain] of text.matchAll(/\x1b\[([?\d]*)([A-Za-z])|\n|[^\x1b\n]+/g)) {
      const control = controls[what];
      if (control && (what === '\n' || plain.startsWith('\x1b'))) control(by);
      else {
        lines[row] = line().slice(0, column).padEnd(column) + plain + line().slice(column + plain.length);
        column += plain.length;
      }
    }
  };
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows });
  screen.on('data', (chunk: Buffer) => write(String(chunk)));
  return { screen, write, lines: () => lines, lowest: () => lowest, hasCursor: () => hasCursor };
}
