import type { Project } from '../../../../src/coq/gate/project.ts';
import type { Fault } from '../tiny.ts';

export const KINDS = [
  'where clause',
  'lookalike',
  'selector',
  'hidden declaration',
  'assumption',
  'module',
  'check switched off',
  'load',
  'shadowing',
  'printing',
  'forged answer',
  'truncation',
  'weakened',
  'kernel',
  'command',
  'lexing',
  'session',
] as const;

interface Planted {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly plant: Fault;
  /** What cannot be said file by file: a source that is missing or added. */
  readonly arrange?: (project: Project) => Project;
  /** It never ends: to be run with a time limit. */
  readonly endless?: true;
  /** Coq itself refuses it: the text is cut off, or a name is taken. */
  readonly broken?: true;
  /** One of those that stand for their kind where a run is dear. */
  readonly sample?: true;
}

/**
 * A development that says less than the manifest records, or that reaches out of its folder. `by` names who must refuse it, each
 * alone: the scan, which reads the text, or the terms, which is all that Coq answers with the scan left aside. Where nothing but the
 * scan can, `why` says the reason. Who is not named may refuse it too.
 */
export type Evil = Planted & ({ readonly by: 'terms' | 'both' } | { readonly by: 'scan'; readonly why: string });

/** After so many seconds what never ends is stopped. */
export const ENDLESS_SECONDS = 20;

/** The terms are the recorded ones, so there is nothing in them to see. */
export const HONEST_TERMS = 'the theorems are the recorded ones: what is wrong is what else the sources do';
