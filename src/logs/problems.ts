import { InputError } from '../policy/errors.ts';
import type { Place } from './place.ts';

/** What can be wrong with a row. */
export type ProblemKind =
  | 'not JSON'
  | 'not an object'
  | 'uneven row'
  | 'missing prompt'
  | 'missing response'
  | 'missing reward'
  | 'NaN'
  | 'infinite'
  | 'not a number'
  | 'wrong type'
  | 'positive log-probability'
  | 'log-probabilities of tokens'
  | 'probability outside [0, 1]'
  | 'bad count'
  | 'lists of different lengths'
  | 'several responses of one score'
  | 'another filter'
  | 'another step'
  | 'another document';

/** A kind of bad rows that were skipped. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly rows: number;
  /** The first of them, as `file:line`. */
  readonly first: string;
}

/** A row, or one sample of a row of lists, that cannot be used. The message says why, without the place. */
export class BadRow extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Refuses the first bad row, or counts bad rows by their kind. */
export class Problems {
  readonly #rule: 'error' | 'skip';
  readonly #kinds = new Map<ProblemKind, { rows: number; readonly first: string }>();

  constructor(rule: 'error' | 'skip') {
    this.#rule = rule;
  }

  /** @throws InputError naming the place under the rule `error`. */
  add({ kind, message }: BadRow, place: Place, rows = 1): void {
    if (this.#rule === 'error') {
      throw new InputError(`${place}: ${message}; correct or remove it, or skip bad rows with --on-bad-row skip`);
    }
    const known = this.#kinds.get(kind);
    if (known) known.rows += rows;
    else this.#kinds.set(kind, { rows, first: String(place) });
  }

  get found(): readonly Problem[] {
    return [...this.#kinds].map(([kind, { rows, first }]) => ({ kind, rows, first }));
  }
}
