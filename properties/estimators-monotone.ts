import { Rational } from '../src/arithmetic/rational.ts';
import { multiple, type Real, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim, type Step } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import type { BestOfN } from '../src/theory/best-of-n.ts';
import { betterEstimator, betterEstimatorMean } from '../src/theory/better-estimator.ts';
import { estimatorMean } from '../src/theory/estimator.ts';
import { analyticalFormula } from '../src/theory/formula.ts';
import type { Law } from '../src/theory/law.ts';
import { enclosedOnly, moreDraws, someMasses } from './atoms.ts';
import { betterMean } from './better-estimator.ts';
import { inDecimals } from './second-ways.ts';

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
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    for (const m of moreDraws(q)) {
      const more = q.at(m);
      yield atMost('E D̂_n', enclosedOnly(q.estimatorMean), `E D̂_${m}`, enclosedOnly(more.estimatorMean));
      yield atMost('E D̂*_n', betterMean(q), `E D̂*_${m}`, betterMean(more));
    }
  },
  *secondWays(q) {
    const more = q.at(q.draws.add(Rational.ONE));
    yield* inDecimals('E D̂_(n+1)', more, more.estimatorMean, estimatorMean);
    yield* inDecimals('E D̂*_(n+1)', more, betterMean(more), betterEstimatorMean);
  },
  derivation: steps,
});

/** What suffices at every mass: D̃_n − D̂*_n(ε) = β ≤ (n−1)y/2 for y = −log(1−ε), and y/(e^(ny) − 1) ≤ 1/n. */
function* steps(q: BestOfN): Generator<Step> {
  if (q.isOneDraw) return;
  for (const mass of someMasses(q)) {
    if (mass.equals(Rational.ONE)) continue;
    const rest = Rational.ONE.sub(mass);
    const share = q.enclosed('β', shareOf, false, mass);
    const half = q.draws.sub(Rational.ONE).div(Rational.of(-2));
    yield { name: 'β ≤ (n−1)y/2', relation: atMost('β', share, '(n−1)y/2', multiple(half, logOf(q, rest))) };
    const rate = q.enclosed('ψ', rateOf, false, rest);
    const most = rationalReal(Rational.ONE.div(q.draws));
    yield { name: 'ψ(y) ≤ 1/n', relation: atMost('ψ', rate, '1/n', most) };
  }
}

function logOf(q: BestOfN, rest: Rational): Real {
  return q.quantity(`log ${rest}`, logarithm, false, rest);
}

function logarithm<Q, T>({ field }: Law<Q, T>, x: Rational): T {
  return field.log(field.rational(x));
}

/** D̃_n − D̂*_n(ε). */
function shareOf<T>({ field, n }: Law<T, T>, mass: Rational): T {
  return field.minus(analyticalFormula(field, n), betterEstimator(field, n)(mass));
}

/** y/(e^(ny) − 1) = −r^n log r/(1 − r^n) for r = e^−y. */
function rateOf<T>({ field, n }: Law<T, T>, rest: Rational): T {
  const power = field.pow(field.rational(rest), n);
  const odds = field.div(power, field.sub(field.rational(Rational.ONE), power));
  return field.scale(field.mul(field.rational(Rational.of(-1)), odds), field.log(field.rational(rest)));
}
