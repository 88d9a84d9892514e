import { describe, expect, it } from 'vitest';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { enumerate } from '../../src/selection/oracles/enumerate.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import { named, smallPolicies } from '../policy/small-policies.ts';

const MAX_TOTAL = 6;
const MAX_DRAWS = 4;

function exactly(value: Real): LogForm {
  if (!value.exact) throw new Error('a small instance has exact forms');
  return value.exact;
}

function forAll(policies: readonly FinitePolicy[], visit: (quantities: BestOfN, name: string) => void): void {
  for (const policy of policies) {
    for (let n = 1; n <= MAX_DRAWS; n += 1) visit(new BestOfN(policy, n), named(policy, n));
  }
}

describe.each(['level', 'order'] as const)('for every policy of total ≤ 6 and n ≤ 4, ties under %s', (ties) => {
  const policies = smallPolicies(MAX_TOTAL, ties);

  it('there are 364 of them', () => {
    expect(policies.length).toBe(364);
  });

  it('KL, win rate and PMF are what listing all draws finds', () => {
    forAll(policies, (quantities, name) => {
      const { policy, n } = quantities;
      const drawn = enumerate(policy, n);
      expect(exactPmf(policy, n).map(String), name).toEqual(drawn.pmf.map(String));
      expect(exactly(quantities.winRate).asRational()?.toString(), name).toBe(drawn.winRate.toString());
      expect(exactly(quantities.kl).sub(drawn.kl).isZero(), name).toBe(true);
    });
  });

  it('the gap is the sum of its parts, and formula less KL', () => {
    forAll(policies, (quantities, name) => {
      const gap = exactly(quantities.gap);
      expect(gap.sub(exactly(quantities.gapByParts)).isZero(), name).toBe(true);
      expect(gap.add(exactly(quantities.kl)).sub(exactly(quantities.atomlessKl)).isZero(), name).toBe(true);
    });
  });

  it('the estimator at the best atom is the formula less that atom’s gap', () => {
    forAll(policies, ({ atomlessKl, estimatorBest, bestAtomGap }, name) => {
      expect(exactly(atomlessKl).sub(exactly(bestAtomGap)).sub(exactly(estimatorBest)).isZero(), name).toBe(true);
    });
  });

  it('the estimator’s mean is its expectation over the listed draws', () => {
    forAll(policies, (quantities, name) => {
      const { policy, n } = quantities;
      let mean = LogForm.ZERO;
      for (const [y, probability] of enumerate(policy, n).pmf.entries()) {
        const mass = Rational.of(policy.weights[y] as bigint, policy.total);
        mean = mean.add(exactly(quantities.estimatorAt(mass)).scale(probability));
      }
      expect(mean.sub(exactly(quantities.estimatorMean)).isZero(), name).toBe(true);
    });
  });

  it('every enclosure overlaps that of the exact form, up to total 5', () => {
    forAll(smallPolicies(MAX_TOTAL - 1, ties), (quantities, name) => {
      const { kl, gap, gapByParts, winRate, estimatorMean, estimatorBest } = quantities;
      for (const value of [kl, gap, gapByParts, winRate, estimatorMean, estimatorBest, quantities.renyi(2)]) {
        expect(value.enclose(20).overlaps(exactly(value).enclose(60)), name).toBe(true);
      }
    });
  });
});
