import { describe, expect, it } from 'vitest';
import type { Known } from '../../src/known/known.ts';
import { knownText } from '../../src/report/known-text.ts';

const KNOWN: Known = {
  ...{ claim: 'sharp-cubic', states: 'gap ≤ n(n−1)²/24 Σ p³', how: 'same', instances: 260, where: null },
  ...{ status: 'proved', theorems: ['gap_le_cubic_weighted'], section: null },
};

describe('a known claim in a line', () => {
  it.each<[Partial<Known>, string]>([
    [{}, 'known: sharp-cubic (proved): the same on 260 instances'],
    [{ section: 'docs/x.md#y' }, 'known: sharp-cubic (proved): the same on 260 instances; docs/x.md#y'],
    [{ where: 'n ≥ 3' }, 'known: sharp-cubic (proved): the same on 260 instances with n ≥ 3'],
    [{ how: 'implied by' }, 'known: sharp-cubic (proved): gap ≤ n(n−1)²/24 Σ p³ implies it on 260 instances'],
    [{ how: 'implies' }, 'known: sharp-cubic (proved): it implies gap ≤ n(n−1)²/24 Σ p³ on 260 instances'],
    [
      { how: 'refuted with', status: 'refuted' },
      'known: sharp-cubic (refuted): the same on 260 instances, and refuted by this counterexample too',
    ],
  ])('%o', (given, line) => {
    expect(knownText({ ...KNOWN, ...given })).toBe(line);
  });
});
