import type { Outcome } from '../claims/decide.ts';
import type { Instance } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { InequalityId } from '../regions/certificate.ts';
import type { Extent } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { RegionRun } from './regions.ts';

/** What a worker is asked: to survey a claim, to decide it on given instances, or to certify an inequality. */
export type Task = SurveyTask | CheckTask | RegionTask;

export interface SurveyTask {
  readonly kind: 'survey';
  readonly claim: string;
  /** The address of the module with the claim; it is one of the catalogue where that is left out. */
  readonly module?: string | undefined;
  readonly extent: Extent;
  readonly seed: number;
  /** Time for this claim; null for no limit. */
  readonly seconds: number | null;
}

export interface CheckTask {
  readonly kind: 'check';
  readonly claim: string;
  readonly module?: string | undefined;
  readonly instances: readonly Instance[];
}

/** To certify an inequality in one variable for every n up to `to`. */
export interface RegionTask {
  readonly kind: 'region';
  readonly inequality: InequalityId;
  readonly to: number;
}

/** How a claim fared on given instances, in their order; null where the instance is outside the claim's domain. */
export interface CheckResult {
  readonly claim: string;
  readonly outcomes: readonly (Outcome | null)[];
}

export type Reply =
  | { readonly kind: 'progress'; readonly claim: string; readonly instances: number }
  | { readonly kind: 'surveyed'; readonly run: ClaimRun }
  | { readonly kind: 'checked'; readonly result: CheckResult }
  | { readonly kind: 'certified'; readonly run: RegionRun }
  | {
      readonly kind: 'failed';
      /** A claim's id, or an inequality's. */
      readonly claim: string;
      readonly message: string;
      /** Where the claim's own code threw. */
      readonly instance?: InstanceJson | undefined;
    };
