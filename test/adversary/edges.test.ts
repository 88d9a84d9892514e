import { describe, expect, it } from 'vitest';
import { assess } from '../../src/run/assess.ts';
import { extentOf } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { EDGES } from './edges.ts';

/** The canonical extents, but for the random instances: the catalogue's runs look at many more. */
const RUNS = 2000;

describe('a claim that is false at one place only is refuted, at the least such place', () => {
  it.each(EDGES.map(({ claim, least }) => ({ id: claim.id, claim, least })))('$id', ({ claim, least }) => {
    const run = runClaim(claim, { ...extentOf(claim, 'canonical'), runs: RUNS, seed: 20240119, cells: 0, climbs: 0 });
    expect(run.refutedBy).not.toEqual([]);
    expect(run.counterexample?.instance).toMatchObject(least);
    expect(assess(claim, run).status).toBe('ok');
  });

  it('and where it should hold, the run says that it does not', () => {
    for (const { claim } of EDGES.slice(0, 3)) {
      const theorem = { ...claim, expected: 'holds' as const };
      const run = runClaim(theorem, { ...extentOf(claim, 'canonical'), runs: 500, seed: 1, cells: 0, climbs: 0 });
      expect(assess(theorem, run).status).toBe('failed');
    }
  });
});
