import type { Paper } from '../claims/paper.ts';

/** A picture of the documentation: its path in the package, what it shows, and its text. */
export interface Picture {
  readonly path: string;
  readonly title: string;
  /** What one sees; null where the picture does not say. */
  readonly description: string | null;
  readonly svg: string;
}

/** What pages show beside the findings of a run. Plain data. */
export interface Known {
  /** The version of the program that writes the pages. */
  readonly version: string;
  readonly papers: readonly Paper[];
  /** The relations of the claims that give them as data, in LaTeX, by id: the left side, and the sign with the right side. */
  readonly relations: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** The ids of the claims of the catalogue. */
  readonly catalogue: readonly string[];
  readonly pictures: readonly Picture[];
}

export const NOTHING_KNOWN: Known = { version: '', papers: [], relations: {}, catalogue: [], pictures: [] };
