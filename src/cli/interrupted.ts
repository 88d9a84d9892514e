import type { Answer } from '../report/answer.ts';
import { many } from '../report/words.ts';
import type { Context } from './context.ts';

/** A signal interrupted the work. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** What ends work on the main thread between two of its steps. */
export function unlessAborted({ signal }: Pick<Context, 'signal'>): () => void {
  return () => {
    if (signal.aborted) throw new Interrupted('interrupted');
  };
}

/** Says on standard error after how many answers a run was interrupted, if it was. */
export function tellInterrupted(
  found: readonly { readonly answer: Answer }[],
  what: string,
  { console, signal }: Pick<Context, 'console' | 'signal'>,
): void {
  if (!signal.aborted) return;
  const finished = found.filter(({ answer }) => answer.outcome !== 'unfinished').length;
  console.err(`interrupted after ${finished} of ${many(found.length, what)}; saved files are complete`);
}
