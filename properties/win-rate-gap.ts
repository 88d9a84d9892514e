import { Rational } from '../src/arithmetic/rational.ts';
import { difference, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { BestOfN } from '../src/theory/best-of-n.ts';
import { winRate, winRateGapBound } from '../src/theory/win-rate.ts';
import { collisionProbability, inDecimals, rationals } from './second-ways.ts';

export const claim = defineClaim({
  id: 'win-rate-gap',
  title: 'The win rate is near n/(n+1) where collisions are rare',
  statement: 'n/(n+1) − W ≤ (n−1)/2 · Σ p_i²',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 5.4',
  hypotheses: 'finite policy, integer n ≥ 1; p_i are the masses of levels where rewards tie, however ties are broken',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  relations: (q) => [
    atMost(
      'n/(n+1) − W',
      difference(q.winRateBound, q.winRate),
      '(n−1)/2 Σ p²',
      rationalReal(winRateGapBound(q.policy.byLevel(), q.n)),
    ),
  ],
  *secondWays(q) {
    const collisions = collisionProbability(new BestOfN(q.policy.byLevel(), q.n));
    const squares = collisions.mul(Rational.of(q.n)).sub(collisions).div(Rational.of(2));
    yield rationals('(n−1)/2 Σ p², mass by mass', winRateGapBound(q.policy.byLevel(), q.n), squares);
    yield* inDecimals('W', q, q.winRate, winRate);
  },
});
