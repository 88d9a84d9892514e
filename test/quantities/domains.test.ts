import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { chiSquareBound, hellingerBound, renyiBound, reverseKlBound } from '../../src/bounds/divergence-bounds.ts';
import { cubicConstant, cubicGapBound, gapUpperBound, halfGapBound } from '../../src/bounds/gap-bounds.ts';
import { idealDraws, idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { dualBound, optimalTilt, optimalWinRate, tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { betterEstimator, unbiasedEstimates } from '../../src/quantities/better-estimator.ts';
import { bregmanBound, bregmanBracket } from '../../src/quantities/bregman.ts';
import { powerDivergence, renyiDivergence } from '../../src/quantities/divergences.ts';
import { estimator } from '../../src/quantities/estimator.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { localGap, topGap } from '../../src/quantities/local-gap.ts';
import { klBetween, meanReward, otherKl, weightsOnAtoms, winRateOf } from '../../src/quantities/other-policy.ts';
import { powerSum, renyiEntropy } from '../../src/quantities/renyi.ts';
import { stepRewards } from '../../src/quantities/reward.ts';
import { totalVariationBound } from '../../src/quantities/total-variation.ts';
import { trapezoidError, winRateBound, winRateCubicBound, winRateGapBound } from '../../src/quantities/win-rate.ts';
import { kappa, kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { bestOf, phi } from '../../src/selection/best-of.ts';
import { distinctPmf } from '../../src/selection/distinct-winner.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { atomAt, Law } from '../../src/selection/law.ts';
import { likelihoodFactor, logLikelihoodRatio } from '../../src/selection/likelihood.ts';
import { exactPmf, pmf } from '../../src/selection/pmf.ts';
import { acceptedMass, rewindKl, rewindLaw, rewindLawAfter, rewindWinRate } from '../../src/selection/rewind.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';

const field = intervals(20);
const policy = FinitePolicy.fromWeights([1n, 2n, 3n]);
const q = new BestOfN(policy, 3);
const law = new Law(field, policy, bestOf(3));
const half = Rational.of(1, 2);
const one = Rational.ONE;

const BAD_DRAWS = [
  0,
  0.5,
  -1,
  1e9 + 1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Rational.of(1, 2),
  Rational.of(10n ** 9n + 1n),
];
const ofDraws: [string, (n: number) => unknown][] = [
  ['BestOfN', (n) => new BestOfN(policy, n)],
  ['BestOfN.at', (n) => q.at(n)],
  ['Law', (n) => new Law(field, policy, bestOf(n))],
  ['analyticalFormula', (n) => analyticalFormula(field, n)],
  ['phi', (n) => phi(field, half, n)],
  ['localGap', (n) => localGap(field, half, one, n)],
  ['topGap', (n) => topGap(field, half, n)],
  ['estimator', (n) => estimator(field, n)],
  ['betterEstimator', (n) => betterEstimator(field, n)],
  ['unbiasedEstimates', (n) => unbiasedEstimates(field, policy, n)],
  ['bregmanBracket', (n) => bregmanBracket(field, half, n)],
  ['bregmanBound', (n) => bregmanBound(field, half, n, 1)],
  ['bregmanBound, k', (n) => bregmanBound(field, half, 2, n)],
  ['distinctPmf', (n) => distinctPmf(policy, n)],
  ['chiSquareBound', chiSquareBound],
  ['hellingerBound', (n) => hellingerBound(field, n)],
  ['reverseKlBound', (n) => reverseKlBound(field, n)],
  ['renyiBound', (n) => renyiBound(field, n, 2)],
  ['gapUpperBound', (n) => gapUpperBound(policy, n)],
  ['halfGapBound', (n) => halfGapBound(policy, n)],
  ['cubicConstant', cubicConstant],
  ['cubicGapBound', (n) => cubicGapBound(policy, n)],
  ['klToFewer', (n) => klToFewer(law, n)],
  ['likelihoodFactor', (n) => likelihoodFactor(field, policy, n, 0)],
  ['logLikelihoodRatio', (n) => logLikelihoodRatio(field, policy, n, 0)],
  ['exactPmf', (n) => exactPmf(policy, n)],
  ['pmf', (n) => pmf(policy, n, false)],
  ['totalVariationBound', totalVariationBound],
  ['trapezoidError', (n) => trapezoidError(field, half, one, n)],
  ['winRateBound', winRateBound],
  ['winRateGapBound', (n) => winRateGapBound(policy, n)],
  ['winRateCubicBound', (n) => winRateCubicBound(policy, n)],
];

describe.each(ofDraws)('%s', (_, of) => {
  it.each(BAD_DRAWS)('refuses n = %s by name', (n) => {
    expect(() => of(n as number)).toThrow(DomainError);
    expect(() => of(n as number)).toThrow(/(n|k) must be/);
  });
});

const BAD_MASSES = [Rational.ZERO, Rational.of(-1, 2), Rational.of(3, 2)];
const ofMass: [string, (mass: Rational) => unknown][] = [
  ['BestOfN.estimatorAt', (mass) => q.estimatorAt(mass)],
  ['BestOfN.topGapAt', (mass) => q.topGapAt(mass)],
  ['estimator', (mass) => estimator(field, 3)(mass)],
  ['estimator at n = 1', (mass) => estimator(field, 1)(mass)],
  ['betterEstimator', (mass) => betterEstimator(field, 3)(mass)],
  ['topGap', (mass) => topGap(field, mass, 3)],
];

describe.each(ofMass)('%s', (_, of) => {
  it.each(BAD_MASSES)('refuses the mass %s', (mass) => {
    expect(() => of(mass)).toThrow(DomainError);
    expect(() => of(mass)).toThrow(`must be in (0, 1], not ${mass}`);
  });
});

const minus = rationalReal(Rational.of(-1, 3));
/** An argument outside the domain, and what the message names. */
const others: [string, () => unknown, string][] = [
  ['phi above 1', () => phi(field, Rational.of(3, 2), 2), 'the quantile u must be in [0, 1], not 3/2'],
  ['localGap with a = b', () => localGap(field, half, half, 2), 'the lower end a must be below the upper end 1/2'],
  ['localGap below 0', () => localGap(field, Rational.of(-1), half, 2), 'the lower end a must be in [0, 1], not -1'],
  ['trapezoidError above 1', () => trapezoidError(field, half, Rational.of(2), 2), 'the upper end b must be in [0, 1]'],
  ['bregmanBracket at r = 1', () => bregmanBracket(field, one, 2), 'the ratio r must be between 0 and 1, not 1'],
  [
    'bregmanBound at r = 0',
    () => bregmanBound(field, Rational.ZERO, 2, 1),
    'the ratio r must be between 0 and 1, not 0',
  ],
  ['BestOfN.renyi(1)', () => q.renyi(1), 'the order must be an integer from 2 to 10000, not 1'],
  ['powerSum(2.5)', () => powerSum(policy, 2.5), 'the order must be an integer from 2 to 10000, not 2.5'],
  ['powerSum, far too large', () => powerSum(policy, 10 ** 9), 'from 2 to 10000'],
  ['renyiEntropy(0)', () => renyiEntropy(field, policy, 0), 'the order must be an integer from 2 to 10000, not 0'],
  ['renyiBound at 1', () => renyiBound(field, 2, 1), 'the order α must be above 0 and not 1, not 1'],
  ['renyiDivergence at −1', () => renyiDivergence(law, -1), 'the order α must be above 0 and not 1, not -1'],
  ['renyiDivergence at NaN', () => renyiDivergence(law, Number.NaN), 'the order α must be a number, not NaN'],
  ['powerDivergence at 0', () => powerDivergence(0), 'the order α must be above 0 and not 1, not 0'],
  ['likelihoodFactor, no such atom', () => likelihoodFactor(field, policy, 2, 3), 'the index of an atom must be'],
  ['logLikelihoodRatio, no such atom', () => logLikelihoodRatio(field, policy, 2, -1), 'the index of an atom must be'],
  ['atomAt, no such atom', () => atomAt(law, 3), 'the index of an atom must be an integer from 0 to 2, not 3'],
  ['exactPmf of far too many digits', () => exactPmf(policy, 10 ** 9), 'have more than 100000000 bits'],
  ['exactPmf of real n', () => exactPmf(policy, 1.5), 'n must be an integer'],
  ['distinctPmf of real n', () => distinctPmf(policy, 1.5), 'n must be an integer'],
  ['acceptedMass', () => acceptedMass(policy, 3), 'the number of refused atoms must be an integer from 0 to 2, not 3'],
  [
    'rewindLaw',
    () => rewindLaw(field, policy, -1),
    'the number of refused atoms must be an integer from 0 to 2, not -1',
  ],
  [
    'rewindKl',
    () => rewindKl(field, policy, 1.5),
    'the number of refused atoms must be an integer from 0 to 2, not 1.5',
  ],
  [
    'rewindWinRate',
    () => rewindWinRate(policy, 9),
    'the number of refused atoms must be an integer from 0 to 2, not 9',
  ],
  ['rewindLawAfter, half a draw', () => rewindLawAfter(field, policy, 1, 0.5), 'must be an integer from 0 on, not 0.5'],
  ['tiltedUniform', () => tiltedUniform(Rational.ZERO), 'a tilt of the uniform density must be positive, not 0'],
  ['dualBound', () => dualBound(minus, Rational.ZERO), 'a tilt of the uniform density must be positive, not 0'],
  [
    'idealDraws of a negative KL',
    () => idealDraws(minus).enclose(20),
    'a KL divergence must be at least 0, not -0.333',
  ],
  [
    'idealWinRate of a negative KL',
    () => idealWinRate(minus).enclose(20),
    'a KL divergence must be at least 0, not -0.333',
  ],
  ['optimalWinRate of a negative KL', () => optimalWinRate(minus).enclose(20), 'a KL divergence must be at least 0'],
  ['optimalTilt of a negative KL', () => optimalTilt(minus).enclose(20), 'a KL divergence must be at least 0'],
  ['tiltedWeights, a base of 0', () => tiltedWeights([1n], [0n], 0n), 'a tilt needs a positive base'],
  ['tiltedWeights, too few rewards', () => tiltedWeights([1n, 1n], [0n], 2n), 'the rewards must be 2 numbers, not 1'],
  ['tiltedWeights, a negative reward', () => tiltedWeights([1n], [-1n], 2n), 'a reward must be at least 0, not -1'],
  ['klBetween, too few weights', () => klBetween(field, [1n, 1n], [1n]), 'the weights of ψ must be 2 numbers, not 1'],
  ['klBetween, nothing', () => klBetween(field, [0n], [1n]), 'the weights of φ must be'],
  [
    'klBetween, ψ vanishes',
    () => klBetween(field, [1n, 1n], [1n, 0n]),
    'a weight of ψ must be above 0 where that of φ is',
  ],
  ['otherKl, negative', () => otherKl([-1n, 2n], [1n, 1n]), 'a weight of φ must be at least 0, not -1'],
  ['winRateOf, too few weights', () => winRateOf(policy, [1n]), 'the weights must be 3 numbers, not 1'],
  ['weightsOnAtoms, too many', () => weightsOnAtoms(policy, [1n, 1n, 1n, 1n]), 'the weights must be 3 numbers, not 4'],
  ['meanReward', () => meanReward([1n], []), 'the rewards must be 1 numbers, not 0'],
  ['stepRewards', () => stepRewards(policy, [1n, -1n, 1n]), 'a step must be at least 0, not -1'],
  ['kappa', () => kappa(1), '1 is not an integer n from 2 to 10^9'],
  ['kappaUpper', () => kappaUpper(2.5), '2.5 is not an integer n from 2 to 10^9'],
  ['sharpQuadraticConstant', () => sharpQuadraticConstant(1e10), 'is not an integer n from 2 to 10^9'],
];

describe('an argument outside the domain is a DomainError that names it', () => {
  it.each(others)('%s', (_, of, message) => {
    expect(of).toThrow(DomainError);
    expect(of).toThrow(message);
  });
});
