/** Identities.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { chiSquareBound, renyiBound } from '../../src/theory/divergence-bounds.ts';
import {
  CHI_SQUARE,
  fDivergence,
  HELLINGER,
  largestLogRatio,
  REVERSE_KL,
  renyiDivergence,
} from '../../src/theory/divergences.ts';
import { totalVariation } from '../../src/theory/total-variation.ts';
import { atMost, below, equal, translate } from './translation.ts';
import { bestOf, distribution, enclosed, lawOf, ln, ONE, p, powers, rational, size, sum, ZERO } from './words.ts';

export const identities = [
  translate('one_draw_diverges_nowhere', '52553dfa5d1f', ({ q, random }) => {
    const one = q.at(1);
    return [
      equal(one.kl, ZERO),
      equal(fDivergence(lawOf(one), REVERSE_KL), ZERO),
      equal(fDivergence(lawOf(one), CHI_SQUARE), ZERO),
      equal(totalVariation(lawOf(one)), ZERO),
      equal(
        one.enclosed('hellinger', (law) => fDivergence(law, HELLINGER)),
        ZERO,
      ),
      equal(renyiDivergence(lawOf(one), random.integer(2, 4)), ZERO),
    ];
  }),
  translate('chi_square_by_squares', 'f128bfa08452', ({ q, random }) => {
    const weights = distribution(random, size(q));
    const whole = weights.reduce((all, weight) => all + weight, 0n);
    const other = weights.map((weight) => rational(weight, whole));
    const bySquares = (masses: readonly Rational[]): Rational =>
      sum(size(q), (i) => (masses[i] as Rational).pow(2).div(p(q, i))).sub(ONE);
    const defined = sum(size(q), (i) => (other[i] as Rational).sub(p(q, i)).pow(2).div(p(q, i)));
    return [equal(defined, bySquares(other)), equal(fDivergence(lawOf(q), CHI_SQUARE), bySquares(bestOf(q)))];
  }),
  translate('largest_log_ratio', '892f4491e771', ({ q }) => {
    const ratios = bestOf(q).map((mass, i) => ln(mass.div(p(q, i))));
    const last = ratios[size(q) - 1] ?? ln(ONE);
    return [
      ...ratios.map((ratio) => atMost(ratio, last)),
      equal(largestLogRatio(lawOf(q)), last),
      atMost(last, ln(rational(q.n))),
    ];
  }),
  translate('gap_le_collision_entropy', '0ec2d20b94f9', ({ q }) => {
    const squares = powers(q, 2);
    const h = q.renyi(2);
    return [
      equal(h, ln(squares).scale(rational(-1))),
      equal(
        enclosed((field) => field.exp(field.neg(h.enclose(60)))),
        squares,
      ),
      atMost(q.gap, rational(2 * q.n * (q.n - 1)).mul(squares)),
    ];
  }),
  translate(
    'chi_square_lt',
    'e3a5294f3d56',
    ({ q }) => [
      equal(chiSquareBound(q.n), rational((q.n - 1) ** 2, 2 * q.n - 1)),
      below(fDivergence(lawOf(q), CHI_SQUARE), chiSquareBound(q.n)),
    ],
    { draws: 2 },
  ),
  translate(
    'renyi_two_lt',
    '6d985a738ead',
    ({ q }) => [
      equal(renyiBound(exactField, q.n, 2), ln(rational(q.n ** 2, 2 * (q.n - 1) + 1))),
      below(renyiDivergence(lawOf(q), 2), renyiBound(exactField, q.n, 2)),
    ],
    { draws: 2 },
  ),
];
