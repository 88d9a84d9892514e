import { intervals } from '../src/arithmetic/interval-field.ts';
import { Rational } from '../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import type { BestOfN } from '../src/theory/best-of-n.ts';
import { atomAt } from '../src/theory/law.ts';
import { largestLag, totalVariation, totalVariationBound } from '../src/theory/total-variation.ts';
import { enumeration, inDecimals } from './second-ways.ts';

export const claim = defineClaim({
  id: 'total-variation',
  title: 'The total variation is at most its value without atoms',
  statement: 'TV = ½ Σ |π_i − p_i| ≤ (1/n)^{1/(n−1)} − (1/n)^{n/(n−1)}, and TV = 0 for n = 1',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for the total variation',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['total_variation_le', 'one_draw_diverges_nowhere'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  survives: {
    stretches: {
      unasked: 'a stretch around the quantile n^(−1/(n−1)) makes it an equality of numbers without exact forms',
    },
  },
  relations: (q) => [atMost('TV', variation(q), '(1/n)^{1/(n−1)} − (1/n)^{n/(n−1)}', totalVariationBound(q.n))],
  *secondWays(q) {
    yield* inDecimals('TV', q, variation(q), totalVariation);
    const lag = q.quantity('max (F − F^n)', (law) => law.field.lift(largestLag(law)), q.isTrivial);
    yield { name: 'TV and max (F − F^n)', one: variation(q), other: lag };
    const drawn = enumeration(q);
    if (drawn) yield { name: 'TV and by enumeration', one: variation(q), other: ofDrawn(q, drawn.pmf) };
    if (q.n > 1) yield { name: 'the bound by real powers', one: totalVariationBound(q.n), other: boundAgain(q.n) };
  },
  *derivation(q) {
    const lag = q.quantity('max (F − F^n)', (law) => law.field.lift(largestLag(law)), q.isTrivial);
    yield { name: 'π/p increases, so π < p on a lower set', relation: equal('TV', variation(q), 'max (F − F^n)', lag) };
    for (const index of q.policy.atoms.keys()) {
      const here = q.quantity(`F − F^n ${index}`, (law) => {
        const { upTo } = atomAt(law, index);
        return law.field.lift(law.field.sub(upTo, law.field.pow(upTo, law.n)));
      });
      const relation = atMost('F − F^n', here, 'u_0 − u_0^n', totalVariationBound(q.n));
      if (q.n > 1) yield { name: 'u − u^n is largest at u_0', relation };
    }
  },
});

function variation(q: BestOfN): Real {
  return q.quantity('TV', (law) => law.field.lift(totalVariation(law)), q.isTrivial);
}

function boundAgain(n: number): Real {
  return real((digits) => {
    const field = intervals(digits);
    const power = (exponent: Rational) => field.realPow(field.rational(Rational.of(1, n)), field.rational(exponent));
    return field.sub(power(Rational.of(1, n - 1)), power(Rational.of(n, n - 1)));
  });
}

function ofDrawn({ policy }: BestOfN, pmf: readonly Rational[]): Real {
  const mass = (y: number): Rational => Rational.of(policy.outcomes[y] as bigint, policy.total);
  const sum = pmf.reduce((total, drawn, y) => total.add(drawn.sub(mass(y)).abs()), Rational.ZERO);
  return rationalReal(sum.div(Rational.of(2)));
}
