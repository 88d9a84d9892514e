/** Curve.v: laws f of integer weights on the outcomes, which are on the levels of `tied`. */

import { compare } from '../../src/arithmetic/compare.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import type { IntervalField } from '../../src/arithmetic/interval-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { optimalTilt, optimalWinRate, tiltedUniform } from '../../src/theory/optimal-curve.ts';
import { klBetween, otherKl, weightsOnAtoms, winRateOf } from '../../src/theory/other-policy.ts';
import { powerSum } from '../../src/theory/renyi.ts';
import { winRate } from '../../src/theory/win-rate.ts';
import {
  type Assertion,
  atMost,
  below,
  equal,
  type Instance,
  toReal,
  translate,
  type Number as Value,
} from './translation.ts';
import {
  areProbabilities,
  distribution,
  enclosed,
  formula,
  HALF,
  lawOf,
  ln,
  ONE,
  p,
  rational,
  share,
  size,
  sum,
  ZERO,
} from './words.ts';

/** A law f, its probabilities, KL from the reference and win rate with ties. */
function law({ q, tied, random }: Instance): { f: bigint[]; masses: Rational[]; cost: Real; won: Rational } {
  const f = distribution(random, size(q));
  const whole = f.reduce((all, weight) => all + weight, 0n);
  const masses = f.map((weight) => rational(weight, whole));
  return { f, masses, cost: otherKl(f, q.policy.outcomes), won: winRateOf(tied, f) };
}

/** How often f beats the reference, outcome by outcome, where those of one level tie. */
function pairByPair({ q, tied: { ranks } }: Instance, masses: readonly Rational[]): Rational {
  const counts = (i: number, j: number): Rational => {
    const [one, other] = [ranks[i] as number, ranks[j] as number];
    return one > other ? ONE : one === other ? HALF : ZERO;
  };
  return sum(size(q), (i) => sum(size(q), (j) => (masses[i] as Rational).mul(p(q, j)).mul(counts(i, j))));
}

/** By the contrapositive: who wins more pays more. */
function paysFor(won: Rational, most: Value, cost: Real, allowed: Value): Assertion {
  const winsMore = compare(toReal(won), toReal(most)).order === 'greater';
  return winsMore ? below(allowed, cost) : atMost(won, most);
}

/** 1/(n²(n+1)) */
const excess = (n: number): Rational => rational(1, n ** 2 * (n + 1));

export const curve = [
  translate('law_on_levels', '008d56e0ceb3', (instance) => {
    const { tied, q } = instance;
    const { f, masses, won } = law(instance);
    const onLevels = weightsOnAtoms(tied, f);
    const whole = onLevels.reduce((all, weight) => all + weight, 0n);
    return [
      ...areProbabilities(onLevels.map((weight) => rational(weight, whole))),
      atMost(klBetween(exactField, onLevels, tied.atoms), klBetween(exactField, f, q.policy.outcomes)),
      equal(pairByPair(instance, masses), won),
    ];
  }),
  // By sums over four parts of [0,1]: on each of them ln f and u are between their ends, as both increase.
  translate('curve_of_tilt', '3443b83efeb1', ({ random }) => {
    const c = share(random).mul(rational(6));
    const at = tiltedUniform(c);
    const ends = (value: (field: IntervalField, u: Rational, less: Interval) => Interval, end: 0 | 1) =>
      enclosed((field) => {
        const less = field.sub(field.exp(field.rational(c)), field.integer(1));
        const mass = (u: Rational) => field.div(field.exp(field.rational(c.mul(u))), less);
        return [0, 1, 2, 3].reduce((all, part) => {
          const [from, to] = [rational(part, 4), rational(part + 1, 4)];
          const weight = field.sub(mass(to), mass(from));
          return field.add(all, field.mul(weight, value(field, end === 0 ? from : to, less)));
        }, field.integer(0));
      });
    const log = (field: IntervalField, u: Rational, less: Interval): Interval =>
      field.add(field.log(field.div(field.rational(c), less)), field.rational(c.mul(u)));
    const itself = (field: IntervalField, u: Rational): Interval => field.rational(u);
    return [
      below(ends(itself, 0), at.winRate),
      below(at.winRate, ends(itself, 1)),
      below(ends(log, 0), at.kl),
      below(at.kl, ends(log, 1)),
    ];
  }),
  translate('curve_kl_onto', '6499eb1a8fee', ({ random }) => {
    const v = rational(random.integer(1, 40), 8);
    const c = optimalTilt(rationalReal(v));
    const back = enclosed((field) => {
      const tilt = c.enclose(60);
      const [exp, one] = [field.exp(tilt), field.integer(1)];
      const less = field.sub(exp, one);
      const mean = field.div(field.mul(tilt, exp), less);
      return field.sub(field.sub(mean, one), field.log(field.div(less, tilt)));
    });
    return [below(ZERO, c), equal(back, v)];
  }),
  translate('win_rate_ties_le_optimal_curve', '5971c759bcbf', (instance) => {
    const { cost, won } = law(instance);
    const at = tiltedUniform(share(instance.random).mul(rational(6)));
    return [paysFor(won, at.winRate, cost, at.kl)];
  }),
  // The reference is the law of no divergence.
  translate('win_rate_at_no_divergence', '5deaba078bd1', (instance) => {
    const { q, tied } = instance;
    const masses = q.policy.outcomes.map((_, i) => p(q, i));
    return [atMost(pairByPair(instance, masses), HALF), atMost(winRateOf(tied, q.policy.outcomes), HALF)];
  }),
  translate('optimal_win_rate', '152d4e8ab314', (instance) => {
    const { cost, won } = law(instance);
    return [atMost(won, optimalWinRate(cost))];
  }),
  translate('trade_off_at_formula', '843ed17ae117', (instance) => {
    const { n } = instance.q;
    const { cost, won } = law(instance);
    return [paysFor(won, rational(n, n + 1).add(excess(n)), cost, formula(n))];
  }),
  translate('trade_off_at_best_of', '26e66db11a7b', (instance) => {
    const { n } = instance.q;
    const best = new BestOfN(instance.tied.byLevel(), n);
    const { cost, won } = law(instance);
    const cubes = rational(n * (n - 1), 12).mul(powerSum(best.policy, 3));
    const most = winRate(lawOf(best)).add(excess(n)).add(cubes);
    return [paysFor(won, most, cost, best.kl)];
  }),
  // By logarithms, as e^−D is no rational number: both sides are those of 2/(n+1) ≤ e^−D.
  translate('rewind_at_formula', '05cf8575f4f2', ({ q: { n } }) => {
    const most = rational(n, n + 1);
    const half = HALF.mul(rational(2, n + 1));
    return [equal(ONE.sub(half), most), atMost(formula(n), ln(rational(n + 1, 2)))];
  }),
];
