import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, multiple, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { klToWorst } from '../../src/quantities/two-selections.ts';
import { enumeration, inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'best-worst-kl',
  title: 'How far the best of n is from the worst of n',
  statement: 'KL(π‖ω) ≤ (n−1) H_{n−1}, with ω the law of worst-of-n and H_m the m-th harmonic number',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 1 up to 4096',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, maxDraws: 4096 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: {
    'continuous-parts': { notApplicable: 'the divergence over a part has no formula here' },
    'real-draws': { notApplicable: 'the bound is a sum of n − 1 terms' },
  },
  relations: (q) => [atMost('KL(π‖ω)', q.of(TO_WORST), '(n−1) H_{n−1}', rationalReal(bound(q)))],
  *crossChecks(q) {
    yield* inDecimals('KL(π‖ω)', q, q.of(TO_WORST), klToWorst);
    const drawn = enumeration(q);
    if (drawn && !q.policy.hasTies)
      yield { name: 'KL(π‖ω) by enumeration', one: q.of(TO_WORST), other: ofDrawn(q, drawn.pmf) };
  },
});

/** KL(π‖ω), in nats. */
const TO_WORST = defineQuantity({
  symbol: 'KL(π‖ω)',
  formula: klToWorst,
  isZero: ({ isTrivial }) => isTrivial,
});

/** (n−1) H_{n−1}: the integral of f log(f/f*) with f = n u^(n−1) and f* = n (1−u)^(n−1). */
function bound({ draws }: BestOfN): Rational {
  const fewer = draws.sub(Rational.ONE);
  return harmonic(fewer.num).mul(fewer);
}

/** 1 + 1/2 + … + 1/m, by halves, so that the denominators stay small. */
function harmonic(last: bigint, first = 1n): Rational {
  if (last < first) return Rational.ZERO;
  if (last === first) return Rational.of(1n, first);
  const middle = (first + last) / 2n;
  return harmonic(middle, first)
    .add(harmonic(last, middle + 1n))
    .reduced();
}

/** The divergence of the drawn law from the law of the worst, p_i being 1 − F_{i−1} − (1 − F_i) to the power n. */
function ofDrawn({ policy, n }: BestOfN, pmf: readonly Rational[]): Real {
  const away = (i: number): Rational => Rational.ONE.sub(policy.cdf(i)).pow(n);
  return pmf.reduce<Real>((total, drawn, i) => {
    const worst = away(i).sub(away(i + 1));
    return sum(total, multiple(drawn, exactReal(LogForm.log(drawn.div(worst)))));
  }, rationalReal(Rational.ZERO));
}
