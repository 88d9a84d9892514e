import { Rational } from '../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { BestOfN } from '../src/theory/best-of-n.ts';
import { winRateByTrapezoids } from '../src/theory/win-rate.ts';
import { enclosedOnly, placeOf, someAtoms } from './atoms.ts';
import { enumeration, inDecimals } from './second-ways.ts';

export const claim = defineClaim({
  id: 'win-rate-monotone',
  title: 'Further draws win more',
  statement: 'W is nondecreasing in n',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; compared with n + 1 and 2n',
  expected: 'holds',
  proof: { theorems: ['win_rate_monotone', 'level_policy', 'win_rate_ties_levels'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  *relations(q) {
    for (const m of new Set([q.n + 1, 2 * q.n])) {
      yield atMost('W', enclosedOnly(q.winRate), `W of ${m}`, enclosedOnly(q.at(m).winRate));
    }
  },
  *secondWays(q) {
    const more = new BestOfN(q.policy.byLevel(), q.n + 1);
    yield* inDecimals('W of n + 1 by trapezoids', more, q.at(q.n + 1).winRate, winRateByTrapezoids);
    const drawn = enumeration(more);
    if (drawn) yield { name: 'W of n + 1 by enumeration', one: more.winRate, other: rationalReal(drawn.winRate) };
  },
  derivation: steps,
});

function* steps(q: BestOfN): Generator<Step> {
  const levels = new BestOfN(q.policy.byLevel(), q.n);
  const trapezoids = levels.quantity('trapezoids', (law) => law.field.lift(winRateByTrapezoids(law)));
  yield { name: 'W = 1 − Σ p_i (F_i^n + F_{i−1}^n)/2', relation: equal('W', q.winRate, '1 − Σ', trapezoids) };
  for (const i of someAtoms(levels)) {
    const { upTo } = placeOf(levels, i);
    const power = (n: number): Real =>
      levels.quantity(`F^${n} ${i}`, ({ field }) => field.lift(field.pow(field.rational(upTo), n)));
    const falls = difference(power(levels.n), power(levels.n + 1));
    if (upTo.num === upTo.den) continue;
    yield { name: 'F_i^(n+1) ≤ F_i^n', relation: atMost('0', rationalReal(Rational.ZERO), 'F^n − F^(n+1)', falls) };
  }
}
