import type { Assumption, Extension } from '../claims/claim.ts';
import type { Outcome } from '../claims/decide.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Regime } from '../claims/regimes.ts';
import type { Scale } from './every-instance.ts';

/** The parts of a run that decide instances of the claim's domain. */
export type Way = 'search' | 'exhaustive' | 'far' | 'climb';

/** How a counterexample was found; part of its file. */
export interface Found {
  readonly by: Way;
  readonly seed: number;
  /**
   * The number, from 1, of the refuted instance that led to it: among those that this part of the run checked or, where fast-check
   * shrank it, among all that the search generated.
   */
  readonly run: number;
  /** The steps of fast-check's shrinking; null where `reduce` reduced the counterexample instead. */
  readonly shrinkingSteps: number | null;
  /** Set where there were too many simplifications to try all of them. */
  readonly isCutShort?: true;
  /** What exhaustive enumeration says about smaller instances; null where there are too many. */
  readonly leastOf: { readonly tried: number; readonly maxDraws: number } | null;
}

export interface DecidedBy {
  readonly exact: number;
  readonly doubleDouble: number;
  /** The keys are significant digits, such as `40`. */
  readonly intervals: Readonly<Record<string, number>>;
}

export interface Margin {
  /** Decimal strings of an enclosure. */
  readonly lo: string;
  readonly hi: string;
  readonly instance: InstanceJson;
}

export type Outcomes = Readonly<Record<Outcome, number>>;

/** The largest n, number of atoms, and number of decimal digits of a weight among the instances of a run. */
export interface Reach {
  readonly draws: number;
  readonly atoms: number;
  readonly digits: number;
}

/** What a survey of one claim found. Plain data: it crosses threads and goes into reports. */
export interface ClaimRun {
  readonly id: string;
  readonly seed: number;
  readonly requested: number | null;
  readonly instances: number;
  /** Whether the survey visited all requested instances. */
  readonly complete: boolean;
  readonly outcomes: Outcomes;
  /** The parts of the run that refuted the claim, the search included. */
  readonly refutedBy: readonly Way[];
  /** Whether all parts of the run decided all their instances exactly. */
  readonly isExact: boolean;
  /** The extremes over the instances that were decided; null where there were none. */
  readonly reach: Reach | null;
  /** How many instances each tier decided. An instance counts for the costliest tier that one of its relations needed. */
  readonly decidedBy: DecidedBy;
  /** Instances with n = 1 or one atom. */
  readonly trivial: number;
  readonly regimes: Partial<Record<Regime, number>>;
  /** Among the instances of at least two atoms and n ≥ 2 on which the claim holds. */
  readonly smallestMargin: Margin | null;
  /** The least one that any part of the run found. */
  readonly counterexample: { readonly instance: InstanceJson; readonly found: Found } | null;
  readonly firstUndecided: InstanceJson | null;
  /** The instances of all parts of which the claim says nothing. Only conjectures that are typed may have such. */
  readonly silent: Silent;
  /** The instances of all parts of which the claim says something, and which were decided. */
  readonly decided: Decided;
  /** The number, from 1, of the instance at which the search first saw something unexpected; null where it saw nothing. */
  readonly noticedAt: number | null;
  readonly disagreement: { readonly name: string; readonly instance: InstanceJson } | null;
  /** The steps of the proof, checked on the first instances and on the first refuted one; null for a claim without a derivation. */
  readonly derivation: Derived | null;
  readonly exhaustive: EnumerationResult | null;
  readonly far: Far | null;
  /** Policies of two parameters; null in a run that does not end at the first refutation. */
  readonly shapes: Far | null;
  readonly climb: ClimbResult | null;
  readonly cells: readonly Cell[];
  /** The pieces that this run lacks, in a merge of some results only; left out where it lacks none. */
  readonly missing?: { readonly pieces: number; readonly of: number };
}

/** How often a premise was false, two sides agreed without being decided, and a formula had no value, with the first such instance. */
export interface Silent {
  readonly premiseFails: number;
  readonly noValue: number;
  readonly agree: number;
  readonly firstWithoutValue: InstanceJson | null;
}

/** How many instances were decided in exact arithmetic throughout, and how many needed enclosures. */
export interface Decided {
  readonly exact: number;
  readonly enclosed: number;
}

export interface Derived {
  readonly steps: readonly string[];
  readonly instances: number;
  readonly broken: { readonly step: string; readonly instance: InstanceJson } | null;
}

/** Every instance up to a scale. */
export interface EnumerationResult extends Scale {
  readonly instances: number;
  readonly outcomes: Outcomes;
}

/** Instances of very many draws or atoms, or of a single level. */
export interface Far {
  readonly instances: number;
  readonly outcomes: Outcomes;
}

/** Where hill climbing came nearest to a refutation. */
export interface ClimbResult {
  readonly evaluations: number;
  /** An enclosure of right − left there; `relative` is its ratio to the larger side, to a few digits. */
  readonly margin: { readonly lo: string; readonly hi: string };
  readonly relative: number;
  readonly instance: InstanceJson;
}

/** Whether a claim was seen to hold where an assumption fails; data for the report's matrix. */
export interface Cell {
  readonly assumption: Assumption;
  /** What the claim declares. */
  readonly declared: Extension;
  readonly instances: number;
  /** Further instances, about which the claim states nothing. */
  readonly silent: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Reduced as far as possible; null where nothing refutes the claim. */
  readonly counterexample: InstanceJson | null;
}
