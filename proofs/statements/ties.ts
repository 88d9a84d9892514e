/** Ties of what the library computes to parts of the theorems. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import {
  betterEstimator,
  betterEstimatorMean,
  unbiasedEstimates,
  unbiasedMean,
} from '../../src/quantities/better-estimator.ts';
import { estimator } from '../../src/quantities/estimator.ts';
import { UNBIASED_VARIANCE } from '../../src/quantities/estimator-quantities.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { kl } from '../../src/quantities/kl.ts';
import { localGap, sumOfLocalGaps, sumOfSomeLocalGaps, topGap } from '../../src/quantities/local-gap.ts';
import { klBetween, meanReward, winRateOf } from '../../src/quantities/other-policy.ts';
import { meanUnderLaw } from '../../src/quantities/reward.ts';
import { winRate, winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import { phi } from '../../src/selection/best-of.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { likelihoodFactor } from '../../src/selection/likelihood.ts';
import { enumerate } from '../../src/selection/oracles/enumerate.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import {
  rewindKl,
  rewindKlByTerms,
  rewindLaw,
  rewindLawAfter,
  rewindWinRate,
  rewindWinRateByTerms,
} from '../../src/selection/rewind.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';
import type { CoqReal } from './number.ts';
import { best, index, law, lawOf, n, policy, real, tie, tied, values } from './tie.ts';
import { type Read, weights } from './values.ts';

const GAPS = 'sum K (fun i : nat => local_gap n (cdf p i) (cdf p (S i)))';
const LEVELS_KL = 'kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p)';
const ESTIMATE = 'formula (INR n) - local_gap n (cdf p y) (cdf p (S y)) / best_of K p n y';
const DEVIATION = `(${ESTIMATE} - kl K (best_of K p n) p) ^ 2`;

/** A function of the mass in (0, 1]; null at 0, which the library does not cover. */
const ofMass =
  (of: (read: Read, mass: Rational) => CoqReal, name: string) =>
  (read: Read): CoqReal | null =>
    real(read, name).sign() > 0 ? of(read, real(read, name)) : null;

/** The policy in which the outcomes that are not atoms are continuous parts. */
function mixed(read: Read): FinitePolicy {
  const atom = read('atom');
  if (typeof atom !== 'function') throw new TypeError('atoms are a function');
  const masses = values(read, 'p');
  const continuousParts = masses.flatMap((_, i) => (atom(i) ? [] : [i]));
  return FinitePolicy.fromWeights(weights(masses), { continuousParts });
}

/** The weights of the tilt with e^c = up/down. */
function tilted(read: Read, up: bigint, down: bigint): bigint[] {
  const rewards = values(read, 'r').map(({ num, den }) => num / den);
  return tiltedWeights(weights(values(read, 'p')), rewards, up, down);
}

/** e^c as [up, down], for a c that is drawn as the logarithm of a fraction or its negative. */
function base(read: Read): [bigint, bigint] {
  const form = read('c') as unknown as { logs: ReadonlyMap<bigint, Rational> };
  let [up, down] = [1n, 1n];
  for (const [m, { num, den }] of form.logs) {
    if (num / den > 0n) up *= m;
    else down *= m;
  }
  return [up, down];
}

