import { Rational } from '../arithmetic/rational.ts';
import { nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { finite, type Logged } from './collect.ts';

/** Probabilities written in few digits may miss 1 by this much. They are then divided by their sum. */
const MISSING = Rational.of(1, 1_000_000);

/** A prompt with the probability of every answer. */
export interface Support extends Ranked {
  readonly prompt: string;
  readonly place: string;
  /** The rewards of the outcomes, in the order of the ranks, exact; null where only their order is known. */
  readonly rewards: readonly Fraction[] | null;
}

/** An exact number in a form that crosses threads. */
export type Fraction = Pick<Rational, 'num' | 'den'>;

/** A policy in a form that crosses threads. */
type Ranked = Pick<FinitePolicy, 'weights' | 'ranks'>;

/**
 * The policy of a prompt whose answers are all there, with their probabilities.
 * @throws InputError where the probabilities do not sum to 1, up to rounding, or an answer is there twice.
 */
export function supportOf({ groups, place, prompt }: Logged): Support {
  const outcomes = groups.map(({ reward, probability, count }) => {
    if (reward === null || probability === null) {
      throw new InputError(`${place}: each row of this prompt needs a reward and a probability`);
    }
    if (count !== 1)
      throw new InputError(`${place}: an answer of this prompt, with a probability, stands there ${count} times`);
    return { reward, weight: probability };
  });
  const total = outcomes.reduce((sum, { weight }) => sum.add(weight), Rational.ZERO).reduced();
  if (total.sub(Rational.ONE).abs().compare(MISSING) > 0) {
    throw new InputError(
      `${place}: the probabilities of the prompt ${JSON.stringify(prompt)} sum to ${nearest(total)}, not to 1; list all answers, or leave the column out with --map probability= to treat rows as samples`,
    );
  }
  const kept = outcomes.filter(({ weight }) => weight.sign() > 0);
  const policy = FinitePolicy.fromOutcomes(kept);
  const { weights, ranks } = policy;
  return {
    prompt,
    place,
    weights,
    ranks,
    rewards: [...kept]
      .sort((a, b) => a.reward.compare(b.reward))
      .map(({ reward }) => {
        finite(reward, place);
        return { num: reward.num, den: reward.den };
      }),
  };
}

export function policyOf({ weights, ranks }: Ranked): FinitePolicy {
  return FinitePolicy.fromRanked(weights, ranks);
}
