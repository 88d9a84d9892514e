import { Rational } from '../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { BestOfN } from '../src/theory/best-of-n.ts';
import type { Law } from '../src/theory/law.ts';
import { winRateByTrapezoids } from '../src/theory/win-rate.ts';
import { enclosedOnly, moreDraws, placeOf, someAtoms } from './atoms.ts';
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
    for (const m of moreDraws(q)) {
      yield atMost('W', enclosedOnly(q.winRate), `W of ${m}`, enclosedOnly(q.at(m).winRate));
    }
  },
  *secondWays(q) {
    const more = new BestOfN(q.policy.byLevel(), q.draws.add(Rational.ONE));
    yield* inDecimals('W of n + 1 by trapezoids', more, q.at(more.draws).winRate, winRateByTrapezoids);
    const drawn = enumeration(more);
    if (drawn) yield { name: 'W of n + 1 by enumeration', one: more.winRate, other: rationalReal(drawn.winRate) };
  },
  derivation: steps,
});

function* steps(q: BestOfN): Generator<Step> {
  const levels = new BestOfN(q.policy.byLevel(), q.draws);
  const trapezoids = levels.quantity('1 − Σ p (F^n + F^n)/2', trapezoidsOf);
  yield { name: 'W = 1 − Σ p_i (F_i^n + F_{i−1}^n)/2', relation: equal('W', q.winRate, '1 − Σ', trapezoids) };
  for (const i of someAtoms(levels)) {
    const { upTo } = placeOf(levels, i);
    const power = (exponent: Rational): Real =>
      levels.quantity(`F^${exponent} of ${i + 1}`, powerOf, false, upTo, exponent);
    const falls = difference(power(levels.draws), power(levels.draws.add(Rational.ONE)));
    if (upTo.num === upTo.den) continue;
    yield { name: 'F_i^(n+1) ≤ F_i^n', relation: atMost('0', rationalReal(Rational.ZERO), 'F^n − F^(n+1)', falls) };
  }
}

function trapezoidsOf<Q, T>(law: Law<Q, T>): T {
  return law.field.lift(winRateByTrapezoids(law));
}

function powerOf<Q, T>({ field }: Law<Q, T>, base: Rational, exponent: Rational): T {
  return field.lift(field.pow(field.rational(base), exponent));
}
