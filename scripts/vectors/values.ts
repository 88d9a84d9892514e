import { printReal } from '../../src/arithmetic/print.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { pmf } from '../../src/selection/pmf.ts';
import { LARGEST_PMF, type Value, type Vector } from './schema.ts';

/** Certified digits of every value. */
const DIGITS = 50;
/** Longer exact forms are left out, since they tell a reader nothing. */
const LONGEST_EXACT = 100;

/** The given part of an instance. The values follow from it. */
export interface Problem {
  readonly name: string;
  readonly weights: readonly bigint[];
  /** Reward levels from 0, nondecreasing. */
  readonly ranks: readonly number[];
  readonly ties: 'level' | 'order';
  readonly n: number;
}

/** The project's quantities of an instance. A common factor of the weights changes neither p nor π. */
export function quantitiesOf({ weights, ranks, ties, n }: Problem): BestOfN {
  return new BestOfN(FinitePolicy.fromRanked(weights, ranks, { ties }), n);
}

/** Computes the values of an instance. */
export function solve(problem: Problem): Vector {
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
export function problemOf({ name, weights, ranks, ties, n }: Vector): Problem {
  return { name, weights: weights.map(BigInt), ranks, ties, n };
}
