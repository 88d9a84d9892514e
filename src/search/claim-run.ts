import type { Assumption, Survival } from '../claims/claim.ts';
import type { Outcome } from '../claims/decide.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Regime } from '../claims/regimes.ts';
import type { Scale } from './every-instance.ts';

/** The parts of a run that decide instances of the claim's domain. */
export type Way = 'search' | 'exhaustive' | 'far' | 'climb';

/** How a counterexample was come by; part of its file. */
export interface Found {
  readonly by: Way;
  readonly seed: number;
  /** The instance that was refuted and led to it, counted from 1 among those that this part of the run looked at. */
  readonly run: number;
  /** The steps of fast-check's shrinking; null where the counterexample was reduced otherwise. */
  readonly shrinkingSteps: number | null;
  /** Set where there were too many simplifications to try them all. */
  readonly isCutShort?: true;
  /** What exhaustive enumeration says about smaller instances; null where there are too many. */
  readonly leastOf: { readonly tried: number; readonly maxDraws: number } | null;
}

export interface DecidedBy {
  readonly exact: number;
  readonly doubleDouble: number;
  /** By significant digits, as `40`. */
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
  /** Whether the survey visited all that was requested. */
  readonly complete: boolean;
  readonly outcomes: Outcomes;
  /** The parts of the run that refuted the claim, the search being one of them. */
  readonly refutedBy: readonly Way[];
  /** Whether all parts of the run decided all their instances exactly. */
  readonly isExact: boolean;
  /** How far the instances went on which the claim was decided; null where there were none. */
  readonly reach: Reach | null;
  /** How many instances each tier decided: the costliest one that a relation of the instance needed. */
  readonly decidedBy: DecidedBy;
  /** Instances with n = 1 or one atom. */
  readonly trivial: number;
  readonly regimes: Partial<Record<Regime, number>>;
  /** Over instances of at least two atoms and n ≥ 2 on which the claim holds. */
  readonly smallestMargin: Margin | null;
  /** The least one that the run found, by whichever of its parts. */
  readonly counterexample: { readonly instance: InstanceJson; readonly found: Found } | null;
  readonly firstUndecided: InstanceJson | null;
  /** The instance, counted from 1, at which the search first noticed what it did not expect; null where it noticed nothing. */
  readonly noticedAt: number | null;
  readonly disagreement: { readonly name: string; readonly instance: InstanceJson } | null;
  /** The proof's steps on the first instances and on the first refuted one; null for a claim without. */
  readonly derivation: Derived | null;
  readonly exhaustive: Exhausted | null;
  readonly far: Far | null;
  readonly climb: Climbed | null;
  readonly cells: readonly Cell[];
}

export interface Derived {
  readonly steps: readonly string[];
  readonly instances: number;
  readonly broken: { readonly step: string; readonly instance: InstanceJson } | null;
}

/** Every instance up to a scale. */
export interface Exhausted extends Scale {
  readonly instances: number;
  readonly outcomes: Outcomes;
}

/** Instances of very many draws or atoms, or of a single level. */
export interface Far {
  readonly instances: number;
  readonly outcomes: Outcomes;
}

/** Where hill climbing came nearest to a refutation. */
export interface Climbed {
  readonly evaluations: number;
  /** right − left there, enclosed, and in proportion to the larger side to a few digits. */
  readonly margin: { readonly lo: string; readonly hi: string };
  readonly relative: number;
  readonly instance: InstanceJson;
}

/** Whether a claim was seen to survive an assumption's failing; data for the report's matrix. */
export interface Cell {
  readonly assumption: Assumption;
  /** What the claim says of itself. */
  readonly declared: Survival;
  readonly instances: number;
  /** Instances besides these of which the claim states nothing. */
  readonly silent: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Reduced as far as it goes; null where nothing refutes the claim. */
  readonly counterexample: InstanceJson | null;
}
