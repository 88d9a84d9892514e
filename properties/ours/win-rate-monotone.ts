import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Relation, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import { enclosedOnly, levelsOf, moreDraws, placeOf, someAtoms } from '../shared/atoms.ts';
import { type BelowBest, belowBest, shareTo } from '../shared/below-best.ts';
import { enumeration, inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'win-rate-monotone',
  title: 'Further draws win more',
  statement: 'W is nondecreasing in n',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; compared with n + 1 and 2n',
  expected: 'holds',
  proof: { theorems: ['win_rate_monotone', 'level_policy', 'win_rate_ties_levels'] },
  // 2n must be a valid number of draws too.
  domain: { atoms: 1, draws: 1, maxDraws: MAX_DRAWS / 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  *relations(q) {
    const levels = q.levels === q.policy ? q : new BestOfN(q.levels, q.draws);
    const below = belowBest(levels);
    for (const m of moreDraws(q)) {
      if (below) {
        yield lossesFall(below, m);
        continue;
      }
      yield atMost('W', enclosedOnly(q.winRate), `W of ${m}`, enclosedOnly(q.at(m).winRate));
    }
  },
  *crossChecks(q) {
    const more = new BestOfN(q.policy.byLevel(), q.draws.add(Rational.ONE));
    yield* inDecimals('W of n + 1 by trapezoids', more, q.at(more.draws).winRate, winRateByTrapezoids);
    const drawn = enumeration(more);
    if (drawn) yield { name: 'W of n + 1 by enumeration', one: more.winRate, other: rationalReal(drawn.winRate) };
  },
  derivation: steps,
});

/**
 * By the trapezoid identity 1 − W = p_K/2 + F^n (p_K/2 + F (1 − W′)), where W′ is the win rate of the policy below the best level. So W
 * at m is at least W at n if F^(m−n) (p_K/2 + F (1 − W′)) at m is at most p_K/2 + F (1 − W′) at n.
 */
function lossesFall(below: BelowBest, m: Rational): Relation {
  const { rest, top, share } = below;
  const losses = (at: BestOfN): Real => {
    const lost = difference(rationalReal(Rational.ONE), enclosedOnly(at.winRate));
    return sum(rationalReal(top.div(Rational.of(2))), multiple(share, lost));
  };
  const scaled = product(shareTo(below, m.sub(rest.draws)), losses(rest.at(m)));
  return atMost(`F^${m.sub(rest.draws)} losses of ${m}`, scaled, 'losses', losses(rest));
}

function* steps(q: BestOfN): Generator<Step> {
  const levels = levelsOf(q);
  const trapezoids = levels.of(BY_TRAPEZOIDS);
  yield { name: 'W = 1 − Σ p_i (F_i^n + F_{i−1}^n)/2', relation: equal('W', q.winRate, '1 − Σ', trapezoids) };
  for (const i of someAtoms(levels)) {
    const { upTo } = placeOf(levels, i);
    const power = (exponent: Rational): Real => levels.of(POWER, upTo, exponent);
    const falls = difference(power(levels.draws), power(levels.draws.add(Rational.ONE)));
    if (upTo.num === upTo.den) continue;
    yield { name: 'F_i^(n+1) ≤ F_i^n', relation: atMost('0', rationalReal(Rational.ZERO), 'F^n − F^(n+1)', falls) };
  }
}

const BY_TRAPEZOIDS = defineQuantity({
  symbol: '1 − Σ p (F^n + F^n)/2',
  formula: (law) => law.field.lift(winRateByTrapezoids(law)),
});

const POWER = defineQuantity<[base: Rational, exponent: Rational]>({
  symbol: 'F^k',
  formula: ({ field }, base, exponent) => field.lift(field.pow(field.rational(base), exponent)),
});
