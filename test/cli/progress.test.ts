import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ProgressOptions, progress, quietProgress } from '../../src/cli/progress.ts';
import { searchProgress } from '../../src/cli/search-progress.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { answerOf } from '../../src/judge/answer.ts';
import type { Answer } from '../../src/report/answer.ts';
import { capturing } from './bonafide.ts';
import { terminal } from './terminal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { console } = capturing();
const onTerminal = { ...console, isTerminal: true };

function answer(id: string, outcome: Answer['outcome']): Answer {
  const conjecture = conjectureOf({ id, text: 'KL <= H', for: null, selection: 'best-of-n' });
  return { ...answerOf(conjecture, 'holds', null), outcome };
}

describe('progress on a terminal', () => {
  it.each([6, 12, 24])('keeps within its %i lines, however many claims there are', (rows) => {
    const { screen, lowest, lines } = terminal(rows);
    const names = Array.from({ length: 66 }, (_, i) => `claim-${i}`);
    const totals = new Map(names.map((name) => [name, 10]));
    const bars = progress(onTerminal, { totals, parts: 66, screen });
    for (const done of [1, 5]) {
      for (const name of names) bars.update(name, done);
      vi.advanceTimersByTime(1000);
    }
    expect(lines().slice(0, 2)).toEqual(['0 of 66 done', expect.stringMatching(/^claim-0 .* 5\/10$/)]);
    for (const name of names) {
      bars.finish(name, 'done');
      vi.advanceTimersByTime(200);
    }
    expect(lines()).toContain('66 of 66 done');
    bars.stop();
    expect(lowest()).toBeLessThan(rows);
  });

  it('leaves nothing of a bar that is done, nor of any at the end', () => {
    const { screen, lines, hasCursor } = terminal(24);
    const bars = progress(onTerminal, { parts: 3, screen });
    for (const name of ['a', 'b', 'c'.repeat(40)]) bars.update(name, 7, ', more');
    vi.advanceTimersByTime(200);
    const named = (name: string): string => `${name.padEnd(30)} 7 instances, more`;
    expect(lines()).toEqual(['0 of 3 done', named('a'), named('b'), named(`${'c'.repeat(29)}…`)]);
    expect(hasCursor()).toBe(false);
    bars.finish('a', 'done', ', well');
    vi.advanceTimersByTime(200);
    expect(lines().filter((line) => line !== '')).toEqual([
      '1 of 3 done, well',
      named('b'),
      named(`${'c'.repeat(29)}…`),
    ]);
    bars.stop();
    expect([lines(), hasCursor()]).toEqual([[''], true]);
  });

  it('gives the cursor back where the process ends at once', () => {
    const before = process.listeners('exit');
    const { screen, lines, hasCursor } = terminal(24);
    progress(onTerminal, { screen }).update('a', 1);
    vi.advanceTimersByTime(200);
    for (const leave of process.listeners('exit')) if (!before.includes(leave)) leave.call(process, 3);
    expect([lines(), hasCursor()]).toEqual([[''], true]);
    expect(process.listeners('exit')).toEqual(before);
  });

  it('goes on below what is printed', () => {
    const { screen, lines, write } = terminal(24);
    const bars = progress(onTerminal, { parts: 2, screen });
    for (const name of ['a', 'b']) bars.update(name, 1);
    vi.advanceTimersByTime(200);
    bars.finish('a', 'done');
    bars.above(() => write('the answer\n'));
    bars.update('b', 2);
    vi.advanceTimersByTime(200);
    expect(lines()).toEqual(['the answer', '1 of 2 done', `${'b'.padEnd(30)} 2 instances`]);
    bars.stop();
    expect(lines()).toEqual(['the answer', '']);
  });
});

it('tells how long it has taken, and about how long it will still take', () => {
  const { screen, lines } = terminal(24);
  const totals = new Map([
    ['a', 100],
    ['b', 300],
  ]);
  const bars = progress(onTerminal, { totals, parts: 2, hasClock: true, screen });
  bars.update('a', 1);
  vi.advanceTimersByTime(1000);
  expect(lines()[0]).toBe('0 of 2 done, 0:00 so far');
  vi.advanceTimersByTime(59_000);
  bars.finish('a', 'done');
  bars.update('b', 50);
  vi.advanceTimersByTime(200);
  expect(lines()[0]).toBe('1 of 2 done, 1:00 so far, about 1:40 to go');
  bars.stop();
});

it('progress of searches counts instances and answers, and names what is refuted', () => {
  const { screen, lines } = terminal(24);
  const bars = searchProgress(onTerminal, 3, screen);
  bars.looked('bound', 2000);
  bars.answered(answer('win', 'refuted'));
  bars.answered(answer('top', 'not refuted'));
  bars.searched('bound', 25, 500);
  bars.looked('bound', 2030);
  vi.advanceTimersByTime(200);
  expect(lines()).toEqual(['2 of 3 done, refuted: win', `${'bound'.padEnd(30)} 2030 instances, adversarial 25 of 500`]);
  bars.stop();
});

it('elsewhere a line tells of each part that is done, or nothing does', () => {
  const { console: plain, finished } = capturing();
  const { screen, lines } = terminal(24);
  const run = (of: typeof progress, options: ProgressOptions): void => {
    const bars = of(plain, { ...options, screen });
    bars.update('a', 1);
    bars.finish('a', 'refuted');
    bars.above(() => plain.out('the answer'));
    bars.stop();
  };
  run(progress, {});
  run(quietProgress, { parts: 1 });
  expect(finished(0)).toMatchObject({ err: 'a: refuted\n', out: 'the answer\nthe answer\n' });
  expect(lines()).toEqual(['']);
});
