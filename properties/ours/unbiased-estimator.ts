import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { betterEstimator, unbiasedMean } from '../../src/quantities/better-estimator.ts';
import { UNBIASED_MEAN } from '../../src/quantities/estimator-quantities.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { localGapAt, localGapScales, placeOf, someAtoms } from '../shared/atoms.ts';
import { betterEstimatorAgain, composedPmf, inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'unbiased-estimator',
  title: 'Mass and quantile give the KL in the mean',
  statement: 'E_{y∼π} X(y) = KL(π‖p) and 0 ≤ X ≤ log n − (n−1)/n for X(y) = D̂*_n(p(y)/F(y))',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; levels for outcomes where rewards tie',
  expected: 'holds',
  proof: {
    theorems: [
      'quantile_estimator_mean',
      'quantile_estimator_range',
      'level_policy',
      'random_ties_kl',
      'random_ties_expect',
    ],
  },
  domain: { atoms: 1, draws: 1, exactForms: true },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.2, ties: 0.05 },
  cost: 'high',
  extensions: { 'real-draws': { notApplicable: 'exact forms, which decide the identity, need an integer n' } },
  *relations(q) {
    yield equal('E X', q.of(UNBIASED_MEAN), 'KL', q.kl);
    for (const i of someAtoms(q)) {
      yield atMost('0', rationalReal(Rational.ZERO), `X(${i + 1})`, estimateAt(q, i));
      yield atMost(`X(${i + 1})`, estimateAt(q, i), 'log n − (n−1)/n', q.atomlessKl);
    }
  },
  *crossChecks(q) {
    for (const i of someAtoms(q)) {
      const { share } = placeOf(q, i);
      yield {
        name: `X(${i + 1}) and formula − γ/(1−(1−t)^n)`,
        one: estimateAt(q, i),
        other: betterEstimatorAgain(q, share),
      };
    }
    const mean = q.of(UNBIASED_MEAN);
    yield { name: 'E X by the composed PMF', one: mean, other: meanAgain(q) };
    yield* inDecimals('E X', q, mean, unbiasedMean);
  },
  derivation: steps,
});

/** X at the atom with index i. */
export function estimateAt(q: BestOfN, i: number): Real {
  return q.of(ESTIMATE, placeOf(q, i).share);
}

/** D̂*_n(p/F), in nats, for a share p/F in (0, 1]. */
const ESTIMATE = defineQuantity<[share: Rational]>({
  symbol: 'X',
  formula: ({ field, n }, share) => betterEstimator(field, n)(share),
  isZero: ({ isOneDraw }, share) => isOneDraw || share.equals(Rational.ONE),
});

/** The mean, outcome by outcome, with the quantile of the outcome's level. */
function meanAgain(q: BestOfN): Real {
  const { policy } = q;
  return composedPmf(q).reduce<Real>((total, probability, y) => {
    const i = policy.atomOf(y);
    return sum(total, multiple(probability, betterEstimatorAgain(q, placeOf(q, i).share)));
  }, rationalReal(Rational.ZERO));
}

function* steps(q: BestOfN): Generator<Step> {
  yield {
    name: 'KL = formula − Σ g(F_{i−1}, F_i)',
    relation: equal('KL', q.kl, 'formula − Σ g', difference(q.atomlessKl, q.gapByParts)),
  };
  for (const i of someAtoms(q)) {
    const { share, upTo } = placeOf(q, i);
    yield localGapScales(q, i);
    const seen = Rational.ONE.sub(exactField.pow(Rational.ONE.sub(share), q.draws));
    const won = exactField.pow(upTo, q.draws).mul(seen);
    const spread = multiple(won, difference(q.atomlessKl, estimateAt(q, i)));
    yield {
      name: 'g(F_{i−1}, F_i) = π_i (formula − X_i)',
      relation: equal('g', localGapAt(q, i), 'π (formula − X)', spread),
    };
  }
}
