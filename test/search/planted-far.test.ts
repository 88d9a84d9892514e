/** Falsehoods at the ends of what a canonical run reaches: each must be found by it, and as the smallest instance. */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { assess } from '../../src/run/assess.ts';
import { extentOf } from '../../src/search/budget.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { limited, none } from './planted.ts';

const weightsOf = ({ policy }: BestOfN): string => policy.weights.join();
const isSum = ([first, second, third, fourth]: readonly bigint[]): boolean =>
  fourth === undefined && third !== undefined && first === (second as bigint) + third;

const TWO = { atoms: 2, draws: 2 };

const PLANTED: readonly (readonly [Claim, ClaimRun['refutedBy'][number], object])[] = [
  [limited('n-at-most-1000', ({ n }) => n, 1000), 'far', { weights: ['1'], n: 1001 }],
  [
    none('not-both-many', ({ policy, n }) => policy.atoms.length >= 51 && n >= 4),
    'far',
    { weights: Array(51).fill('1'), n: 4 },
  ],
  [
    none('not-one-seven-two', (q) => weightsOf(q) === '1,7,2' && q.n === 5),
    'exhaustive',
    { weights: ['1', '7', '2'], n: 5 },
  ],
  [none('no-sum', ({ policy }) => isSum(policy.weights), TWO), 'exhaustive', { weights: ['2', '1', '1'], n: 2 }],
  [
    none('not-one-level', ({ policy }) => policy.hasTies && policy.atoms.length === 1),
    'far',
    { weights: ['1', '1'], ranks: [0, 0], n: 1 },
  ],
  [limited('n-below-a-million', ({ n }) => n, 10 ** 6 - 1), 'far', { weights: ['1'], n: 10 ** 6 }],
];

describe('a canonical run finds the falsehood', () => {
  it.each(PLANTED.map(([claim, by, smallest]) => ({ id: claim.id, claim, by, smallest })))(
    '$id',
    ({ claim, by, smallest }) => {
      const run = runClaim(claim, { ...extentOf(claim, 'canonical'), runs: 2000, climbs: 0, cells: 0, seed: 20240119 });
      expect(run.refutedBy).toContain(by);
      expect(run.counterexample?.instance).toEqual(smallest);
      expect(assess({ ...claim, expected: 'fails' }, run).reasons).not.toContainEqual(
        expect.stringContaining('known to be'),
      );
    },
  );
});

describe('the reach of a run', () => {
  it('is that of the instances on which it decided the claim', () => {
    let [draws, atoms] = [0, 0];
    const claim = limited(
      'remembering',
      ({ n, policy }) => {
        draws = Math.max(draws, n);
        atoms = Math.max(atoms, policy.atoms.length);
        return 0;
      },
      1,
    );
    const far = { draws: 30, manyAtoms: 6, maxAtoms: 4000 };
    const { reach } = runClaim(claim, { runs: 30, seed: 1, exhaustive: 4, grid: 2, far });
    expect(reach).toMatchObject({ draws, atoms });
    expect(draws).toBeGreaterThan(10 ** 6);
    expect(atoms).toBeGreaterThan(50);
    expect(runClaim(claim, { runs: 300, seed: 1 }).reach?.draws).toBeLessThanOrEqual(1000);
    expect(runClaim(claim, { runs: 0, seed: 1 }).reach).toBeNull();
  });

  it('ends where the claim says so', () => {
    const claim = { ...limited('near', () => 0, 1), reach: { draws: 5000, atoms: 100 } };
    const { reach } = runClaim(claim, { runs: 0, seed: 1, far: { draws: 40, manyAtoms: 20, maxAtoms: 4000 } });
    expect(reach?.draws).toBeLessThanOrEqual(5000);
    expect(reach?.atoms).toBeLessThanOrEqual(100);
    expect(reach?.draws).toBeGreaterThan(1000);
  });
});
