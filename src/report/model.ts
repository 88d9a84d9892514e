import type { Certificate } from '../regions/certificate.ts';
import type { Status } from '../run/assess.ts';
import type { Known } from './known.ts';
import type { Report } from './schema.ts';

export type { Status } from '../run/assess.ts';

/** A cell of the matrix of assumptions: what was found, and whether the claim declares the same. */
export interface CellFinding {
  readonly found: 'holds' | 'fails' | 'undecided' | 'not applicable';
  readonly isDeclared: boolean;
}

/**
 * What a claim rests on. `proved`: all of it, by theorems that Coq accepted. `proved except`: by theorems, but for a named part. `certified`:
 * on instances only, each decided exactly or by enclosures. `refuted`: by a certified counterexample.
 */
export type Kind = 'proved' | 'proved except' | 'certified' | 'refuted' | 'undecided';

/** Numbers of claims. `asExpected` counts those that behaved as expected. */
export interface Counts {
  readonly claims: number;
  /** How many are not of the catalogue. What is expected to hold among these is no theorem. */
  readonly own: number;
  readonly theorems: { readonly all: number; readonly asExpected: number };
  readonly falsehoods: { readonly all: number; readonly asExpected: number };
  readonly questions: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** False claims that are proved to be false for every policy, and for some policy. */
  readonly provedFalse: { readonly always: number; readonly sometimes: number };
}

/** The claims whose source names a paper, or the project, or neither. */
export interface SourceGroup {
  /** The number at arXiv, `ours` or `others`. */
  readonly id: string;
  readonly name: string;
  /** The title of the paper and its address; null where it is none. */
  readonly title: string | null;
  readonly address: string | null;
  /** The ids of the claims that are taken from it, and of those that only name it. */
  readonly taken: readonly string[];
  readonly naming: readonly string[];
}

/** Link targets, relative to the report's folder; null or left out where there is no target. */
export interface Links {
  /** The sections with the definitions and the proof or refutation of each claim, by its id. */
  readonly sections: Readonly<Record<string, string>>;
  /** The folder of counterexamples. */
  readonly counterexamples: string | null;
  /** The page with the paper's figures in numbers. */
  readonly figures: string | null;
  /** The page that explains the words of the report. */
  readonly glossary: string | null;
  /** The sources of the proofs, and the page with all theorems. */
  readonly proofs: string | null;
  readonly theorems: string | null;
  /** The lines, from 1, of the sources on which theorems are stated, by their names. */
  readonly lines?: ReadonlyMap<string, number>;
}

/** Everything that a format may show of a run. Plain data, in which everything has been decided. */
export interface Model {
  readonly report: Report;
  /** The evidence for or against each claim, in a few words, by its id. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Whether each claim was found to hold without each assumption, by its id, in the order of its assumptions. */
  readonly matrix: Readonly<Record<string, readonly CellFinding[]>>;
  /** The worst status of a sharp inequality; null where none was checked. */
  readonly sharpness: Status | null;
  /** What each claim rests on, by its id. */
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly counts: Counts;
  /** The groups that have claims: the papers, the project, the rest. */
  readonly sources: readonly SourceGroup[];
  /** The boxes of the certified inequalities. */
  readonly certificates: readonly Certificate[];
  readonly links: Links;
  /** Where counterexamples were saved; null where they were not. */
  readonly store: string | null;
  readonly known: Known;
}

/** A format: converts the model to text; null where it has nothing to show. */
export type Reporter = (model: Model) => string | null;
