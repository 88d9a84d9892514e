import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, type Relation } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { isSmallPower } from '../../src/quantities/size-rule.ts';
import { agreementWithWorst } from '../../src/quantities/two-selections.ts';
import { enumeration } from '../shared/cross-checks.ts';

const HALF = Rational.of(1, 2);
const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'best-worst-variation',
  title: 'How much the best and the worst of n differ',
  statement: 'TV(π, ω) ≤ 1 − 2^(1−n), with ω the law of worst-of-n; checked as 2 ≤ 2^n (1 − TV(π, ω))',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 1 up to 4096',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, maxDraws: 4096 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    'continuous-parts': { notApplicable: 'the variation inside a part has no formula here' },
  },
  relations: (q) => [relation(q)],
  *crossChecks(q) {
    const { policy, n } = q;
    const drawn = enumeration(q);
    if (!drawn || policy.hasTies || policy.atoms.length === 1) return;
    const away = (i: number): Rational => Rational.ONE.sub(policy.cdf(i)).pow(n);
    const sum = drawn.pmf.reduce((s, best, i) => s.add(best.sub(away(i).sub(away(i + 1))).abs()), Rational.ZERO);
    const scaled = Rational.ONE.sub(sum.mul(HALF)).mul(TWO.pow(n));
    yield { name: '2^n (1 − TV) by enumeration', one: agreement(q), other: rationalReal(scaled) };
  },
});

const AGREEMENT = defineQuantity<[u: Rational]>({
  symbol: '2^n (1 − TV)',
  formula: (law, u) => law.field.lift(agreementWithWorst(law, u)),
  hasExactForm: ({ policy, draws }) => isSmallPower(policy.total, draws),
});

/** With one atom both laws are the same. */
function relation(q: BestOfN): Relation {
  if (q.policy.atoms.length === 1) return atMost('TV', rationalReal(Rational.ZERO), '1', rationalReal(Rational.ONE));
  return atMost('2', rationalReal(TWO), '2^n (1 − TV)', agreement(q));
}

/** It is 2 where one half of the mass is on either side. */
function agreement(q: BestOfN): Real {
  const { cumulative, total } = q.policy;
  const off = (upTo: bigint): bigint => (2n * upTo < total ? total - 2n * upTo : 2n * upTo - total);
  const nearest = cumulative.slice(1, -1).reduce((best, upTo) => (off(upTo) < off(best) ? upTo : best));
  return off(nearest) === 0n ? rationalReal(TWO) : q.of(AGREEMENT, Rational.of(nearest, total));
}
