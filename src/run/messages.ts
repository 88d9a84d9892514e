import type { Outcome } from '../claims/decide.ts';
import type { Instance } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Typed } from '../conjectures/typed.ts';
import type { InequalityId } from '../regions/certificate.ts';
import type { Piece } from '../search/blocks.ts';
import type { Extent } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { PartRun } from '../search/part-run.ts';
import type { FoundPiece, Part } from '../search/parts.ts';
import type { RegionRun } from './regions.ts';
import type { Stop } from './stopped.ts';

/** A task for a worker: survey a claim or a piece of it, join such pieces, decide it on given instances, or certify an inequality. */
export type Task = SurveyTask | PieceTask | JoinTask | CheckTask | RegionTask;

export interface SurveyTask {
  readonly kind: 'survey';
  readonly claim: string;
  /** A claim that was typed; then the search ends at the first refutation. */
  readonly typed?: Typed | undefined;
  /** The address of the claim's module; left out for a claim of the catalogue. */
  readonly module?: string | undefined;
  readonly extent: Extent;
  readonly seed: number;
  /** Time for this claim; null for no limit. */
  readonly seconds: number | null;
}

/** One piece of the survey of a claim. */
export interface PieceTask extends Pick<SurveyTask, 'claim' | 'module' | 'extent' | 'seed'> {
  readonly kind: 'piece';
  readonly part: Part;
  readonly piece: Piece;
}

/** Join the pieces of a survey, and find the smallest counterexample. The reply is that of the survey. */
export interface JoinTask extends Pick<SurveyTask, 'claim' | 'module' | 'extent' | 'seed'> {
  readonly kind: 'join';
  readonly pieces: readonly FoundPiece[];
}

export interface CheckTask {
  readonly kind: 'check';
  readonly claim: string;
  readonly module?: string | undefined;
  readonly instances: readonly Instance[];
}

/** Certify an inequality in one variable for every n up to `to`, or for a piece of these. */
export interface RegionTask {
  readonly kind: 'region';
  readonly inequality: InequalityId;
  readonly to: number;
  readonly piece?: Piece;
}

/** The outcomes of a claim on given instances, in their order; null where the instance is outside the claim's domain. */
export interface CheckResult {
  readonly claim: string;
  readonly outcomes: readonly (Outcome | null)[];
  /** How the claim's code ended the check, which then has no outcomes. */
  readonly stopped?: Stop;
}

export type Reply =
  | { readonly kind: 'progress'; readonly claim: string; readonly instances: number }
  | {
      readonly kind: 'surveyed';
      readonly run: ClaimRun;
      /** Whether the search was asked to end and left something out. */
      readonly isCutShort: boolean;
      /** Whether its time ended before it did. */
      readonly isLate: boolean;
    }
  | {
      readonly kind: 'piece';
      readonly claim: string;
      readonly part: Part;
      readonly piece: Piece;
      readonly found: PartRun;
    }
  | { readonly kind: 'checked'; readonly result: CheckResult }
  | { readonly kind: 'certified'; readonly run: RegionRun; readonly piece?: Piece | undefined }
  | {
      readonly kind: 'failed';
      /** The id of a claim or of an inequality. */
      readonly claim: string;
      readonly message: string;
      /** The instance on which the claim's own code threw. */
      readonly instance?: InstanceJson | undefined;
    };
