import { InsufficientPrecisionError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import { rationalReal, real } from '../arithmetic/real.ts';
import type { Relation, Side } from './relation.ts';

const side = (name: string, value: Rational): Side => ({ name, value: rationalReal(value) });

function trivial(name: string): Relation {
  const zero = side(name, Rational.ZERO);
  return { left: zero, is: '≤', right: zero };
}

/** What a conjecture states of an instance on which its premise is false. It is told from others by its identity. */
export const PREMISE_FAILS = trivial('the premise is false');

/** What a conjecture states where it demands an index, and the range of that index is empty. It is false. */
export const NO_SUCH_INDEX: Relation = {
  left: side('1', Rational.ONE),
  is: '≤',
  right: side('the number of indices', Rational.ZERO),
};

/** What a conjecture states of an instance on which it has no value, as where it divides by 0. */
export const HAS_NO_VALUE = trivial('it has no value');

/** Sides that enclosures of so many digits do not tell apart, and that have no exact forms, count as agreeing. */
export const DIGITS_TO_AGREE = 160;

/**
 * What a conjecture states of an instance on which `DIGITS_TO_AGREE` digits do not tell two sides apart, which have no exact forms. No precision shows
 * that they are equal, so that neither ≤ is refuted, nor < or ≠, nor is any of them proved.
 */
export const AGREE = trivial('the sides agree');

/** What a conjecture states where a number is too large for the arithmetic. It is never decided. */
export const TOO_LARGE: Relation = {
  left: {
    name: 'a number that is too large',
    value: real({
      enclose: () => {
        throw new InsufficientPrecisionError('the number is too large');
      },
    }),
  },
  is: '≤',
  right: side('0', Rational.ZERO),
};
