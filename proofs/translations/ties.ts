/** Ties.v: `tied` has the outcomes of q on levels, the best chosen at random among those drawn. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { klBetween } from '../../src/theory/other-policy.ts';
import { count, meanOfDraws } from './draws.ts';
import { atMost, below, equal, type Instance, translate } from './translation.ts';
import { areProbabilities, HALF, index, ONE, p, pmf, size, sum, ZERO } from './words.ts';

export const level = ({ tied }: Instance, i: number): number => tied.ranks[i] as number;
export const levelMass = (instance: Instance, l: number): Rational =>
  sum(size(instance.q), (i) => (level(instance, i) === l ? p(instance.q, i) : ZERO));

/** The levels as a policy of their own. */
export const ofLevels = (instance: Instance): BestOfN => {
  const masses = Array.from({ length: instance.tied.atoms.length }, (_, l) => levelMass(instance, l));
  return new BestOfN(FinitePolicy.fromProbabilities(masses), instance.q.n);
};
export const ofTied = ({ tied, q }: Instance): BestOfN => new BestOfN(tied, q.n);

/** How often a law beats the reference, outcome by outcome, where those of one level tie. */
function winRateTies(instance: Instance, weights: readonly Rational[]): Rational {
  const counts = (i: number, j: number): Rational => {
    const order = level(instance, i) - level(instance, j);
    return order > 0 ? ONE : order === 0 ? HALF : ZERO;
  };
  const K = size(instance.q);
  return sum(K, (i) => sum(K, (j) => (weights[i] as Rational).mul(p(instance.q, j)).mul(counts(i, j))));
}

/** p(y)/P of its level times what best-of-n of the levels gives that. */
export function randomTies(instance: Instance, n = instance.q.n): Rational[] {
  const best = pmf(ofLevels(instance).at(n));
  return Array.from({ length: size(instance.q) }, (_, i) => {
    const l = level(instance, i);
    return p(instance.q, i)
      .div(levelMass(instance, l))
      .mul(best[l] as Rational);
  });
}

const FEW_DRAWS = 3;

export const ties = [
  translate('level_policy', 'c81bdf2a1b44', (instance) => {
    const { atoms } = instance.tied;
    return [
      ...atoms.map((_, l) => below(ZERO, instance.tied.mass(l))),
      ...atoms.map((_, l) => equal(instance.tied.mass(l), levelMass(instance, l))),
      equal(
        sum(atoms.length, (l) => levelMass(instance, l)),
        ONE,
      ),
    ];
  }),
  translate('level_best_of', '4769cb5cd7ff', (instance) => {
    const l = index(instance.random, instance.tied.atoms.length);
    const upTo = sum(size(instance.q), (i) => (level(instance, i) === l ? (pmf(instance.q)[i] as Rational) : ZERO));
    return [equal(upTo, pmf(ofLevels(instance))[l] as Rational)];
  }),
  translate('level_kl_le', '26ed5f084355', (instance) => [
    atMost(ofLevels(instance).kl, instance.q.kl),
    atMost(ofTied(instance).kl, instance.q.kl),
  ]),
  translate('random_ties_enumeration', 'c47df2380bb3', (instance) => {
    const [{ q }, y] = [instance, index(instance.random, size(instance.q))];
    const few = { ...instance, q: q.at(Math.min(q.n, FEW_DRAWS)) };
    const chosen = meanOfDraws(q, few.q.n, (list) => {
      const levels = list.map((x) => level(instance, x));
      const best = level(instance, y);
      return Math.max(...levels) === best ? count(y, list).div(count(best, levels)) : ZERO;
    });
    return [equal(chosen, randomTies(few)[y] as Rational)];
  }),
  translate('random_ties_distribution', '8edee46f5a8f', (instance) => areProbabilities(randomTies(instance))),
  translate('random_ties_kl', 'f794187686ad', (instance) => {
    const law = randomTies(instance);
    const den = law.reduce((all, { den: d }) => all * d, 1n);
    const weights = law.map((value) => value.num * (den / value.den));
    return [
      equal(klBetween(exactField, weights, instance.q.policy.outcomes), ofLevels(instance).kl),
      equal(ofTied(instance).kl, ofLevels(instance).kl),
    ];
  }),
  translate('win_rate_ties_levels', '3985a9efac6c', (instance) => [
    equal(winRateTies(instance, pmf(instance.q)), ofLevels(instance).winRate),
    equal(winRateTies(instance, randomTies(instance)), ofLevels(instance).winRate),
    equal(ofTied(instance).winRate, ofLevels(instance).winRate),
  ]),
  translate('win_rate_ties_le', '98d2c611a262', (instance) => [
    atMost(winRateTies(instance, pmf(instance.q)), ofTied(instance).winRateBound),
  ]),
  translate('win_rate_ties_le_refined', 'fab7353b89c6', (instance) => [
    atMost(winRateTies(instance, pmf(instance.q)), instance.q.winRate),
  ]),
];
