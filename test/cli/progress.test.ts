import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progress, type Screen } from '../../src/cli/console.ts';
import { capturing } from './bonafide.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A terminal of so many lines, and how far below its first line the cursor came. */
function terminal(rows: number): { screen: Screen; lowest: () => number; text: () => string } {
  let [row, lowest, text] = [0, 0, ''];
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows });
  screen.on('data', (chunk: Buffer) => {
    text += chunk;
    for (const [move, up, by] of String(chunk).matchAll(/\n|\[(?:(\d+)A|(\d+)B)/g)) {
      row += move === '\n' ? 1 : Number(by ?? 0) - Number(up ?? 0);
      lowest = Math.max(lowest, row);
    }
  });
  return { screen, lowest: () => lowest, text: () => text };
}

describe('progress on a terminal', () => {
  it.each([6, 12, 24])('keeps within its %i lines, however many claims there are', (rows) => {
    const { screen, lowest, text } = terminal(rows);
    const names = Array.from({ length: 66 }, (_, i) => `claim-${i}`);
    const bars = progress(
      { ...capturing().console, isTerminal: true },
      new Map(names.map((name) => [name, 10])),
      screen,
    );
    for (const done of [1, 5]) {
      for (const name of names) bars.update(name, done);
      vi.advanceTimersByTime(1000);
    }
    for (const name of names) {
      bars.finish(name, 'done');
      vi.advanceTimersByTime(200);
    }
    bars.stop();
    expect(lowest()).toBeLessThan(rows);
    expect(text()).toContain('claim-0');
    expect(text()).toContain('66 done');
  });
});
