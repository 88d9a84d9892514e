import type { Outcome } from '../claims/decide.ts';
import type { InstanceJson } from '../claims/instance.ts';
import type { Regime } from '../claims/regimes.ts';
import type { Cell } from './assumptions.ts';
import type { Scale } from './every-instance.ts';

/** How a counterexample was come by; part of its file. */
export interface Found {
  readonly by: 'search' | 'exhaustive' | 'climb';
  readonly seed: number;
  /** The instance looked at, counted from 1, that was refuted first. */
  readonly run: number;
  /** The steps of fast-check's shrinking; null where the counterexample was reduced otherwise. */
  readonly shrinkingSteps: number | null;
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

/** What a survey of one claim found. Plain data: it crosses threads and goes into reports. */
export interface ClaimRun {
  readonly id: string;
  readonly seed: number;
  readonly requested: number | null;
  readonly instances: number;
  /** Whether the survey visited all that was requested. */
  readonly complete: boolean;
  readonly outcomes: { readonly holds: number; readonly refuted: number; readonly undecided: number };
  /** How many instances each tier decided: the costliest one that a relation of the instance needed. */
  readonly decidedBy: DecidedBy;
  /** Instances with n = 1 or one atom. */
  readonly trivial: number;
  readonly regimes: Partial<Record<Regime, number>>;
  /** Over instances of at least two atoms and n ≥ 2 on which the claim holds. */
  readonly smallestMargin: Margin | null;
  readonly counterexample: { readonly instance: InstanceJson; readonly found: Found } | null;
  readonly firstUndecided: InstanceJson | null;
  /** The instance, counted from 1, at which the search first noticed what it did not expect; null where it noticed nothing. */
  readonly noticedAt: number | null;
  readonly disagreement: { readonly name: string; readonly instance: InstanceJson } | null;
  /** The proof's steps on the first instances and on the first refuted one; null for a claim without. */
  readonly derivation: Derived | null;
  readonly exhaustive: Exhausted | null;
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
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** Where hill climbing came nearest to a refutation. */
export interface Climbed {
  readonly evaluations: number;
  /** right − left there, enclosed, and in proportion to the larger side to a few digits. */
  readonly margin: { readonly lo: string; readonly hi: string };
  readonly relative: number;
  readonly instance: InstanceJson;
}
