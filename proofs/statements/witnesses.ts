/**
 * Witnesses. A statement that a policy, a constant or a threshold exists is checked with one witness for the drawn variables, which
 * shows that it is true for them. For a statement about the best constant, a policy shows that half of the constant is too small.
 */

import type { Random } from '../../src/search/random.ts';
import type { Value } from './value.ts';
import { around, byWeights, fraction, list, onDust, type Read, type Special, uniform } from './values.ts';

const draws = (read: Read): number => read('n') as number;
const from = (count: number) => () => [[count]];

/** The values of n where a statement is about all n ≥ N: some from N on, and n = 1. */
const fromThere = (read: Read): Value[][] => [0, 1, 8].map((more) => [(read('N') as number) + more]).concat([[1]]);

/** A quarter of the mass on the lowest outcome, whose gap is large, and the rest on so many others that Σ p_i³ is small. */
const heavyLowest = (count: number): Value[] => [
  count + 1,
  list(count + 1, (i) => (i === 0 ? fraction(1, 4) : fraction(3, 4 * count))),
];

/** The best outcome is so heavy that best-of-40 almost certainly chooses it. */
export const heavyTop = {
  p: (read: Read, { integer }: Random): Value =>
    byWeights(Array.from({ length: read('K') as number }, (_, i) => (i + 1 === read('K') ? 9 : integer(1, 3)))),
};

/** The best outcome is so seldom drawn that KL grows about as n log n. */
const seldom = (n: number): Value[] => [3, byWeights([1, 60 * n, 1])];

const CUBIC: Special = {
  draw: {
    n: (_, { integer }) => integer(3, 4),
    k: (read, { integer }) =>
      fraction(draws(read) * (draws(read) - 1) ** 2, 24).mul(
        fraction([40, 24, 20, 10, 30, 1][integer(0, 5)] as number, 20),
      ),
  },
  candidates: { 'K p': () => [onDust(fraction(1, 5), 8)] },
};

export const WITNESSES: Readonly<Record<string, Special>> = {
  gap_cubic_constant_sharp: CUBIC,
  gap_cubic_weighted_constant_sharp: CUBIC,
  gap_cubic_constant_iff: CUBIC,
  win_rate_cubic_constant_sharp: {
    draw: {
      n: (_, { integer }) => integer(2, 4),
      k: (read, random) => around(fraction(draws(read) * (draws(read) - 1), 12), random),
    },
    candidates: { 'K p': () => [onDust(fraction(1, 5), 8)] },
  },
  weighted_cubes_le: { draw: { n: (_, { integer }) => integer(1, 8) } },
  // κ up to 1/2: larger ones need more outcomes.
  no_cubic_bound_at_two: {
    draw: { k: (_, { integer }) => fraction(integer(-2, 8), 16) },
    candidates: { 'K p': () => [heavyLowest(8)] },
  },
  kl_gt_ln_minus_one: { candidates: { 'K p': () => [uniform(6)] } },
  kl_has_no_largest_policy: { candidates: { "K' p'": () => [uniform(9)] } },
  kl_is_not_concave: {
    draw: { n: (_, { integer }) => integer(1, 3) },
    candidates: { 'K p': (read) => [seldom(draws(read))] },
  },
  kl_far_below_formula: {
    draw: {
      ...heavyTop,
      M: (_, { integer }) => fraction(integer(-2, 2), 4),
    },
    candidates: { N: from(12), n: fromThere },
  },
  estimator_below_kl: {
    draw: {
      K: (_, { integer }) => integer(2, 3),
      p: (read, { integer }) => byWeights([integer(2, 4), integer(1, 2), 1].toSpliced(1, 3 - (read('K') as number))),
      i: () => 0,
    },
    candidates: { N: from(24), n: fromThere },
  },
  total_variation_below_bound: { candidates: { p: () => [[list(2, (i) => fraction(i + 1, 3))]] } },
  outcome_masses_are_no_bound: { candidates: { 'K p': () => [uniform(60)] } },
};
