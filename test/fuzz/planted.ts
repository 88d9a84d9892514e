/** The win rate as it was once written: with n + 1 formed in doubles, where the last bit of an n with many is lost. */
import { Rational } from '../../src/arithmetic/rational.ts';
import { quantitiesOf } from '../../src/claims/instance.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import type { Law } from '../../src/selection/law.ts';
import type { Sample } from './instances.ts';
import { inEveryTier, lineOf } from './quantities.ts';

/** W with another exponent in the place of n + 1. */
function winRateBy<T>(law: Law<T, T>, next: Rational): T {
  const { field, n } = law;
  const half = field.rational(Rational.of(1, 2));
  const ideal = field.rational(n.div(n.add(Rational.ONE)));
  let sum = field.rational(Rational.ZERO);
  for (const { probability, below, upTo, isContinuous } of law.atoms()) {
    const term = isContinuous
      ? field.mul(ideal, field.sub(field.pow(upTo, next), field.pow(below, next)))
      : field.mul(field.mul(probability, field.add(below, upTo)), half);
    sum = field.add(sum, term);
  }
  return sum;
}

const WIN_RATE_BY = defineEnclosed<[next: Rational]>({ symbol: 'W', formula: winRateBy });

/**
 * The line of a sample with that win rate. Null where it says nothing: without continuous parts there is no n + 1, and an order
 * that breaks ties has another law.
 */
export function lineInDoubles(id: string, sample: Sample): string | null {
  const { instance, digits } = sample;
  if (!instance.continuousParts || instance.ties) return null;
  const next = Rational.fromDouble(instance.n + 1);
  const winRate = quantitiesOf(instance).of(WIN_RATE_BY, next);
  return lineOf(id, sample, inEveryTier('W', winRate, digits).said);
}
