import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/conform/slips/slips.ts';

const times = (count: number, ids: string[]): string[][] => Array.from({ length: count }, () => ids);
const counts = (found: string[][]) => diagnose(found).map(({ slip, explained }) => [slip, explained]);

describe('the slips of wrong answers', () => {
  it('are the fewest that explain them, the one that explains most first', () => {
    const found = [...times(5, ['naive-powers']), ...times(9, ['log-base-2', 'naive-powers']), ...times(3, ['sign'])];
    expect(counts(found)).toEqual([
      ['naive-powers', 14],
      ['sign', 3],
    ]);
  });

  it('are named in the order of the list where they explain the same', () => {
    expect(counts(times(4, ['naive-powers', 'n-plus-one', 'log-base-2']))).toEqual([['log-base-2', 4]]);
  });

  it('explain more than one answer in fifty, and more than one', () => {
    expect(counts(times(1, ['sign']))).toEqual([['sign', 1]]);
    expect(counts([...times(1, ['sign']), ...times(1, [])])).toEqual([]);
    expect(counts([...times(3, ['sign']), ...times(197, [])])).toEqual([]);
    expect(counts([...times(4, ['sign']), ...times(196, [])])).toEqual([['sign', 4]]);
    expect(counts([])).toEqual([]);
  });
});
