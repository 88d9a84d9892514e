import type { CaseOptions } from './cases.ts';
import type { Form } from './given.ts';
import type { QuantityName } from './quantities.ts';
import type { Tolerance } from './tolerance.ts';

/** What is asked of a program. */
export interface ConformOptions {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly want: readonly QuantityName[];
  readonly form: Form;
  readonly cases: CaseOptions;
  readonly tolerance: Tolerance;
  /** No new instances are asked after so many seconds. */
  readonly seconds: number;
  /** The longest time for an answer. */
  readonly timeout: number;
  /** Whether the program answers when its input ends. */
  readonly batch: boolean;
  readonly signal: AbortSignal;
}
