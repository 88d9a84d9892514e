import { type PrintedInterval, printReal } from '../arithmetic/print.ts';
import type { Real } from '../arithmetic/real.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { pmf } from '../selection/pmf.ts';

/** A number as `compute` prints it: its ends, and its exact form where it has one. */
export interface Printed extends PrintedInterval {
  readonly exact: string | null;
}

/** What `compute` finds for one policy and one n. */
export interface Computed {
  readonly n: number;
  readonly kl: Printed;
  readonly formula: Printed;
  readonly gap: Printed;
  readonly winRate: Printed;
  readonly winRateBound: Printed;
  readonly estimator: { readonly mean: Printed; readonly best: Printed };
  readonly renyi2: Printed;
  readonly renyi3: Printed;
  readonly pmf?: readonly Printed[];
}

/** The quantities of one policy and one n, with `digits` significant digits. Guarantee: exact or enclosures, as `printReal`. */
export function computedOf(policy: FinitePolicy, n: number, digits: number, withPmf: boolean): Computed {
  const q = new BestOfN(policy, n);
  const print = (value: Real): Printed => printed(value, digits);
  return {
    n,
    kl: print(q.kl),
    formula: print(q.atomlessKl),
    gap: print(q.gap),
    winRate: print(q.winRate),
    winRateBound: print(q.winRateBound),
    estimator: { mean: print(q.estimatorMean), best: print(q.estimatorBest) },
    renyi2: print(q.renyi(2)),
    renyi3: print(q.renyi(3)),
    ...(withPmf && { pmf: inInputOrder(policy, pmf(policy, n, q.hasExactForms).map(print)) }),
  };
}

/** A number as `compute` prints it. Guarantee: as `printReal`. */
export function printed(value: Real, digits: number): Printed {
  return { ...printReal(value, digits), exact: value.exact?.toString() ?? null };
}

/** Restores the order of the input; policies keep outcomes in the order of rewards. */
function inInputOrder<T>(policy: FinitePolicy, values: readonly T[]): T[] {
  const ordered = new Array<T>(values.length);
  values.forEach((value, index) => {
    ordered[policy.places[index] as number] = value;
  });
  return ordered;
}
