/** TiesShares.v: sums over outcomes that tie, by their definition, against those of src/theory over levels. */

import type { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { CHI_SQUARE, fDivergence, HELLINGER, REVERSE_KL, renyiDivergence } from '../../src/theory/divergences.ts';
import { klToFewer } from '../../src/theory/growth.ts';
import { totalVariation } from '../../src/theory/total-variation.ts';
import { level, ofLevels, ofTied, randomTies } from './ties.ts';
import { equal, type Instance, translate } from './translation.ts';
import { enclosed, HALF, index, lawOf, ln, ONE, p, pmf, rational, size, sum, sumOfForms, values } from './words.ts';

/** Two numbers of draws, either of them the larger one. */
function twoDraws({ q, random }: Instance): [number, number] {
  return [random.integer(1, 6), q.n];
}

const at = (list: readonly Rational[], i: number): Rational => list[i] ?? ONE;

/** Σ over outcomes of a function of law and mass. */
export function overOutcomes(instance: Instance, f: (law: Rational, mass: Rational) => Rational): Rational {
  const law = randomTies(instance);
  return sum(law.length, (i) => f(at(law, i), p(instance.q, i)));
}

/** The divergences of the outcomes by their definitions. */
export const chiSquareOf = (instance: Instance): Rational => overOutcomes(instance, (x, y) => x.sub(y).pow(2).div(y));

export const totalVariationOf = (instance: Instance, law = randomTies(instance)): Rational =>
  sum(law.length, (i) => at(law, i).sub(p(instance.q, i)).abs()).mul(HALF);

export function reverseKlOf(instance: Instance): LogForm {
  const law = randomTies(instance);
  return sumOfForms(law.length, (i) => ln(p(instance.q, i).div(at(law, i))).scale(p(instance.q, i)));
}

export function hellingerOf(instance: Instance): Real {
  const law = randomTies(instance);
  return enclosed((field) =>
    law.reduce((all, x, i) => {
      const away = field.sub(field.sqrt(field.rational(x)), field.sqrt(field.rational(p(instance.q, i))));
      return field.add(all, field.mul(away, away));
    }, field.integer(0)),
  );
}

/** Of an order that is an integer. */
export const renyiOf = (instance: Instance, a: number): LogForm =>
  ln(overOutcomes(instance, (x, y) => y.mul(x.div(y).pow(a)))).scale(rational(1, a - 1));

export function klBetweenOf(instance: Instance, m: number, n: number): LogForm {
  const [more, fewer] = [randomTies(instance, m), randomTies(instance, n)];
  return sumOfForms(more.length, (i) => ln(at(more, i).div(at(fewer, i))).scale(at(more, i)));
}

export const tiesShares = [
  translate('random_ties_one', '14ef451f6390', (instance) => {
    const i = index(instance.random, size(instance.q));
    return [equal(at(randomTies(instance, 1), i), p(instance.q, i))];
  }),
  translate('random_ties_expect', 'b258b40e5f50', (instance) => {
    const levels = ofLevels(instance);
    const r = values(instance.random, size(levels));
    const law = randomTies(instance);
    const ofOutcomes = sum(law.length, (i) => at(law, i).mul(at(r, level(instance, i))));
    return [
      equal(
        ofOutcomes,
        sum(size(levels), (l) => at(pmf(levels), l).mul(at(r, l))),
      ),
    ];
  }),
  // At f(x, y) = x²/y and |x − y|, which are homogeneous.
  translate('random_ties_homogeneous', '0f86ad96e3eb', (instance) => {
    const [m, n] = twoDraws(instance);
    const [more, fewer] = [randomTies(instance, m), randomTies(instance, n)];
    const levels = ofLevels(instance);
    const [moreLevels, fewerLevels] = [pmf(levels.at(m)), pmf(levels.at(n))];
    const functions = [(x: Rational, y: Rational) => x.pow(2).div(y), (x: Rational, y: Rational) => x.sub(y).abs()];
    return functions.map((f) =>
      equal(
        sum(more.length, (i) => f(at(more, i), at(fewer, i))),
        sum(moreLevels.length, (l) => f(at(moreLevels, l), at(fewerLevels, l))),
      ),
    );
  }),
  // At a polynomial φ.
  translate('random_ties_f_divergence', '2c0e4f8bb3d9', (instance) => {
    const coefficients = values(instance.random, 4);
    const phi = (x: Rational): Rational => coefficients.reduce((all, c) => all.mul(x).add(c), Rational.ZERO);
    const levels = ofLevels(instance);
    const best = pmf(levels);
    return [
      equal(
        overOutcomes(instance, (x, y) => y.mul(phi(x.div(y)))),
        sum(size(levels), (l) => p(levels, l).mul(phi(at(best, l).div(p(levels, l))))),
      ),
    ];
  }),
  translate('random_ties_kl_between', '73d2578ecf88', (instance) => {
    const [m, n] = twoDraws(instance);
    const between = klBetweenOf(instance, m, n);
    return [ofLevels(instance), ofTied(instance)].map((q) => equal(between, klToFewer(lawOf(q.at(m)), n)));
  }),
  translate('random_ties_ratio', '27c67d348736', (instance) => {
    const i = index(instance.random, size(instance.q));
    const [levels, l] = [ofLevels(instance), level(instance, i)];
    return [equal(at(randomTies(instance), i).div(p(instance.q, i)), at(pmf(levels), l).div(p(levels, l)))];
  }),
  translate('random_ties_chi_square', '78e10f3d503d', (instance) =>
    [ofLevels(instance), ofTied(instance)].map((q) => equal(chiSquareOf(instance), fDivergence(lawOf(q), CHI_SQUARE))),
  ),
  translate('random_ties_reverse_kl', 'f52e660a93a2', (instance) =>
    [ofLevels(instance), ofTied(instance)].map((q) => equal(reverseKlOf(instance), fDivergence(lawOf(q), REVERSE_KL))),
  ),
  // At a = 2, 3, 4.
  translate('random_ties_renyi', '0466eca608f2', (instance) => {
    const a = instance.random.integer(2, 4);
    const written = renyiOf(instance, a);
    return [ofLevels(instance), ofTied(instance)].map((q) => equal(written, renyiDivergence(lawOf(q), a)));
  }),
  translate('random_ties_hellinger', 'acecb604395c', (instance) => {
    const q = ofTied(instance);
    const value = q.enclosed('hellinger', (law) => fDivergence(law, HELLINGER), q.isTrivial);
    return [equal(hellingerOf(instance), value)];
  }),
  translate('random_ties_total_variation', '05c2b4394266', (instance) =>
    [ofLevels(instance), ofTied(instance)].map((q) => equal(totalVariationOf(instance), totalVariation(lawOf(q)))),
  ),
  // At a = 2, 3, 4, where both sums are rational; for q the law of best-of-n with ties.
  translate('renyi_by_ratios', 'd76e79e3efb9', (instance) => {
    const a = instance.random.integer(2, 4);
    const powers = overOutcomes(instance, (x, y) => x.pow(a).div(y.pow(a - 1)));
    return [equal(ln(powers).scale(rational(1, a - 1)), renyiOf(instance, a))];
  }),
];
