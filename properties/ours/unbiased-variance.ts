import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { unbiasedEstimates, unbiasedVariance } from '../../src/quantities/better-estimator.ts';
import { UNBIASED_MEAN, UNBIASED_VARIANCE } from '../../src/quantities/estimator-quantities.ts';
import { kl } from '../../src/quantities/kl.ts';
import { defineEnclosed, type Evaluated } from '../../src/quantities/quantity.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { type Law, sumOver } from '../../src/selection/law.ts';
import { someAtoms } from '../shared/atoms.ts';
import { inDecimals } from '../shared/cross-checks.ts';
import { estimateAt } from './unbiased-estimator.ts';

export const claim = defineClaim({
  id: 'unbiased-variance',
  title: 'The unbiased estimator varies little where the gap is small',
  statement: 'Var_{y∼π} X ≤ KL · gap ≤ (log n − (n−1)/n) · gap for the X of unbiased-estimator',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; levels for outcomes where rewards tie',
  expected: 'holds',
  proof: {
    theorems: [
      'quantile_estimator_variance_le',
      'quantile_estimator_mean',
      'level_policy',
      'random_ties_kl',
      'random_ties_expect',
    ],
  },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    if (!isTwoValued(q)) yield atMost('Var X', variance(q), 'KL · gap', spread(q));
    yield atMost('KL · gap', spread(q), '(log n − (n−1)/n) · gap', widest(q));
  },
  *crossChecks(q) {
    yield* inDecimals('Var X', q, variance(q), unbiasedVariance);
    const again = q.of(VARIANCE_AGAIN);
    yield { name: 'Var X and E X² − KL²', one: variance(q), other: again };
  },
  derivation: steps,
});

/** Whether X is constant: 0 where the selection changes nothing, D̃_n without atoms. */
function isConstant({ isTrivial, policy }: Evaluated): boolean {
  return isTrivial || policy.isAtomless;
}

function variance(q: BestOfN): Real {
  return q.of(UNBIASED_VARIANCE);
}

function spread(q: BestOfN): Real {
  return q.of(SPREAD);
}

/**
 * Whether the only atom is at the bottom, below continuous parts. X is then 0 on the atom and D̃_n elsewhere, and the first inequality is an
 * equality of numbers without exact forms.
 */
function isTwoValued({ policy: { atoms, continuousParts } }: BestOfN): boolean {
  return continuousParts.size > 0 && continuousParts.size === atoms.length - 1 && !continuousParts.has(0);
}

function widest(q: BestOfN): Real {
  return q.of(WIDEST);
}

const SPREAD = defineEnclosed({
  symbol: 'KL · gap',
  formula: (law) => law.field.mul(kl(law), gapOf(law)),
  isZero: isConstant,
});

const WIDEST = defineEnclosed({
  symbol: '(log n − (n−1)/n) · gap',
  formula: (law) => law.field.mul(analyticalFormula(law.field, law.n), gapOf(law)),
  isZero: ({ isOneDraw, policy }) => isOneDraw || policy.isAtomless,
});

const MOST = defineEnclosed({
  symbol: '(log n − (n−1)/n) KL',
  formula: (law) => law.field.mul(analyticalFormula(law.field, law.n), kl(law)),
  isZero: ({ isTrivial }) => isTrivial,
});

function gapOf<T>(law: Law<T, T>): T {
  return law.field.minus(analyticalFormula(law.field, law.n), kl(law));
}

const VARIANCE_AGAIN = defineEnclosed({
  symbol: 'E X² − KL²',
  formula: (law) => {
    const mean = kl(law);
    return law.field.minus(meanSquare(law), law.field.mul(mean, mean));
  },
  isZero: isConstant,
});

const MEAN_SQUARE = defineEnclosed({ symbol: 'E X²', formula: meanSquare, isZero: ({ isTrivial }) => isTrivial });

/** E X² */
function meanSquare<T>(law: Law<T, T>): T {
  const estimates = unbiasedEstimates(law.field, law.policy, law.n);
  return sumOver(law, ({ index, probability }) => {
    const estimate = estimates[index] as T;
    return law.field.mul(probability, law.field.mul(estimate, estimate));
  });
}

function* steps(q: BestOfN): Generator<Step> {
  for (const i of someAtoms(q)) {
    const estimate = estimateAt(q, i);
    yield { name: '0 ≤ X', relation: atMost('0', rationalReal(Rational.ZERO), 'X', estimate) };
    yield { name: 'X ≤ log n − (n−1)/n', relation: atMost('X', estimate, 'log n − (n−1)/n', q.atomlessKl) };
  }
  const mean = q.of(UNBIASED_MEAN);
  yield { name: 'E X = KL', relation: equal('E X', mean, 'KL', q.kl) };
  const squares = q.of(MEAN_SQUARE);
  const most = q.of(MOST);
  yield { name: 'E X² ≤ (log n − (n−1)/n) E X', relation: atMost('E X²', squares, '(log n − (n−1)/n) KL', most) };
}
