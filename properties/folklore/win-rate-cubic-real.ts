import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { winRateCubicBound } from '../../src/quantities/win-rate.ts';

export const claim = defineClaim({
  id: 'win-rate-cubic-real',
  title: 'The cubic bound of the win rate between n = 1 and n = 2',
  statement: 'n/(n+1) − W ≤ n(n−1)/12 · Σ p_i³ for n between 1 and 2',
  source: 'a theorem of this project about integers n, extended; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, real n ∈ [9/8, 15/8]; p_i are the masses of levels where rewards tie',
  expected: 'fails',
  domain: { atoms: 2, draws: 9 / 8, maxDraws: 15 / 8, realDraws: true },
  shares: { 'best-rare': 0.1, 'best-critical': 0.1 },
  cost: 'high',
  extensions: { 'one-draw': 'holds' },
  relations(q) {
    const bound = winRateCubicBound(q.policy.byLevel(), q.draws);
    return [atMost('n/(n+1) − W', difference(q.winRateBound, q.winRate), 'n(n−1)/12 Σ p³', rationalReal(bound))];
  },
});
