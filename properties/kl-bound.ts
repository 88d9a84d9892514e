import { exactReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { kl } from '../src/theory/kl.ts';
import { byTheGap, enumeration, formulaAgain, inDecimals } from './second-ways.ts';

/** The evidence is the direct sum for KL; the gap form contains the theorem and serves as second way only. */
export const claim = defineClaim({
  id: 'kl-bound',
  title: 'The formula is an upper bound',
  statement: 'KL(π‖p) ≤ log n − (n−1)/n',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 3.1',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  relations: (q) => [atMost('KL', q.kl, 'log n − (n−1)/n', q.formula)],
  *secondWays(q) {
    yield { name: 'the formula, terms in another order', one: q.formula, other: formulaAgain(q.n) };
    yield { name: 'gap and sum of local gaps', one: q.gap, other: q.gapByParts };
    yield* inDecimals('KL', q, q.kl, kl);
    yield* byTheGap(q);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'KL and KL by enumeration', one: q.kl, other: exactReal(drawn.kl) };
  },
});
