import { product, type Real } from '../arithmetic/real.ts';
import { agree, signOfDifference } from './numbers.ts';
import { type Sides, ZERO } from './sides.ts';

/** So many margins must differ from the first one at their n. Others fit any factor. */
const FEWEST_CHECKS = 10;

/**
 * Whether the margins of two relations are the same up to a factor, instance after instance. The factor may depend on n. For inequalities
 * it is positive.
 */
export class Proportion {
  /** The first margins that differ from 0, by n. They stand for the factor. */
  readonly #first = new Map<number, readonly [ours: Real, theirs: Real]>();
  readonly #isSigned: boolean;
  #isPossible = true;
  #checks = 0;

  constructor({ isSigned }: { readonly isSigned: boolean }) {
    this.#isSigned = isSigned;
  }

  get isPossible(): boolean {
    return this.#isPossible;
  }

  /** Whether enough margins differ from 0 to speak of a factor. */
  get isShown(): boolean {
    return this.#checks >= FEWEST_CHECKS;
  }

  add(n: number, ours: Sides, theirs: Sides): void {
    this.#isPossible = this.#fits(n, ours, theirs);
  }

  #fits(n: number, { margin: ours }: Sides, { margin: theirs }: Sides): boolean {
    const signs = [signOfDifference(ours, ZERO), signOfDifference(theirs, ZERO)] as const;
    if (signs[0] === 0 && signs[1] === 0) return true;
    if (this.#isSigned ? signs[0] !== signs[1] : signs.includes(0)) return false;
    const first = this.#first.get(n);
    if (!first) {
      this.#first.set(n, [ours, theirs]);
      return true;
    }
    if (!agree(theirs, first[1])) this.#checks += 1;
    return agree(product(ours, first[1]), product(theirs, first[0]));
  }
}
