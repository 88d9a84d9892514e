import { DomainError, InsufficientPrecisionError } from '../arithmetic/errors.ts';
import { type PrintedInterval, printInterval, printReal } from '../arithmetic/print.ts';
import { difference } from '../arithmetic/real.ts';
import type { Relation } from '../claims/claim.ts';
import { marginOf } from '../claims/decide.ts';

const MARGIN_DIGITS = 12;

/**
 * right − left as a report shows it: the nearest decimals around the value, whichever tier computed it. Where no precision gives
 * these, it is the enclosure at hand.
 */
export function printedMargin(relation: Relation): PrintedInterval {
  const enclosure = marginOf(relation);
  const asItIs = printInterval(enclosure, MARGIN_DIGITS);
  if (enclosure.containsZero()) return asItIs;
  try {
    // `printReal` prints two digits more than requested.
    return printReal(difference(relation.right.value, relation.left.value), MARGIN_DIGITS - 2);
  } catch (error) {
    if (error instanceof InsufficientPrecisionError || error instanceof DomainError) return asItIs;
    throw error;
  }
}
