import { rationalReal } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { ratioOnTop } from '../shared/top.ts';

/** In short runs, collisions are never rare here. */
const { 'collisions-rare': _, ...SHARES } = COMMON_SHARES;

export const claim = defineClaim({
  id: 'density-at-top',
  title: 'The density of best-of-n at an outcome',
  statement: 'π_i/p_i = n F_i^(n−1); checked at the best outcome, where it says π_K/p_K = n',
  source: 'the density without atoms, used for outcomes in derivations; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 1, draws: 2 },
  shares: SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds' },
  relations: (q) => [equal('π_K/p_K', ratioOnTop(q), 'n', rationalReal(q.draws))],
});
