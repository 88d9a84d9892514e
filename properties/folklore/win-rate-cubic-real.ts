import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, over, plus, times } from '../../src/claims/expression/expression.ts';
import { LEVEL_CUBES, WIN_RATE } from '../../src/claims/expression/symbols.ts';

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
  states: [isAtMost(minus(over(n, plus(n, 1)), WIN_RATE), times(over(times(n, minus(n, 1)), 12), LEVEL_CUBES))],
});
