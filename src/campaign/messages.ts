import type { Outcome } from '../claims/decide.ts';
import type { Instance } from '../claims/instance.ts';
import type { ClaimRun } from './run-claim.ts';

/** What a worker is asked: to survey a claim, or to decide it on given instances. */
export type Task = SurveyTask | CheckTask;

export interface SurveyTask {
  readonly kind: 'survey';
  readonly claim: string;
  /** Distinct instances to visit; null for as many as the time allows. */
  readonly runs: number | null;
  readonly seed: number;
  /** Time for this claim; null for no limit. */
  readonly seconds: number | null;
}

export interface CheckTask {
  readonly kind: 'check';
  readonly claim: string;
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
  | { readonly kind: 'failed'; readonly claim: string; readonly message: string };
