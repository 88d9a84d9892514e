import { agree, isAtMost } from './numbers.ts';
import { type Sides, ZERO } from './sides.ts';

/** One way in which an inequality follows from another one: they have a side in common, and the other side is weaker. */
interface Way {
  readonly common: 'left' | 'right';
  readonly follows: (weaker: Sides, stronger: Sides) => boolean;
}

const WAYS: readonly Way[] = [
  { common: 'left', follows: (a, b) => agree(a.left, b.left) && isAtMost(b.right, a.right) },
  { common: 'right', follows: (a, b) => agree(a.right, b.right) && isAtMost(a.left, b.left) },
  // The stronger one as 0 ≤ right − left, where the weaker one bounds this difference from below.
  { common: 'right', follows: (a, b) => agree(a.right, b.margin) && isAtMost(a.left, ZERO) },
];

/** Whether an inequality follows from another one in one of the ways, instance after instance. */
export class Following {
  readonly #which: (ours: Sides, theirs: Sides) => { readonly weaker: Sides; readonly stronger: Sides };
  #ways: readonly Way[] = WAYS;
  #first: Sides | null = null;
  /** The sides of the weaker one that are not the same number everywhere. */
  readonly #varying = new Set<Way['common']>();

  constructor(which: (ours: Sides, theirs: Sides) => { readonly weaker: Sides; readonly stronger: Sides }) {
    this.#which = which;
  }

  add(_: number, ours: Sides, theirs: Sides): void {
    const { weaker, stronger } = this.#which(ours, theirs);
    this.#ways = this.#ways.filter(({ follows }) => follows(weaker, stronger));
    if (!this.isPossible) return;
    this.#first ??= weaker;
    for (const side of ['left', 'right'] as const)
      if (!this.#varying.has(side) && !agree(this.#first[side], weaker[side])) this.#varying.add(side);
  }

  get isPossible(): boolean {
    return this.#ways.length > 0;
  }

  /** Whether it follows, by a side that is not one number everywhere: 0 ≤ 2 does not follow from 0 ≤ 1. */
  get isShown(): boolean {
    return this.#ways.some(({ common }) => this.#varying.has(common));
  }
}
