import { Rational } from '../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import type { BestOfN } from '../src/theory/best-of-n.ts';
import { unbiasedEstimates, unbiasedMean, unbiasedVariance } from '../src/theory/better-estimator.ts';
import { analyticalFormula } from '../src/theory/formula.ts';
import { kl } from '../src/theory/kl.ts';
import { type Law, sumOver } from '../src/theory/law.ts';
import { someAtoms } from './atoms.ts';
import { inDecimals } from './second-ways.ts';
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
  relations: (q) => [
    atMost('Var X', variance(q), 'KL · gap', spread(q)),
    atMost('KL · gap', spread(q), '(log n − (n−1)/n) · gap', widest(q)),
  ],
  *secondWays(q) {
    yield* inDecimals('Var X', q, variance(q), unbiasedVariance);
    const again = q.enclosed('E X² − KL²', varianceAgain, isConstant(q));
    yield { name: 'Var X and E X² − KL²', one: variance(q), other: again };
  },
  derivation: steps,
});

/** X is the same everywhere: 0, or D̃_n. */
function isConstant(q: BestOfN): boolean {
  return q.isTrivial || q.policy.isAtomless;
}

function variance(q: BestOfN): Real {
  return q.enclosed('Var X', unbiasedVariance, isConstant(q));
}

function spread(q: BestOfN): Real {
  return q.enclosed('KL · gap', spreadOf, isConstant(q));
}

function widest(q: BestOfN): Real {
  return q.enclosed('(log n − (n−1)/n) · gap', widestOf, q.isOneDraw || q.policy.isAtomless);
}

function spreadOf<T>(law: Law<T, T>): T {
  return law.field.mul(kl(law), gapOf(law));
}

function widestOf<T>(law: Law<T, T>): T {
  return law.field.mul(analyticalFormula(law.field, law.n), gapOf(law));
}

function mostOf<T>(law: Law<T, T>): T {
  return law.field.mul(analyticalFormula(law.field, law.n), kl(law));
}

function gapOf<T>(law: Law<T, T>): T {
  return law.field.minus(analyticalFormula(law.field, law.n), kl(law));
}

function varianceAgain<T>(law: Law<T, T>): T {
  const mean = kl(law);
  return law.field.minus(meanSquare(law), law.field.mul(mean, mean));
}

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
    yield { name: 'X ≤ log n − (n−1)/n', relation: atMost('X', estimate, 'log n − (n−1)/n', q.formula) };
  }
  const mean = q.quantity('E X', unbiasedMean, q.isTrivial);
  yield { name: 'E X = KL', relation: equal('E X', mean, 'KL', q.kl) };
  const squares = q.enclosed('E X²', meanSquare, q.isTrivial);
  const most = q.enclosed('(log n − (n−1)/n) KL', mostOf, q.isTrivial);
  yield { name: 'E X² ≤ (log n − (n−1)/n) E X', relation: atMost('E X²', squares, '(log n − (n−1)/n) KL', most) };
}
