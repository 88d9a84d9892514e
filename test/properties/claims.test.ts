import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import type { Regime } from '../../src/claims/regimes.ts';
import { assess } from '../../src/run/assess.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { MAX_TRIVIAL_SHARE } from '../../src/search/statistics.ts';

/** The budget under which every claim runs with the tests: the same definition and the same runner as `verify`. */
const BUDGET = { runs: 100, seed: 20240119 };

describe.each(catalogue)('$id: $statement', (claim) => {
  const run = runClaim(claim, BUDGET);

  it('behaves as expected', () => {
    expect(assess(claim, run)).toEqual({ status: 'ok', reasons: [], shortfalls: [] });
  });

  it('is decided on every instance', () => {
    expect(run).toMatchObject({ instances: BUDGET.runs, complete: true, firstUndecided: null, disagreement: null });
    expect(run.outcomes.undecided).toBe(0);
    const { exact, doubleDouble, intervals } = run.decidedBy;
    const byIntervals = Object.values(intervals).reduce((sum, count) => sum + count, 0);
    expect(exact + doubleDouble + byIntervals).toBe(BUDGET.runs);
    if (claim.expected === 'fails') expect(run.outcomes.refuted).toBeGreaterThan(0);
    else expect(run.outcomes.holds).toBe(BUDGET.runs);
  });

  it('meets every regime in its share', () => {
    for (const [regime, share] of Object.entries(claim.shares)) {
      expect(run.regimes[regime as Regime] ?? 0, regime).toBeGreaterThanOrEqual(share * BUDGET.runs);
    }
    expect(run.trivial).toBeLessThanOrEqual(MAX_TRIVIAL_SHARE * BUDGET.runs);
  });

  it('shows no margin below 0, and a counterexample of what is false', () => {
    expect(run.smallestMargin?.lo ?? '0').not.toMatch(/^-/);
    expect(run.counterexample !== null).toBe(claim.expected === 'fails');
  });
});
