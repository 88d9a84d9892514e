import { quoted, type Read } from '../answer.ts';

/** What a program can do wrong besides wrong numbers. */
export const TROUBLES = {
  'not-an-answer': 'is not an answer; print nothing else on standard output, and messages on standard error',
  'half-line': 'has no line feed at its end; end each answer with one',
  'unknown-id': 'answers an id that was not asked; repeat the id of the request',
  'second-answer': 'answers an id a second time; print one line for each request',
} as const;

export type TroubleKind = keyof typeof TROUBLES;

export interface Trouble {
  readonly kind: TroubleKind;
  readonly count: number;
  /** The first line with it. */
  readonly example: string;
}

/** Counts what is wrong with the lines of a program. */
export class Troubles {
  readonly #found = new Map<TroubleKind, Trouble>();

  /**
   * Counts a line that answers nothing that is waiting; empty lines are allowed.
   * @param answered the ids that were answered before
   */
  hear(line: string, isWhole: boolean, read: Read, answered: ReadonlySet<number>): void {
    if (read.kind === 'answer') this.#add(answered.has(read.id) ? 'second-answer' : 'unknown-id', line);
    else if (line.trim() !== '') this.#add(isWhole ? 'not-an-answer' : 'half-line', line);
  }

  #add(kind: TroubleKind, line: string): void {
    const { count, example } = this.#found.get(kind) ?? { count: 0, example: quoted(line) };
    this.#found.set(kind, { kind, count: count + 1, example });
  }

  get all(): readonly Trouble[] {
    return (Object.keys(TROUBLES) as TroubleKind[]).flatMap((kind) => this.#found.get(kind) ?? []);
  }
}
