import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, type Relation, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { betterEstimator, betterEstimatorMean } from '../../src/quantities/better-estimator.ts';
import { estimatorMean } from '../../src/quantities/estimator.ts';
import { defineEnclosed, defineQuantity } from '../../src/quantities/quantity.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { enclosedOnly, moreDraws, someMasses } from '../shared/atoms.ts';
import {
  type BelowBest,
  belowBest,
  betterEstimatorBelow,
  estimatorExcess,
  logOdds,
  shareTo,
} from '../shared/below-best.ts';
import { inDecimals } from '../shared/cross-checks.ts';
import { betterMean } from './better-estimator.ts';

export const claim = defineClaim({
  id: 'estimators-monotone',
  title: 'The means of both estimators grow with n',
  statement: 'E_{y∼π} D̂_n(p(y)) and E_{y∼π} D̂*_n(p(y)) are nondecreasing in n',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; compared with n + 1 and 2n',
  expected: 'holds',
  proof: {
    theorems: [
      'estimator_mean_monotone',
      'better_estimator_mean_monotone',
      'estimator_ties_mean_monotone',
      'better_estimator_ties_mean_monotone',
    ],
  },
  // 2n must be a valid number of draws too.
  domain: { atoms: 1, draws: 1, maxDraws: MAX_DRAWS / 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    const below = belowBest(q);
    for (const m of moreDraws(q)) {
      const more = q.at(m);
      if (below?.isSingle) {
        yield* lacksFall(q, more);
        continue;
      }
      yield atMost('E D̂_n', enclosedOnly(q.estimatorMean), `E D̂_${m}`, enclosedOnly(more.estimatorMean));
      yield atMost('E D̂*_n', betterMean(q), `E D̂*_${m}`, betterMean(more));
    }
  },
  *crossChecks(q) {
    const more = q.at(q.draws.add(Rational.ONE));
    yield* inDecimals('E D̂_(n+1)', more, more.estimatorMean, estimatorMean);
    yield* inDecimals('E D̂*_(n+1)', more, betterMean(more), betterEstimatorMean);
  },
  derivation: steps,
});

const NEARLY_ONE = Rational.ONE.sub(Rational.of(1, 2n ** 64n));

/**
 * Both means are −log p_K − s (λ + θ − M) for λ = −log p_K − (n−1) log F and θ = −(1−s)/s · log(1−s) in [1−s, 1]. M is Σ π′ D̂*_n(p) for
 * our estimator and Σ π′ D̂_n(p) + γ(p_K) for the paper's. So the mean at m is at least the mean at n if F^(m−n) (λ + 1 − M) at m is at
 * most λ + 1 − s − M at n. Here s < 2^−64.
 */
function* lacksFall(q: BestOfN, more: BestOfN): Generator<Relation> {
  const [fewer, further] = [q, more].map((at) => belowBest(at) as BelowBest) as [BelowBest, BelowBest];
  const factor = shareTo(fewer, more.draws.sub(q.draws));
  const lack = (below: BelowBest, mean: Real, theta: Rational): Real =>
    difference(sum(logOdds(below), rationalReal(theta)), mean);
  const pairs = [
    ['D̂_n', estimatorExcess(q, fewer), estimatorExcess(more, further)],
    ['D̂*_n', betterEstimatorBelow(fewer), betterEstimatorBelow(further)],
  ] as const;
  for (const [name, here, there] of pairs) {
    const scaled = product(factor, lack(further, there, Rational.ONE));
    yield atMost(`lack of ${name} at ${more.draws}`, scaled, 'lack at n', lack(fewer, here, NEARLY_ONE));
  }
}

/** It suffices that at every mass D̃_n − D̂*_n(ε) = β ≤ (n−1)y/2 for y = −log(1−ε), and y/(e^(ny) − 1) ≤ 1/n. */
function* steps(q: BestOfN): Generator<Step> {
  if (q.isOneDraw) return;
  for (const mass of someMasses(q)) {
    if (mass.equals(Rational.ONE)) continue;
    const rest = Rational.ONE.sub(mass);
    const share = q.of(SHARE, mass);
    const half = q.draws.sub(Rational.ONE).div(Rational.of(-2));
    yield { name: 'β ≤ (n−1)y/2', relation: atMost('β', share, '(n−1)y/2', multiple(half, logOf(q, rest))) };
    const rate = q.of(RATE, rest);
    const most = rationalReal(Rational.ONE.div(q.draws));
    yield { name: 'ψ(y) ≤ 1/n', relation: atMost('ψ', rate, '1/n', most) };
  }
}

function logOf(q: BestOfN, rest: Rational): Real {
  return q.of(LOGARITHM, rest);
}

const LOGARITHM = defineQuantity<[x: Rational]>({
  symbol: 'log',
  formula: ({ field }, x) => field.log(field.rational(x)),
});

/** D̃_n − D̂*_n(ε). */
const SHARE = defineEnclosed<[mass: Rational]>({
  symbol: 'β',
  formula: ({ field, n }, mass) => field.minus(analyticalFormula(field, n), betterEstimator(field, n)(mass)),
});

/** y/(e^(ny) − 1) = −r^n log r/(1 − r^n) for r = e^−y. */
const RATE = defineEnclosed<[rest: Rational]>({
  symbol: 'ψ',
  formula: ({ field, n }, rest) => {
    const power = field.pow(field.rational(rest), n);
    const odds = field.div(power, field.sub(field.rational(Rational.ONE), power));
    return field.scale(field.mul(field.rational(Rational.of(-1)), odds), field.log(field.rational(rest)));
  },
});
