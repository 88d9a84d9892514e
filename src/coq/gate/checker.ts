import type { Manifest } from './manifest.ts';
import type { Project } from './project.ts';
import type { Query } from './query.ts';

export type CheckerName = 'coqc' | 'embedded';

/** What is to be checked, in a folder of its own that goes away afterwards. */
export interface Job {
  readonly project: Project;
  readonly manifest: Manifest;
  readonly query: Query;
  readonly folder: string;
  /** Let an independent checker go over the compiled files as well, where there is one. */
  readonly again: boolean;
  /** After so many seconds the checker is stopped. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly progress: (stage: string, done: number, total: number) => void;
}

/** What a run came to. */
export interface Outcome {
  /** What was printed while the query ran, as far as it came. */
  readonly lines: readonly string[];
  /** Why the run did not come to its end; null when it did. */
  readonly failure: string | null;
}

/** A Coq. */
export interface Checker {
  readonly name: CheckerName;
  /** Whether `again` means anything. */
  readonly canCheckAgain: boolean;
  /** In words, such as "Coq 8.16.1"; null when it is not there, or the signal came before its answer. */
  version(signal: AbortSignal): Promise<string | null>;
  /** A hash of the programs and the library that a verdict rests on; null where they cannot be told. */
  fingerprint(signal: AbortSignal): Promise<string | null>;
  /** The full name that Coq gives to what a source declares. */
  location(project: Project, module: string, name: string): string;
  run(job: Job): Promise<Outcome>;
}
