import { Rational } from '../src/arithmetic/rational.ts';
import { rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { FinitePolicy } from '../src/policy/finite-policy.ts';
import { BestOfN } from '../src/theory/best-of-n.ts';
import { winRateBound, winRateByTrapezoids } from '../src/theory/win-rate.ts';
import { enumeration, inDecimals, rationals } from './second-ways.ts';

export const claim = defineClaim({
  id: 'win-rate',
  title: 'The win rate is at most n/(n+1)',
  statement: 'W = Σ π_i (F_{i−1} + F_i)/2 ≤ n/(n+1)',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 5.3',
  hypotheses: 'finite policy, integer n ≥ 1; ties with the reference count one half',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  relations: (q) => [atMost('W', q.winRate, 'n/(n+1)', q.winRateBound)],
  *secondWays(q) {
    yield rationals('n/(n+1) = 1 − 1/(n+1)', winRateBound(q.n), Rational.ONE.sub(Rational.of(1, q.n + 1)));
    yield* inDecimals('W by trapezoids', q, q.winRate, winRateByTrapezoids);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'W and W by enumeration', one: q.winRate, other: rationalReal(drawn.winRate) };
    const { outcomes, ranks, atoms } = q.policy;
    // How ties are broken must not matter.
    if (atoms.length < outcomes.length) {
      const ordered = new BestOfN(FinitePolicy.fromRanked(outcomes, ranks, { ties: 'order' }), q.n);
      yield { name: 'W and W when the listed order breaks ties', one: q.winRate, other: ordered.winRate };
    }
  },
});
