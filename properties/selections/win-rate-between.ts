import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { winRateAgainst } from '../../src/quantities/two-selections.ts';
import { enumerate, isEnumerable } from '../../src/selection/oracles/enumerate.ts';

const HALF = Rational.of(1, 2);
/** The most lists of draws that are enumerated for an instance. */
const ENUMERATED = 200;

/** In short runs, collisions are never rare here. */
const { 'collisions-rare': _, ...SHARES } = COMMON_SHARES;

export const claim = defineClaim({
  id: 'win-rate-between',
  title: 'How often more draws win against fewer',
  statement: 'best-of-m beats best-of-n, a tie counting one half, with probability at most m/(m+n) for m ≥ n',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 1; for m = n + 1 and m = 2n',
  expected: 'holds',
  // 3n must be a power that can be computed, and 2n a number of draws.
  domain: { atoms: 1, draws: 1, maxDraws: MAX_DRAWS / 2 },
  shares: SHARES,
  cost: 'medium',
  *relations(q) {
    const levels = levelsOf(q);
    for (const m of [q.draws.add(Rational.ONE), q.draws.add(q.draws)])
      yield atMost(`W of ${m} against ${q.n}`, against(levels, m), 'm/(m+n)', rationalReal(m.div(m.add(q.draws))));
  },
  *crossChecks(q) {
    const levels = levelsOf(q);
    const { policy, n } = levels;
    const m = q.draws.add(Rational.ONE);
    if (!q.isOrdinary || !isEnumerable(policy, n + 1, ENUMERATED)) return;
    const [more, fewer] = [enumerate(policy, n + 1).pmf, enumerate(policy, n).pmf];
    let chance = Rational.ZERO;
    for (const [i, one] of more.entries())
      for (const [j, other] of fewer.slice(0, i + 1).entries())
        chance = chance.add(one.mul(other).mul(i === j ? HALF : Rational.ONE));
    yield {
      name: 'the win rate of n + 1 against n, by enumeration',
      one: against(levels, m),
      other: rationalReal(chance),
    };
  },
});

const AGAINST = defineQuantity<[n: Rational]>({
  symbol: 'W of m against n',
  formula: (law, n) => law.field.lift(winRateAgainst(law, n)),
});

/** The win rate depends on reward levels, however ties are broken. */
function levelsOf(q: BestOfN): BestOfN {
  return new BestOfN(q.levels, q.draws);
}

/** The win rate of best-of-m against best-of-n. With one atom all is a tie, and without atoms it is m/(m+n). */
function against(q: BestOfN, m: Rational): Real {
  const { policy, draws } = q;
  if (policy.atoms.length === 1 && policy.isDiscrete) return rationalReal(HALF);
  if (policy.isAtomless) return rationalReal(m.div(m.add(draws)));
  return q.at(m).of(AGAINST, draws);
}
