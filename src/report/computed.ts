import type { PrintedInterval } from '../arithmetic/print.ts';

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
