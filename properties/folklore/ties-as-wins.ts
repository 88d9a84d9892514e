import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { sumOver } from '../../src/selection/law.ts';

export const claim = defineClaim({
  id: 'ties-as-wins',
  title: 'A win rate with ties as wins is at most n/(n+1)',
  statement: 'Σ π_i F_i ≤ n/(n+1)',
  source: 'a win rate that counts "at least as good"; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; π_i and F_i are those of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['wins_and_ties_gt', 'level_policy', 'level_best_of'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  relations: (q) => [atMost('Σ π F', winsAndTies(q), 'n/(n+1)', q.winRateBound)],
});

/** W plus half the probability of a tie. On a continuous part nothing ties. */
function winsAndTies(q: BestOfN): Real {
  const levels = q.policy.byLevel();
  if (levels.isAtomless) return q.winRate;
  return sum(q.winRate, new BestOfN(levels, q.draws).of(HALF_OF_TIES));
}

const HALF_OF_TIES = defineQuantity({
  symbol: 'half of the ties',
  formula: (law) => {
    const { field } = law;
    const half = field.rational(Rational.of(1, 2));
    return sumOver(law, ({ probability, mass, isContinuous }) => {
      const ties = isContinuous ? field.rational(Rational.ZERO) : field.mul(probability, mass);
      return field.lift(field.mul(half, ties));
    });
  },
});
