import type { Claim, Domain } from '../../src/claims/claim.ts';
import type { InstanceJson } from '../../src/claims/instance-schema.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { limited } from '../search/planted.ts';

/** A claim that is false at one edge of its domain only, and what the run must come to. */
export interface Edge {
  readonly claim: Claim;
  /** The least instance that refutes it. */
  readonly least: Partial<InstanceJson>;
}

function falseIf(id: string, domain: Domain, isFalse: (q: BestOfN) => boolean): Claim {
  return limited(id, (q) => (isFalse(q) ? 1 : 0), 0, domain);
}

const totalOf = ({ policy }: BestOfN): number => Number(policy.total);

export const EDGES: readonly Edge[] = [
  {
    claim: falseIf('least-draws', { atoms: 2, draws: 7 }, ({ n }) => n === 7),
    least: { weights: ['1', '1'], n: 7 },
  },
  {
    claim: falseIf('most-draws', { atoms: 2, draws: 2, maxDraws: 60 }, ({ n }) => n === 60),
    least: { weights: ['1', '1'], n: 60 },
  },
  {
    claim: falseIf('one-number-of-draws', { atoms: 2, draws: 5000, maxDraws: 5000 }, () => true),
    least: { weights: ['1', '1'], n: 5000 },
  },
  {
    claim: falseIf('least-atoms', { atoms: 40, draws: 2 }, ({ policy }) => policy.atoms.length === 40),
    least: { weights: Array(40).fill('1'), n: 2 },
  },
  {
    claim: falseIf('one-draw', { atoms: 1, draws: 1 }, ({ n, policy }) => n === 1 && policy.atoms.length > 1),
    least: { weights: ['1', '1'], n: 1 },
  },
  {
    claim: falseIf('one-atom', { atoms: 1, draws: 1 }, ({ policy }) => policy.weights.length === 1),
    least: { weights: ['1'], n: 1 },
  },
  {
    claim: falseIf('one-place', { atoms: 2, draws: 2 }, (q) => q.n === 5 && q.policy.weights.join() === '1,7,2'),
    least: { weights: ['1', '7', '2'], n: 5 },
  },
  {
    claim: falseIf('two-totals', { atoms: 2, draws: 2 }, (q) => q.n === 3 && [4, 7].includes(totalOf(q))),
    least: { weights: ['1', '3'], n: 3 },
  },
  {
    claim: falseIf('real-n-below-two', { atoms: 2, draws: 1, realDraws: true }, ({ n }) => n > 1 && n < 2),
    least: { weights: ['1', '1'], n: 1.125 },
  },
  {
    claim: falseIf('many-draws', { atoms: 2, draws: 2 }, ({ n }) => n > 10 ** 7),
    least: { weights: ['1', '1'] },
  },
  {
    claim: falseIf('many-atoms', { atoms: 2, draws: 2 }, ({ policy }) => policy.atoms.length > 1000),
    least: {},
  },
  {
    claim: falseIf('ties-only', { atoms: 1, draws: 2, ties: true }, ({ policy }) => policy.atoms.length === 2),
    least: { weights: ['1', '1', '1'], n: 2 },
  },
];
