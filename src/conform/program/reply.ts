import type { Answers } from '../answer.ts';

/** What became of a request. */
export type Reply =
  | { readonly kind: 'answered'; readonly answers: Answers }
  /** The program ended on it. */
  | { readonly kind: 'crashed'; readonly how: string; readonly errors: readonly string[] }
  /** No answer came in time. */
  | { readonly kind: 'timed-out' }
  /** The program answered later requests, or ended in an orderly way, without this one. */
  | { readonly kind: 'unanswered' }
  /** It was not asked, because the program was given up. */
  | { readonly kind: 'not-asked' };
