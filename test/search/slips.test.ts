import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, sum } from '../../src/arithmetic/real.ts';
import { equal } from '../../src/claims/claim.ts';
import { assess } from '../../src/run/assess.ts';
import { extentOf, searchOnly } from '../../src/search/budget.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { ANY, madeUp, truth } from './planted.ts';

/** The canonical run enumerates every policy up to this total weight and number of draws, so nothing up to there depends on chance. */
const REACH = extentOf(truth, 'canonical').exhaustive;

const EXTENT = { ...searchOnly(10), exhaustive: REACH };
const somewhere = fc.record({
  atoms: fc.integer({ min: 1, max: REACH }),
  draws: fc.integer({ min: 1, max: REACH }),
  /** The slip is of 2^−bits. */
  bits: fc.integer({ min: 1, max: 300 }),
  seed: fc.nat(),
});

type Slip = typeof somewhere extends fc.Arbitrary<infer T> ? T : never;

/** The equality of the win rate to itself, with a slip in one of the sides at one number of atoms and one of draws. */
function withSlip({ atoms, draws, bits, seed }: Slip): { run: ClaimRun; status: string } {
  const claim = madeUp({
    id: 'slip',
    expected: 'holds',
    domain: { ...ANY, exactForms: true },
    relations: (q) => {
      const isThere = q.policy.weights.length === atoms && q.n === draws;
      const slip = rationalReal(isThere ? Rational.of(1, 2n ** BigInt(bits)) : Rational.of(0));
      return [equal('W', q.winRate, 'W by another way', sum(q.winRate, slip))];
    },
  });
  const run = runClaim(claim, { ...EXTENT, seed });
  return { run, status: assess(claim, run).status };
}

it('a slip at one number of atoms and one of draws, however small, is found, and shown on the least such policy', () => {
  fc.assert(
    fc.property(somewhere, (slip) => {
      const { run, status } = withSlip(slip);
      expect(status).toBe('failed');
      expect(run.counterexample?.instance).toEqual({ weights: Array(slip.atoms).fill('1'), n: slip.draws });
    }),
    { seed: 20240119, numRuns: 25 },
  );
});

it('and where there is none, nothing is found', () => {
  fc.assert(
    fc.property(somewhere, (slip) => {
      const { run, status } = withSlip({ ...slip, atoms: 0 });
      expect([status, run.counterexample]).toEqual(['ok', null]);
    }),
    { seed: 20240119, numRuns: 3 },
  );
});
