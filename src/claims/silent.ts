import { Rational } from '../arithmetic/rational.ts';
import { rationalReal } from '../arithmetic/real.ts';
import type { Relation } from './relation.ts';

function trivial(name: string): Relation {
  const side = { name, value: rationalReal(Rational.ZERO) };
  return { left: side, is: '≤', right: side };
}

/** What a conjecture states of an instance on which its premise is false. It is told from others by its identity. */
export const PREMISE_FAILS = trivial('the premise is false');

/** What a conjecture states of an instance on which it has no value, as where it divides by 0. */
export const HAS_NO_VALUE = trivial('it has no value');
