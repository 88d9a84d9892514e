import type { Certified } from './certified.ts';
import type { SearchFound } from './search.ts';
import type { State } from './state.ts';
import type { Standing } from './tight.ts';

/** What the page asks its workers. Numbers: each request makes those before it void. */
export type Request =
  | { readonly kind: 'numbers'; readonly turn: number; readonly state: State }
  | { readonly kind: 'search'; readonly turn: number; readonly state: State; readonly seconds: number };

/** What they reply, with the turn of the request. Certified numbers come first, then the claims one by one, then `done`, which says why there were none where there were none. */
export type Reply = { readonly turn: number } & (
  | { readonly kind: 'certified'; readonly numbers: Certified }
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'done'; readonly skipped: string | null }
  | { readonly kind: 'progress'; readonly instances: number }
  | { readonly kind: 'found'; readonly found: SearchFound }
  | { readonly kind: 'failed'; readonly message: string }
);
