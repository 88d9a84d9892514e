import { printReal } from '../../src/arithmetic/print.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { pmf } from '../../src/selection/pmf.ts';
import { type Problem, quantitiesOf } from './problem.ts';
import { LARGEST_PMF, type Value, type Vector } from './schema.ts';

/** Certified digits of every value. */
const DIGITS = 50;
/** Longer exact forms are left out, since they tell a reader nothing. */
const LONGEST_EXACT = 100;

/** Computes the values of an instance. */
export function solve(problem: Problem): Omit<Vector, 'id' | 'flags'> {
  const { name, weights, ranks, ties, n } = problem;
  const q = quantitiesOf(problem);
  return {
    name,
    weights: weights.map(String),
    ranks: [...ranks],
    ties,
    n,
    values: {
      kl: print(q.kl),
      formula: print(q.atomlessKl),
      gap: print(q.gap),
      winRate: print(q.winRate),
      winRateBound: print(q.winRateBound),
      estimatorMean: print(q.estimatorMean),
      estimatorBest: print(q.estimatorBest),
      renyi2: print(q.renyi(2)),
      renyi3: print(q.renyi(3)),
      ...(weights.length <= LARGEST_PMF && { pmf: pmf(q.policy, n, q.hasExactForms).map(print) }),
    },
  };
}

/** A rational is printed from its quotient, so that one with few enough digits is printed exactly. */
function print(value: Real): Value {
  const rational = value.exact?.asRational();
  const exact = value.exact?.toString() ?? null;
  return {
    ...printReal(rational ? rationalReal(rational) : value, DIGITS),
    exact: exact !== null && exact.length <= LONGEST_EXACT ? exact : null,
  };
}

/** The given part of an instance in a file. */
export function problemOf({
  name,
  weights,
  ranks,
  ties,
  n,
}: Pick<Vector, 'name' | 'weights' | 'ranks' | 'ties' | 'n'>): Problem {
  return { name, weights: weights.map(BigInt), ranks, ties, n };
}
