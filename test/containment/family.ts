/**
 * A family of checks: numbered cases, each deterministic, and for each the certified share of its bound that the true error takes.
 * A share of 1 or more is a broken promise; enclosures are closed, so that an exact endpoint, a share of 1, is still within them.
 */
import seedrandom from 'seedrandom';

/** Numbers in [0, 1) that a case is made from; the search changes them one by one. */
export type Tape = () => number;

export interface Family {
  readonly name: string;
  /** The named bound, or what encloses. */
  readonly bound: string;
  /** Whether its cases crowd around places where precision is lost or code branches. */
  readonly nearDegenerate: boolean;
  /** Whether a share of 1 keeps the promise. */
  readonly closed: boolean;
  /** Cases of the slow run, and how many of them the fast one takes, evenly spread. */
  readonly slow: number;
  readonly fast: number;
  shareAt(index: number): number;
  inputAt(index: number): string;
  /** The same check on a case made from a tape, where cases are drawn and not on a grid. */
  readonly onTape?: (tape: Tape) => { readonly share: number; readonly input: () => string };
}

interface Definition<C> {
  readonly name: string;
  readonly bound: string;
  readonly nearDegenerate?: boolean;
  readonly closed?: boolean;
  readonly slow?: number;
  readonly fast?: number;
  readonly share: (value: C) => number;
  readonly show?: (value: C) => string;
}

/** Cases drawn at random, each from a seed of its own. */
export function drawn<C>(definition: Definition<C> & { readonly draw: (tape: Tape) => C }): Family {
  const { name, draw, share, show = String, slow = 8192, fast = 1024 } = definition;
  const at = (index: number): C => draw(seedrandom(`${name} ${index}`).double);
  return {
    ...flags(definition),
    slow,
    fast,
    shareAt: (index) => share(at(index)),
    inputAt: (index) => show(at(index)),
    onTape: (tape) => {
      const value = draw(tape);
      return { share: share(value), input: () => show(value) };
    },
  };
}

export const SIDE = 128;

/** Cases on a grid of 128×128; near-degenerate unless it says otherwise. */
export function grid<C>(definition: Definition<C> & { readonly at: (row: number, column: number) => C }): Family {
  const { at, share, show = String, slow = SIDE * SIDE, fast = 1024 } = definition;
  const place = (index: number): C => at(Math.floor(index / SIDE), index % SIDE);
  return {
    ...flags(definition),
    nearDegenerate: definition.nearDegenerate ?? true,
    slow,
    fast,
    shareAt: (index) => share(place(index)),
    inputAt: (index) => show(place(index)),
  };
}

function flags<C>({ name, bound, nearDegenerate = false, closed = false }: Definition<C>) {
  return { name, bound, nearDegenerate, closed };
}

/** The share that counts as broken: NaN does too. */
export function isBroken(family: Family, share: number): boolean {
  return family.closed ? !(share <= 1) : !(share < 1);
}
