import type { Manifest } from './manifest.ts';
import type { Project } from './project.ts';
import type { Query } from './query.ts';

export type CheckerName = 'coqc' | 'embedded';

/** What is to be checked, in a folder of its own that is removed afterwards. */
export interface Job {
  readonly project: Project;
  readonly manifest: Manifest;
  readonly query: Query;
  readonly folder: string;
  /** Let an independent checker, if there is one, check the compiled files as well. */
  readonly again: boolean;
  /** After this many seconds the checker is stopped. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly progress: (stage: string, done: number, total: number) => void;
}

/** The outcome of a run. */
export interface Outcome {
  /** What was printed while the query ran, as far as it got. */
  readonly lines: readonly string[];
  /** Why the run did not finish; null where it did. */
  readonly failure: string | null;
}

/** A Coq system. */
export interface Checker {
  readonly name: CheckerName;
  /** Whether the checker supports `again`. */
  readonly canCheckAgain: boolean;
  /** In words, such as "Coq 8.16.1"; null where the checker is missing, or the signal came before its answer. */
  version(signal: AbortSignal): Promise<string | null>;
  /** A hash of the programs and the library that a verdict depends on; null where they cannot be determined. */
  fingerprint(signal: AbortSignal): Promise<string | null>;
  /** The full name that Coq gives to a declaration of a source. */
  location(project: Project, name: string): string;
  run(job: Job): Promise<Outcome>;
}
