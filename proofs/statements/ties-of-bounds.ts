/** Ties of the library's bounds, each of which a theorem writes out, and of the divergences that they bound. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { real as described } from '../../src/arithmetic/real.ts';
import { chiSquareBound, hellingerBound, renyiBound, reverseKlBound } from '../../src/bounds/divergence-bounds.ts';
import {
  cubicConstant,
  cubicGapBound,
  cubicGapBoundAtTwo,
  gapUpperBound,
  halfGapBound,
  weightedCubicGapBound,
} from '../../src/bounds/gap-bounds.ts';
import { HELLINGER_DISTANCE, RENYI_DIVERGENCE } from '../../src/quantities/divergence-quantities.ts';
import {
  CHI_SQUARE,
  fDivergence,
  powerDivergence,
  REVERSE_KL,
  renyiDivergence,
} from '../../src/quantities/divergences.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { totalVariation, totalVariationBound } from '../../src/quantities/total-variation.ts';
import { winRateBound, winRateCubicBound, winRateGapBound } from '../../src/quantities/win-rate.ts';
import { best, law, lawOf, n, policy, real, tie } from './tie.ts';
import type { Read } from './values.ts';

const CUBIC = 'INR n * (INR n - 1) ^ 2 / 24';
const SQUARES = 'sum K (fun i : nat => p i ^ 2)';
const CUBES = 'sum K (fun i : nat => p i ^ 3)';

const enclosed = (formula: (field: IntervalField) => Interval) =>
  described({ enclose: (digits) => formula(intervals(digits)) });

/** The order in the library's form: an integer or one half; null for any other. */
const order = (read: Read): number | null => {
  const { num, den } = real(read, 'a').reduced();
  if (den === 1n) return Number(num);
  return num === 1n && den === 2n ? 0.5 : null;
};

export const tiesOfBounds = [
  tie('gap_le_half_quadratic', `INR n * (INR n - 1) / 2 * ${SQUARES}`, (read) => halfGapBound(policy(read), n(read))),
  tie('gap_le_quadratic', `2 * INR n * (INR n - 1) * ${SQUARES}`, (read) => gapUpperBound(policy(read), n(read))),
  tie('top_gap_le_cubic', CUBIC, (read) => cubicConstant(n(read))),
  tie('gap_le_cubic_weighted', `${CUBIC} * sum K (fun i : nat => cdf p (S i) ^ (n - 3) * p i ^ 3)`, (read) =>
    weightedCubicGapBound(law(read)),
  ),
  tie('gap_le_cubic', `${CUBIC} * ${CUBES}`, (read) => cubicGapBound(policy(read), n(read))),
  tie('gap_two_le_cubic', '(ln 2 - 1 / 2) * sum K (fun i : nat => p i ^ 3 / cdf p (S i))', (read) =>
    cubicGapBoundAtTwo(lawOf(policy(read), 2)),
  ),
  tie('gap_two_le_quadratic', SQUARES, (read) => powerSum(policy(read), 2)),
  tie('win_rate_le', 'INR n / (INR n + 1)', (read) => winRateBound(n(read))),
  tie('win_rate_gap_le_quadratic', `(INR n - 1) / 2 * ${SQUARES}`, (read) => winRateGapBound(policy(read), n(read))),
  tie('win_rate_gap_le_cubic', `INR n * (INR n - 1) / 12 * ${CUBES}`, (read) =>
    winRateCubicBound(policy(read), n(read)),
  ),
  tie('win_rate_gap_two', `1 / 6 * ${CUBES}`, (read) => winRateCubicBound(policy(read), 2)),
  tie('chi_square_le', 'chi_square K (best_of K p n) p', (read) => fDivergence(law(read), CHI_SQUARE)),
  tie('chi_square_le', '(INR n - 1) ^ 2 / (2 * INR n - 1)', (read) => chiSquareBound(n(read))),
  tie('reverse_kl_le', 'kl K p (best_of K p n)', (read) => fDivergence(law(read), REVERSE_KL)),
  tie('reverse_kl_le', 'INR n - 1 - ln (INR n)', (read) => reverseKlBound(exactField, n(read))),
  tie('hellinger_le', 'hellinger_square K (best_of K p n) p', (read) => {
    const q = best(read);
    return q.isTrivial ? null : q.of(HELLINGER_DISTANCE);
  }),
  tie('hellinger_le', '2 * (1 - 2 * sqrt (INR n) / (INR n + 1))', (read) =>
    enclosed((field) => hellingerBound(field, n(read))),
  ),
  tie('renyi_le', 'renyi K a (best_of K p n) p', (read) => {
    const [q, a] = [best(read), order(read)];
    if (a === null || q.isTrivial) return null;
    return Number.isInteger(a) ? renyiDivergence(law(read), a) : q.of(RENYI_DIVERGENCE, Rational.fromDouble(a));
  }),
  tie('renyi_le', 'ln (Rpower (INR n) a / (a * (INR n - 1) + 1)) / (a - 1)', (read) => {
    const a = order(read);
    return a === null ? null : enclosed((field) => renyiBound(field, n(read), a));
  }),
  tie('total_variation_le', 'total_variation K (best_of K p n) p', (read) => totalVariation(law(read))),
  tie('total_variation_le', 'Rpower (1 / INR n) (1 / (INR n - 1)) - Rpower (1 / INR n) (INR n / (INR n - 1))', (read) =>
    totalVariationBound(n(read)),
  ),
  tie('f_divergence_le', 'sum K (fun i : nat => p i * phi (best_of K p n i / p i))', (read) => {
    const phi = read('phi');
    const isSquare = typeof phi === 'function' && (phi(Rational.ZERO) as Rational).sign() === 0;
    return fDivergence(law(read), isSquare ? powerDivergence(2) : CHI_SQUARE);
  }),
];
