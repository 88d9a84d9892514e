/** Examples.v */

import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { idealDraws, idealWinRate } from '../../src/theory/ideal-curve.ts';
import { atMost, below, equal, toReal, translate } from './translation.ts';
import {
  enclosed,
  form,
  formula,
  HALF,
  ln,
  ONE,
  p,
  pmf,
  rational,
  size,
  sum,
  sumOfForms,
  uniform,
  ZERO,
} from './words.ts';

const binary = (n: number): BestOfN => new BestOfN(uniform(2), n);
const FOUR_WEIGHTS = new BestOfN(FinitePolicy.fromWeights([2n, 1n, 1n, 1n]), 2);

/** Enough outcomes for the formula, or the bound of the win rate, to be nearer than 1/20. */
const ENOUGH = 400;

export const examples = [
  translate('uniform_policy', '42aeb3b5ec9b', ({ random }) => {
    const of = new BestOfN(uniform(random.integer(1, 9)), 1);
    const each = Array.from({ length: size(of) }, (_, i) => p(of, i));
    return [
      ...each.map((mass) => equal(mass, rational(1, size(of)))),
      equal(
        sum(size(of), (i) => p(of, i)),
        ONE,
      ),
    ];
  }),
  translate('formula_is_sharp', 'd4526b34d9ca', ({ q: { n }, random }) => {
    const near = new BestOfN(uniform(ENOUGH), n);
    return [below(difference(near.formula, rationalReal(rational(1, random.integer(2, 20)))), near.kl)];
  }),
  translate('win_rate_bound_is_sharp', '8f646dc2e2ec', ({ q: { n }, random }) => {
    const near = new BestOfN(uniform(ENOUGH), n);
    return [below(difference(near.winRateBound, rationalReal(rational(1, random.integer(2, 20)))), near.winRate)];
  }),
  translate(
    'uniform_gap_le',
    '1e44e71cc88f',
    ({ q: { n }, random }) => {
      const L = random.integer(1, 12);
      const bound = rational(n * (n - 1) ** 2, 24 * L ** 2).mul(rational(1, n - 2).add(rational(1, L)));
      return [atMost(new BestOfN(uniform(L), n).gap, bound)];
    },
    { draws: 3 },
  ),
  translate('binary_law', 'b3d0c686e82c', ({ q: { n } }) => {
    const [worse, better] = pmf(binary(n));
    return [equal(worse ?? ZERO, HALF.pow(n)), equal(better ?? ZERO, ONE.sub(HALF.pow(n)))];
  }),
  translate('binary_kl', '020e8d65b224', ({ q: { n } }) => {
    const rare = HALF.pow(n);
    const entropy = sumOfForms(2, (i) => {
      const mass = i === 0 ? rare : ONE.sub(rare);
      return ln(ONE.div(mass)).scale(mass);
    });
    return [equal(binary(n).kl, ln(rational(2)).sub(entropy))];
  }),
  translate('binary_kl_le_ln_2', '2583b1b2452f', ({ q: { n } }) => [atMost(binary(n).kl, ln(rational(2)))]),
  translate('binary_kl_two', '151202347547', () => [
    equal(
      binary(2).kl,
      ln(rational(3))
        .scale(rational(3, 4))
        .sub(ln(rational(2))),
    ),
  ]),
  translate('binary_win_rate_two', '80aa5bb23069', () => [equal(binary(2).winRate, rational(5, 8))]),
  translate('binary_formula_two', '090ac586ed7f', () => [
    equal(formula(2), ln(rational(2)).sub(form(HALF))),
    below(binary(2).kl, formula(2)),
  ]),
  translate('two_levels_example', '270aa468d669', () => {
    const levels = FinitePolicy.fromRanked([1n, 1n, 1n, 1n], [0, 0, 1, 1]);
    return [
      equal(rational(levels.atoms.length), rational(2)),
      ...levels.ranks.map((l, i) => equal(rational(l), rational(i >> 1))),
    ];
  }),
  // At real numbers too; formula is written out, as the library's is for draws.
  translate('formula_increasing', '4a266a522eb0', ({ random }) => {
    const x = rational(random.integer(8, 80), 8);
    const y = x.add(rational(random.integer(1, 40), 8));
    const at = (draws: typeof x) => ln(draws).sub(form(draws.sub(ONE).div(draws)));
    return [below(at(x), at(y))];
  }),
  translate('formula_onto', '23ee1d7d15f7', ({ random }) => {
    const v = rational(random.integer(1, 40), random.integer(1, 9));
    const m = idealDraws(rationalReal(v));
    const back = enclosed((field) => {
      const draws = m.enclose(60);
      return field.sub(field.log(draws), field.div(field.sub(draws, field.integer(1)), draws));
    });
    return [atMost(ONE, m), equal(back, v)];
  }),
  translate('ideal_curve_is_no_bound', '01502739d85e', () => [
    below(idealWinRate(FOUR_WEIGHTS.kl), FOUR_WEIGHTS.winRate),
    equal(toReal(sum(4, (i) => p(FOUR_WEIGHTS, i))), ONE),
    equal(p(FOUR_WEIGHTS, 0), rational(2, 5)),
  ]),
];
