/** Ties of what the library computes for rewards that tie, with random tie-breaking, for the optimal curve, and for the Bregman form. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { real as described } from '../../src/arithmetic/real.ts';
import { tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { bregmanBound, bregmanBracket } from '../../src/quantities/bregman.ts';
import { HELLINGER_DISTANCE } from '../../src/quantities/divergence-quantities.ts';
import { CHI_SQUARE, fDivergence, largestLogRatio, REVERSE_KL } from '../../src/quantities/divergences.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { winRateOf } from '../../src/quantities/other-policy.ts';
import { renyiEntropy } from '../../src/quantities/renyi.ts';
import { totalVariation } from '../../src/quantities/total-variation.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import { exp, minus } from './number.ts';
import { index, law, lawOf, n, policy, real, tie, tied, values } from './tie.ts';
import { type Read, weights } from './values.ts';

const TIES = 'random_ties K L lvl p n';
const SCALE = 'ln (cdf p (S i) / cdf p i)';
const BRACKET =
  `log_sinh_ratio (${SCALE}) - log_sinh_ratio (INR n * ${SCALE}) + ` +
  `(INR n - 1) * ${SCALE} * log_sinh_slope (INR n * ${SCALE})`;
const SQUARED = '(INR n - 1) ^ 2 * x ^ 2';

const lawOfTies = (read: Read) => lawOf(tied(read), n(read));

/** e^−x for an x that is drawn as the logarithm of a fraction. */
const ratioOf = (read: Read): Rational => exp(minus(read('x') as LogForm)) as Rational;

const bregmanBoundAt = (at: (read: Read) => number) => (read: Read) =>
  described({ enclose: (digits) => bregmanBound(intervals(digits), ratioOf(read), n(read), at(read)) });

const winRateOfOther = (read: Read): Rational => winRateOf(tied(read), weights(values(read, 'f')));

export const tiesOfLevels = [
  tie('random_ties_ratio', `${TIES} i`, (read) => {
    return n(read) < 1 ? null : (exactPmf(tied(read), n(read))[index(read, 'i')] as Rational);
  }),
  tie('random_ties_kl', `kl K (${TIES}) p`, (read) => new BestOfN(tied(read), n(read)).kl),
  tie('random_ties_chi_square', `chi_square K (${TIES}) p`, (read) => fDivergence(lawOfTies(read), CHI_SQUARE)),
  tie('random_ties_reverse_kl', `kl K p (${TIES})`, (read) => fDivergence(lawOfTies(read), REVERSE_KL)),
  tie('random_ties_hellinger', `hellinger_square K (${TIES}) p`, (read) => {
    const q = new BestOfN(tied(read), n(read));
    return q.isTrivial ? null : q.of(HELLINGER_DISTANCE);
  }),
  tie('random_ties_total_variation', `total_variation K (${TIES}) p`, (read) => totalVariation(lawOfTies(read))),
  tie('kl_superadditive_ties', `kl K (random_ties K L lvl p m) (${TIES})`, (read) =>
    klToFewer(lawOf(tied(read), index(read, 'm')), n(read)),
  ),
  tie('law_on_levels', 'win_rate_ties K lvl f p', winRateOfOther),
  tie('trade_off_at_formula', 'win_rate_ties K lvl f p', winRateOfOther),
  tie('win_rate_ties_le_optimal_curve', 'curve_kl c', (read) => tiltedUniform(real(read, 'c')).kl),
  tie('win_rate_ties_le_optimal_curve', 'curve_win_rate c', (read) => tiltedUniform(real(read, 'c')).winRate),
  tie('largest_log_ratio', 'ln (best_of K p n (K - 1) / p (K - 1)%nat)', (read) => largestLogRatio(law(read))),
  tie('gap_le_collision_entropy', 'h', (read) => renyiEntropy(exactField, policy(read), 2)),
  tie('local_gap_bregman', BRACKET, (read) => {
    const [below, upTo] = [0, 1].map((more) =>
      values(read, 'p')
        .slice(0, index(read, 'i') + more)
        .reduce((a, b) => a.add(b), Rational.ZERO),
    ) as [Rational, Rational];
    return bregmanBracket(exactField, below.div(upTo).reduced(), n(read));
  }),
  tie('bregman_bounds', `1 / 2 * log_sinh_curvature (INR n * x) * ${SQUARED}`, bregmanBoundAt(n)),
  tie(
    'bregman_bounds',
    `1 / 2 * log_sinh_curvature x * ${SQUARED}`,
    bregmanBoundAt(() => 1),
  ),
];
