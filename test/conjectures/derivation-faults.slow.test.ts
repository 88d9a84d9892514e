import { describe, expect, it } from 'vitest';
import { Checker, DERIVATIONS, derivationOf, FAULTS } from '../../bench/derivations/faults.ts';
import { searchOnly } from '../../src/search/budget.ts';

describe('the 100 planted faults', () => {
  it.each(DERIVATIONS)('%s: each is named at its own link, and without one no link is', (file) => {
    const checker = new Checker({ ...searchOnly(40), exhaustive: 4 });
    expect(checker.firstBroken(derivationOf(file))).toBeNull();
    const faults = FAULTS.filter(({ derivation }) => derivation === file);
    const named = faults.map((fault) => checker.firstBroken(derivationOf(file, fault)));
    expect([faults.length, named]).toEqual([5, faults.map(({ link }) => link)]);
  });
});
