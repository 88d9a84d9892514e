import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Relation, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { betterEstimator, betterEstimatorMean } from '../../src/quantities/better-estimator.ts';
import { BETTER_ESTIMATOR_MEAN, UNBIASED_MEAN } from '../../src/quantities/estimator-quantities.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { enclosedOnly, someAtoms, someMasses } from '../shared/atoms.ts';
import {
  type BelowBest,
  belowBest,
  betterEstimatorBelow,
  estimatorExcess,
  isMissedBelow,
} from '../shared/below-best.ts';
import { betterEstimatorAgain, estimatorMeanAgain, inDecimals } from '../shared/cross-checks.ts';
import { estimateAt } from './unbiased-estimator.ts';

/** Exact powers of every mass are affordable for policies of few outcomes. */
const MAX_OUTCOMES = 10;
const VISIBLE_BITS = 500n;

export const claim = defineClaim({
  id: 'better-estimator',
  title: 'The paper’s estimator improved at the same data',
  statement: '0 ≤ D̂*_n(ε) ≤ D̂_n(ε), D̂*_n falls in ε, and KL(π‖p) ≤ E_{y∼π} D̂*_n(p(y)) ≤ E_{y∼π} D̂_n(p(y))',
  source: 'this project, docs/theory-ours.md; sharpens Beirami et al., arXiv 2401.01879, Conjecture 4.4',
  hypotheses:
    'finite policy, integer n ≥ 1; ε at some masses; p(y) is the mass of the outcome itself also where rewards tie',
  expected: 'holds',
  proof: {
    theorems: [
      'better_estimator_nonneg',
      'better_estimator_le_estimator',
      'better_estimator_antitone',
      'better_estimator_upper',
      'better_estimator_mean_le',
      'better_estimator_ties_upper',
      'better_estimator_ties_mean_le',
    ],
  },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  reach: { draws: 2000 },
  *relations(q) {
    const below = belowBest(q);
    if (below?.isSingle) {
      yield* belowTheBest(q, below);
    } else {
      if (!isTopOnly(q)) yield atMost('KL', enclosedOnly(q.kl), 'E D̂*_n(p(y))', betterMean(q));
      // Otherwise it follows from the relations for the masses below.
      if (!below && someMasses(q).some((mass) => differsVisibly(q, mass))) {
        yield atMost('E D̂*_n(p(y))', betterMean(q), 'E D̂_n(p(y))', q.estimatorMean);
      }
    }
    let before: { name: string; mass: Rational } | null = null;
    for (const mass of someMasses(q)) {
      const name = `D̂*_n(${mass})`;
      const value = betterEstimatorAt(q, mass);
      yield atMost('0', rationalReal(Rational.ZERO), name, value);
      yield differsVisibly(q, mass)
        ? atMost(name, value, `D̂_n(${mass})`, q.estimatorAt(mass))
        : atMost('0', rationalReal(Rational.ZERO), `γ(${mass})`, q.topGapAt(mass));
      if (before) yield atMost(name, value, before.name, betterEstimatorAt(q, before.mass));
      before = { name, mass };
    }
  },
  *crossChecks(q) {
    yield* inDecimals('E D̂*_n', q, betterMean(q), betterEstimatorMean);
    if (q.policy.weights.length > MAX_OUTCOMES || !q.hasExactForms) return;
    const again = estimatorMeanAgain(q, (mass) => betterEstimatorAgain(q, mass));
    yield { name: 'E D̂*_n and Σ π (formula − γ/(1−(1−p)^n))', one: betterMean(q), other: again };
  },
  derivation: steps,
});

/** E D̂*_n − KL = s (Σ π′ D̂*_n(p) − KL′), and E D̂_n − E D̂*_n = s (Σ π′ D̂_n(p) + γ(p_K) − Σ π′ D̂*_n(p)). */
function* belowTheBest(q: BestOfN, below: BelowBest): Generator<Relation> {
  const better = betterEstimatorBelow(below);
  yield atMost('KL below the best', below.rest.kl, 'Σ π′ D̂*_n(p(y))', better);
  yield atMost('Σ π′ D̂*_n(p(y))', better, 'Σ π′ D̂_n(p(y)) + γ(ε_∞)', estimatorExcess(q, below));
}

/** D̂ − D̂* = γ(ε)·q^n/(1−q^n). This is costly to resolve for q^n ≤ 2^−VISIBLE_BITS, where the equivalent γ(ε) ≥ 0 is used instead. */
function differsVisibly({ draws }: BestOfN, mass: Rational): boolean {
  return mass.num === mass.den || !isMissedBelow(draws, mass, VISIBLE_BITS);
}

/** Whether no atom lies below the top. The only quantile of an atom is then 1, and KL = E D̂* by definition. */
function isTopOnly(q: BestOfN): boolean {
  return !q.policy.isDiscrete && someAtoms(q).every((i) => i === q.policy.atoms.length - 1);
}

/** D̂*_n(ε), which is 0 for one draw and at mass 1. */
function betterEstimatorAt(q: BestOfN, mass: Rational): Real {
  return q.of(BETTER_ESTIMATOR, mass);
}

const BETTER_ESTIMATOR = defineEnclosed<[mass: Rational]>({
  symbol: 'D̂*_n',
  formula: ({ field, n }, mass) => betterEstimator(field, n)(mass),
  isZero: ({ isOneDraw }, mass) => isOneDraw || mass.equals(Rational.ONE),
});

export function betterMean(q: BestOfN): Real {
  return q.policy.isAtomless ? q.atomlessKl : q.of(BETTER_ESTIMATOR_MEAN);
}

function* steps(q: BestOfN): Generator<Step> {
  const mean = q.of(UNBIASED_MEAN);
  yield { name: 'KL = Σ π_i D̂*_n(p_i/F_i)', relation: equal('KL', q.kl, 'Σ π D̂*(p/F)', mean) };
  const top = q.policy.atoms.length - 1;
  for (const i of someAtoms(q)) {
    const mass = q.policy.mass(i).reduced();
    // For the best atom F = 1, and both sides are the same.
    if (i < top) {
      const relation = atMost('D̂*(p/F)', estimateAt(q, i), 'D̂*(p)', betterEstimatorAt(q, mass));
      yield { name: 'D̂*_n(p_i/F_i) ≤ D̂*_n(p_i)', relation };
    }
    if (!differsVisibly(q, mass)) continue;
    const relation = atMost('D̂*(p)', betterEstimatorAt(q, mass), 'D̂(p)', q.estimatorAt(mass));
    yield { name: 'D̂*_n(p_i) ≤ D̂_n(p_i)', relation };
  }
}
