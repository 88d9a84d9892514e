import type { chooseCheckers } from '../coq/gate/choose.ts';
import type { Console } from './console.ts';

/** What the commands are handed, so that they import neither claims nor a choice of provers. */
export interface Services {
  /** The address of the module of the catalogue. Functions cannot be sent to threads, so each thread loads it from there. */
  readonly catalogue: string;
  readonly chooseCheckers: typeof chooseCheckers;
}

/** Everything that a command has besides its arguments. */
export interface Context extends Services {
  readonly console: Console;
  readonly signal: AbortSignal;
}