export const ties = [
  tie('ratio_bounds', 'best_of K p n i', (read) => exactPmf(policy(read), n(read))[index(read, 'i')] as Rational),
  tie('ratio_bounds', 'best_of K p n i / p i', (read) => {
    const [of, i] = [policy(read), index(read, 'i')];
    const upTo = values(read, 'p')
      .slice(0, i + 1)
      .reduce((a, b) => a.add(b));
    return likelihoodFactor(exactField, of, n(read), i).mul(upTo.pow(n(read) - 1));
  }),
  tie('formula_nonneg', 'formula (INR n)', (read) => analyticalFormula(exactField, n(read))),
  tie('local_gap_nonneg', 'local_gap n a b', (read) => {
    const [a, b] = [real(read, 'a'), real(read, 'b')];
    return b.compare(Rational.ONE) > 0 ? null : localGap(exactField, a, b, n(read));
  }),
  tie('continuous_part_is_limit', 'Phi n b', (read) => phi(exactField, real(read, 'b'), n(read))),
  tie('continuous_part_is_limit', 'Phi n a', (read) => phi(exactField, real(read, 'a'), n(read))),
  tie(
    'top_gap_range',
    'top_gap n t',
    ofMass((read, t) => topGap(exactField, t, n(read)), 't'),
  ),
  tie(
    'estimator_range',
    'estimator n e',
    ofMass((read, e) => estimator(exactField, n(read))(e), 'e'),
  ),
  tie(
    'better_estimator_nonneg',
    'better_estimator n e',
    ofMass((read, e) => betterEstimator(exactField, n(read))(e), 'e'),
  ),
  tie('kl_le_formula', 'kl K (best_of K p n) p', (read) => best(read).kl),
  tie('kl_le_formula', 'formula (INR n)', (read) => best(read).atomlessKl),
  tie('gap_is_sum_of_local_gaps', 'formula (INR n) - kl K (best_of K p n) p', (read) => best(read).gap),
  tie('gap_is_sum_of_local_gaps', GAPS, (read) => sumOfLocalGaps(law(read))),
  tie('gap_ge_subset', 'sum K (fun i : nat => if S0 i then local_gap n (cdf p i) (cdf p (S i)) else 0)', (read) => {
    const chosen = read('S0');
    if (typeof chosen !== 'function') throw new TypeError('a set is a function');
    return sumOfSomeLocalGaps(law(read), (i) => chosen(i) === true);
  }),
  tie('kl_nonneg', 'kl K q p', (read) => klBetween(exactField, weights(values(read, 'q')), weights(values(read, 'p')))),
  tie('win_rate_kl_trade_off', 'win_rate K f p', (read) => winRateOf(policy(read), weights(values(read, 'f')))),
  tie('win_rate_trapezoid', 'win_rate K (best_of K p n) p', (read) => winRate(law(read))),
  tie('win_rate_le', 'win_rate K (best_of K p n) p', (read) => best(read).winRate),
  tie('win_rate_trapezoid', '1 - sum K (fun i : nat => p i * ((cdf p i ^ n + cdf p (S i) ^ n) / 2))', (read) =>
    winRateByTrapezoids(law(read)),
  ),
  tie('kl_le_estimator_best', 'estimator n (p (K - 1)%nat)', (read) => best(read).estimatorBest),
  tie(
    'estimator_upper',
    'expect K (best_of K p n) (fun y : nat => estimator n (p y))',
    (read) => best(read).estimatorMean,
  ),
  tie('better_estimator_upper', 'expect K (best_of K p n) (fun y : nat => better_estimator n (p y))', (read) =>
    betterEstimatorMean(law(read)),
  ),
  tie('unbiased_estimator', `expect K (best_of K p n) (fun y : nat => ${ESTIMATE})`, (read) => unbiasedMean(law(read))),
  tie('unbiased_estimator_range', ESTIMATE, (read) => {
    return unbiasedEstimates(exactField, policy(read), n(read))[index(read, 'y')] as CoqReal;
  }),
  tie('unbiased_estimator_variance_le', `expect K (best_of K p n) (fun y : nat => ${DEVIATION})`, (read) => {
    const q = best(read);
    return q.isTrivial ? null : q.of(UNBIASED_VARIANCE);
  }),
  tie('mixed_gap', 'mixed_kl K atom p n', (read) => kl(lawOf(mixed(read), n(read)))),
  tie('mixed_kl_le_formula', 'mixed_kl K atom p n', (read) => new BestOfN(mixed(read), n(read)).kl),
  tie('mixed_gap', 'sum K (fun i : nat => if atom i then local_gap n (cdf p i) (cdf p (S i)) else 0)', (read) =>
    sumOfLocalGaps(lawOf(mixed(read), n(read))),
  ),
  tie('reward_monotone', 'expect K (best_of K p n) r', (read) => meanUnderLaw(law(read), values(read, 'r'))),
  tie('kl_superadditive', 'kl K (best_of K p m) (best_of K p n)', (read) =>
    klToFewer(lawOf(policy(read), index(read, 'm')), n(read)),
  ),
  tie('rewind_law', 'rewind p k t i', (read) => {
    const i = index(read, 'i');
    return rewindLawAfter(exactField, policy(read), index(read, 'k'), index(read, 't'))[i] ?? null;
  }),
  tie('rewind_law', 'top_part p k i', (read) => {
    return rewindLaw(exactField, policy(read), index(read, 'k'))[index(read, 'i')] ?? null;
  }),
  tie('rewind_kl', 'kl K (top_part p k) p', (read) => rewindKlByTerms(exactField, policy(read), index(read, 'k'))),
  tie('rewind_kl', '- ln (1 - cdf p k)', (read) => rewindKl(exactField, policy(read), index(read, 'k'))),
  tie('rewind_win_rate', 'win_rate K (top_part p k) p', (read) =>
    rewindWinRateByTerms(exactField, policy(read), index(read, 'k')),
  ),
  tie('rewind_win_rate', '1 - (1 - cdf p k) / 2', (read) => rewindWinRate(policy(read), index(read, 'k'))),
  tie('random_ties_enumeration', 'random_ties K L lvl p n y', (read) => {
    return exactPmf(tied(read), n(read))[index(read, 'y')] as Rational;
  }),
  tie(
    'random_ties_enumeration',
    'mean_of_draws K p n (fun l : list nat => if list_max (map lvl l) =? lvl y then count y l / count (lvl y) (map lvl l) else 0)',
    (read) => enumerate(tied(read), n(read)).pmf[index(read, 'y')] as Rational,
  ),
  tie('level_kl_le', LEVELS_KL, (read) => new BestOfN(tied(read), n(read)).kl),
  tie('win_rate_ties_levels', 'win_rate_ties K lvl (best_of K p n) p', (read) => {
    return new BestOfN(tied(read), n(read)).winRate;
  }),
  tie('tilt_identity', 'kl K (tilt K p r c) p', (read) => {
    return klBetween(exactField, tilted(read, ...base(read)), weights(values(read, 'p')));
  }),
  tie('tilt_identity', 'kl K f (tilt K p r c)', (read) => {
    return klBetween(exactField, weights(values(read, 'f')), tilted(read, ...base(read)));
  }),
  tie('tilt_identity', 'expect K f r', (read) => {
    const rewards = values(read, 'r').map(({ num, den }) => num / den);
    return meanReward(weights(values(read, 'f')), rewards);
  }),
  tie('win_rate_kl_trade_off', 'ln ((exp c - 1) / c)', (read) => tiltedUniform(real(read, 'c')).logMean),
  tie('win_rate_le_optimal_curve', 'curve_kl c', (read) => tiltedUniform(real(read, 'c')).kl),
  tie('win_rate_le_optimal_curve', 'curve_win_rate c', (read) => tiltedUniform(real(read, 'c')).winRate),
];
