import type { Interval } from '../arithmetic/interval.ts';
import type { Relation } from './claim.ts';
import type { Instance } from './instance.ts';

/** An instance on which the sides of a sharp inequality are nearly equal. */
export interface Sharpness {
  readonly claim: string;
  readonly instance: Instance;
  /** The inequality, one of the claim's. */
  readonly relation: Relation;
  /** (right − left)/right, enclosed. */
  readonly relative: Interval;
}
