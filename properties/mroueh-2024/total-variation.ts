import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import {
  TOTAL_VARIATION as DIVERGENCE,
  TOTAL_VARIATION_BOUND,
} from '../../src/claims/expression/divergence-symbols.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { TOTAL_VARIATION } from '../../src/quantities/divergence-quantities.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { largestLag, totalVariation, totalVariationBound } from '../../src/quantities/total-variation.ts';
import { atomAt } from '../../src/selection/law.ts';
import { enumeration, inDecimals, massOfOutcome } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'total-variation',
  title: 'The total variation is at most its value without atoms',
  statement: 'TV = ½ Σ |π_i − p_i| ≤ (1/n)^{1/(n−1)} − (1/n)^{n/(n−1)}, and TV = 0 for n = 1',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for the total variation',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: {
    theorems: [
      'total_variation_le',
      'one_draw_diverges_nowhere',
      'total_variation_ties_le',
      'total_variation_ties_one',
    ],
  },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    'continuous-parts': {
      notApplicable:
        'a continuous part around the quantile n^(−1/(n−1)) makes it an equality of numbers without exact forms',
    },
  },
  states: [isAtMost(DIVERGENCE, TOTAL_VARIATION_BOUND)],
  *crossChecks(q) {
    yield* inDecimals('TV', q, variation(q), totalVariation);
    const lag = q.of(LARGEST_LAG);
    yield { name: 'TV and max (F − F^n)', one: variation(q), other: lag };
    const drawn = enumeration(q);
    if (drawn) yield { name: 'TV and by enumeration', one: variation(q), other: ofDrawn(q, drawn.pmf) };
    if (!q.isOneDraw)
      yield { name: 'the bound by real powers', one: totalVariationBound(q.draws), other: boundAgain(q.draws) };
  },
  *derivation(q) {
    const lag = q.of(LARGEST_LAG);
    yield { name: 'π/p increases, so π < p on a lower set', relation: equal('TV', variation(q), 'max (F − F^n)', lag) };
    for (const index of q.policy.atoms.keys()) {
      const here = q.of(LAG, index);
      const relation = atMost('F − F^n', here, 'u_0 − u_0^n', totalVariationBound(q.draws));
      if (!q.isOneDraw) yield { name: 'u − u^n is largest at u_0', relation };
    }
  },
});

function variation(q: BestOfN): Real {
  return q.of(TOTAL_VARIATION);
}

const LARGEST_LAG = defineQuantity({
  symbol: 'max (F − F^n)',
  formula: (law) => law.field.lift(largestLag(law)),
  isZero: ({ isTrivial }) => isTrivial,
});

const LAG = defineQuantity<[index: number]>({
  symbol: 'F − F^n',
  formula: (law, index) => {
    const { upTo } = atomAt(law, index);
    return law.field.lift(law.field.sub(upTo, law.field.pow(upTo, law.n)));
  },
});

function boundAgain(n: Rational): Real {
  const nMinusOne = n.sub(Rational.ONE);
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      const power = (exponent: Rational) =>
        field.realPow(field.rational(Rational.ONE.div(n)), field.rational(exponent));
      return field.sub(power(Rational.ONE.div(nMinusOne)), power(n.div(nMinusOne)));
    },
  });
}

function ofDrawn(q: BestOfN, pmf: readonly Rational[]): Real {
  const sum = pmf.reduce((total, drawn, y) => total.add(drawn.sub(massOfOutcome(q, y)).abs()), Rational.ZERO);
  return rationalReal(sum.div(Rational.of(2)));
}
