import type { Certificate } from '../regions/certificate.ts';
import type { Standing } from '../run/assess.ts';
import type { Report } from './schema.ts';

/** What a run comes to; the exit code follows from it. */
export type Status = 'ok' | 'failed' | 'inconclusive';

/** A cell of the matrix of assumptions: what was found, and whether the claim says so of itself. */
export interface CellFinding {
  readonly found: 'yes' | 'no' | 'undecided' | 'unasked';
  readonly isDeclared: boolean;
}

/** From where the report is written to what it speaks of; null or left out where there is nothing to lead to. */
export interface Links {
  /** To the definitions and the proof or refutation of each claim, by its id. */
  readonly sections: Readonly<Record<string, string>>;
  /** To the folder of counterexamples. */
  readonly counterexamples: string | null;
  /** To what the paper's figures show in numbers. */
  readonly figures: string | null;
  /** To the sources of the proofs, and to the page with all theorems. */
  readonly proofs: string | null;
  readonly theorems: string | null;
}

/** All that a format may show of a run. Plain data: what is to be decided has been. */
export interface Model {
  readonly status: Status;
  readonly report: Report;
  /** What there is for or against each claim, in a few words, by its id. */
  readonly evidence: Readonly<Record<string, string>>;
  /** What each claim was found to survive, by its id, in the order of its assumptions. */
  readonly matrix: Readonly<Record<string, readonly CellFinding[]>>;
  /** The worst standing of a sharp inequality; null where none was looked at. */
  readonly sharpness: Standing | null;
  /** The boxes of the certified inequalities. */
  readonly certificates: readonly Certificate[];
  readonly links: Links;
  /** Where counterexamples were saved; null where they were not. */
  readonly store: string | null;
}

/** A format: the text that it makes of the model; null where there is nothing for it to say. */
export type Reporter = (model: Model) => string | null;
