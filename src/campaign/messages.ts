import type { Outcome } from '../claims/decide.ts';
import type { Instance, InstanceJson } from '../claims/instance.ts';
import type { Extent } from './budget.ts';
import type { ClaimRun } from './claim-run.ts';

/** What a worker is asked: to survey a claim, or to decide it on given instances. */
export type Task = SurveyTask | CheckTask;

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

/** How a claim fared on given instances, in their order; null where the instance is outside the claim's domain. */
export interface CheckResult {
  readonly claim: string;
  readonly outcomes: readonly (Outcome | null)[];
}

export type Reply =
  | { readonly kind: 'progress'; readonly claim: string; readonly instances: number }
  | { readonly kind: 'surveyed'; readonly run: ClaimRun }
  | { readonly kind: 'checked'; readonly result: CheckResult }
  | {
      readonly kind: 'failed';
      readonly claim: string;
      readonly message: string;
      /** Where the claim's own code threw. */
      readonly instance?: InstanceJson | undefined;
    };
