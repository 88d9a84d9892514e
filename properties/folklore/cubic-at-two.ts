import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import type { Instance } from '../../src/claims/instance.ts';
import { powerSum } from '../../src/quantities/renyi.ts';

/** Far above n(n−1)²/24 = 1/12, the constant of the cubic bound for n ≥ 3. No constant works at n = 2. */
const CONSTANT = Rational.of(10);

const LIGHT = 1000;

/** A heavier outcome below very many light ones, at n = 2 unless `change` says otherwise. */
function bottomHeavy(change: Partial<Instance>): Instance {
  const weights = [20n, ...Array.from({ length: 2 * LIGHT }, () => 1n)];
  return { weights, ranks: weights.map((_, index) => index), n: 2, ...change };
}

const TIED = { ranks: bottomHeavy({}).ranks.map((rank) => Math.min(rank, 2 * LIGHT - 1)) };

export const claim = defineClaim({
  id: 'cubic-at-two',
  title: 'A cubic bound of the gap at n = 2',
  statement: 'log 2 − 1/2 − KL(π‖p) ≤ 10 Σ p_i³ at n = 2',
  source: 'a theorem of this project about n ≥ 3, extended; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, n = 2; p_i are the masses of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['no_cubic_bound_at_two'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2, maxDraws: 2, bottomHeavy: true },
  shares: { 'best-rare': 0.1, 'best-critical': 0.1, 'collisions-rare': 0.05, 'collisions-critical': 0.1 },
  cost: 'medium',
  extensions: {
    // These counterexamples need hundreds of outcomes. The generator has no such policies with ties or real n.
    'random-ties': { witness: bottomHeavy(TIED) },
    'ordered-ties': { witness: bottomHeavy({ ...TIED, ties: 'order' }) },
    'real-draws': { witness: bottomHeavy({ n: 1.875 }) },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations: (q) => [atMost('gap', q.gap, '10 Σ p³', rationalReal(CONSTANT.mul(powerSum(q.policy, 3))))],
});
