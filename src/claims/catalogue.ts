import type { Claim } from './claim.ts';
import type { Paper } from './paper.ts';
import type { Sharpness } from './sharpness.ts';

/** The claims that are verified where none is named, and what else is known of them. */
export interface Catalogue {
  /** In the order of the reports. */
  readonly claims: readonly Claim[];
  /** The section of the documentation about a claim; null for a claim that is not in the catalogue. */
  readonly sectionOf: (id: string) => string | null;
  /** The papers that the sources of claims name by their arXiv numbers. */
  readonly papers: readonly Paper[];
  /** Instances that show that the constants of sharp inequalities cannot be improved. */
  readonly sharpness: () => readonly Sharpness[];
  /** Seconds that the canonical search of a claim took when it was measured. They order the work of the threads, and decide nothing. */
  readonly seconds: Readonly<Record<string, number>>;
}
