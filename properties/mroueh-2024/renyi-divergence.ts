import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../../src/arithmetic/real.ts';
import { renyiBound } from '../../src/bounds/divergence-bounds.ts';
import { atMost, type CrossCheck, defineClaim } from '../../src/claims/claim.ts';
import { jensenParts, jensenSteps } from '../../src/claims/jensen.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { RENYI_DIVERGENCE } from '../../src/quantities/divergence-quantities.ts';
import { powerDivergence, renyiDivergence } from '../../src/quantities/divergences.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { sumOver } from '../../src/selection/law.ts';
import { inDecimals } from '../shared/cross-checks.ts';

/** Orders on both sides of 1, where the divergence is the KL; 1/2 is the Hellinger distance, 2 is χ². */
const ORDERS = ['1/4', '1/2', '3/2', '2', '3'].map((order) => Rational.parse(order));
/** The orders whose proof is followed: one with a concave power and one with a convex power. */
const PROVED = [Rational.of(1, 2), Rational.of(3)].map((order) => ({
  order,
  parts: jensenParts(`(π/p)^${order}`, powerDivergence(order)),
}));

export const claim = defineClaim({
  id: 'renyi-divergence',
  title: 'The Rényi divergences are at most their values without atoms',
  statement: 'D_α(π‖p) = log(Σ p_i (π_i/p_i)^α)/(α−1) ≤ log(n^α/(α(n−1)+1))/(α−1) for α > 0, α ≠ 1',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for Rényi divergences',
  hypotheses: `finite policy, integer n ≥ 1; checked at α = ${ORDERS.join(', ')}`,
  expected: 'holds',
  proof: { theorems: ['renyi_le', 'renyi_ties_le', 'renyi_by_ratios'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) =>
    ORDERS.map((order) => {
      const name = `D_${order}`;
      return atMost(name, divergence(q, order), `bound of ${name}`, bound(q, order));
    }),
  *crossChecks(q) {
    for (const order of ORDERS) {
      const name = `D_${order}`;
      yield* inDecimals(name, q, divergence(q, order), (law) => renyiDivergence(law, order));
      yield otherForm(q, name, order);
    }
  },
  *derivation(q) {
    for (const { order, parts } of PROVED) yield* jensenSteps(q, parts, q.of(INTEGRAL, order), isBelowOne(order));
  },
});

export function divergence(q: BestOfN, order: Rational): Real {
  return q.policy.isAtomless ? bound(q, order) : q.of(RENYI_DIVERGENCE, order);
}

export function bound({ draws }: BestOfN, order: Rational): Real {
  return exactReal(renyiBound(exactField, draws, order));
}

/** ∫ f^α = n^α/(α(n−1)+1) */
const INTEGRAL = defineEnclosed<[order: Rational]>({
  symbol: '∫ f^α',
  formula: ({ field, n }, order) => {
    const power = order.mul(n.sub(Rational.ONE)).add(Rational.ONE);
    return field.lift(field.div(field.pow(field.rational(n), order), field.rational(power)));
  },
});

function isBelowOne(order: Rational): boolean {
  return order.compare(Rational.ONE) < 0;
}

/** The factor by which the precision is raised: a fourth root may have a quarter of the digits. */
const ROOTS = 4;

/** Σ p^(1−α) π^α for α < 1, and Σ π (π/p)^(α−1) for α > 1. */
const POWER_SUM = defineEnclosed<[order: Rational]>({
  symbol: 'Σ p (π/p)^α',
  formula: (law, order) => {
    const { field } = law;
    const power = order.sub(Rational.ONE);
    return sumOver(law, ({ mass, probability: enclosed }) => {
      const probability = field.max(enclosed, field.rational(Rational.ZERO));
      const [factor, rest] = isBelowOne(order)
        ? [field.pow(mass, power.neg()), field.pow(probability, order)]
        : [probability, field.pow(field.div(probability, mass), power)];
      return field.lift(field.mul(factor, rest));
    });
  },
});

function otherForm(q: BestOfN, name: string, order: Rational): CrossCheck {
  const sum = q.of(POWER_SUM, order);
  const factor = Rational.ONE.div(order.sub(Rational.ONE));
  const other = real({
    enclose: (digits) =>
      intervals(digits).mul(intervals(digits).rational(factor), intervals(digits).log(sum.enclose(ROOTS * digits))),
  });
  return { name: `${name}, terms in another form`, one: divergence(q, order), other };
}
