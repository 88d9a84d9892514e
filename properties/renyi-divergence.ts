import { exactField } from '../src/arithmetic/exact-field.ts';
import { intervals } from '../src/arithmetic/interval-field.ts';
import { Rational } from '../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, type SecondWay } from '../src/claims/claim.ts';
import { jensenSteps } from '../src/claims/jensen.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import type { BestOfN } from '../src/theory/best-of-n.ts';
import { renyiBound } from '../src/theory/divergence-bounds.ts';
import { powerDivergence, renyiDivergence } from '../src/theory/divergences.ts';
import { sumOver } from '../src/theory/law.ts';
import { inDecimals } from './second-ways.ts';

/** Orders on both sides of 1, where the divergence is the KL; 1/2 is the Hellinger distance, 2 is χ². */
const ORDERS = [0.25, 0.5, 1.5, 2, 3];
/** Those whose proof is followed: a concave power and a convex one. */
const PROVED = [0.5, 3];

export const claim = defineClaim({
  id: 'renyi-divergence',
  title: 'The Rényi divergences are at most their values without atoms',
  statement: 'D_α(π‖p) = log(Σ p_i (π_i/p_i)^α)/(α−1) ≤ log(n^α/(α(n−1)+1))/(α−1) for α > 0, α ≠ 1',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for Rényi divergences',
  hypotheses: `finite policy, integer n ≥ 1; checked at α = ${ORDERS.map((order) => Rational.fromDouble(order)).join(', ')}`,
  expected: 'holds',
  proof: { theorems: ['renyi_le', 'renyi_ties_le', 'renyi_by_ratios'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) =>
    ORDERS.map((order) => {
      const name = `D_${Rational.fromDouble(order)}`;
      return atMost(name, divergence(q, order), `bound of ${name}`, bound(q, order));
    }),
  *secondWays(q) {
    for (const order of ORDERS) {
      const name = `D_${Rational.fromDouble(order)}`;
      yield* inDecimals(name, q, divergence(q, order), (law) => renyiDivergence(law, order));
      yield otherForm(q, name, order);
    }
  },
  *derivation(q) {
    for (const order of PROVED) {
      const power = Rational.fromDouble(order).sub(Rational.ONE);
      const name = `(π/p)^${Rational.fromDouble(order)}`;
      const whole = q.enclosed(`∫ f^${order}`, ({ field, n }) => {
        const draws = field.pow(field.rational(Rational.fromDouble(n)), order);
        return field.lift(field.div(draws, field.rational(Rational.fromDouble(order * (n - 1) + 1))));
      });
      yield* jensenSteps(q, name, powerDivergence(order), whole, power.sign() < 0);
    }
  },
});

function divergence(q: BestOfN, order: number): Real {
  if (q.policy.isAtomless) return bound(q, order);
  const zero = q.isTrivial;
  const formula = <Q, T>(law: Parameters<typeof renyiDivergence<Q, T>>[0]): T => renyiDivergence(law, order);
  return Number.isInteger(order) ? q.quantity(`D_${order}`, formula, zero) : q.enclosed(`D_${order}`, formula, zero);
}

function bound({ n }: BestOfN, order: number): Real {
  return exactReal(renyiBound(exactField, n, order));
}

/** A fourth root has a quarter of the digits. */
const ROOTS = 4;

/** By Σ p^(1−α) π^α below 1 and by the mean of (π/p)^(α−1) under π above. */
function otherForm(q: BestOfN, name: string, order: number): SecondWay {
  const sum = q.enclosed(`Σ for ${name}`, (law) => {
    const { field } = law;
    return sumOver(law, ({ mass, probability: enclosed }) => {
      const probability = field.max(enclosed, field.rational(Rational.ZERO));
      const [factor, rest] =
        order < 1
          ? [field.pow(mass, 1 - order), field.pow(probability, order)]
          : [probability, field.pow(field.div(probability, mass), order - 1)];
      return field.lift(field.mul(factor, rest));
    });
  });
  const factor = Rational.ONE.div(Rational.fromDouble(order).sub(Rational.ONE));
  const other = real((digits) =>
    intervals(digits).mul(intervals(digits).rational(factor), intervals(digits).log(sum.enclose(ROOTS * digits))),
  );
  return { name: `${name}, terms in another form`, one: divergence(q, order), other };
}
