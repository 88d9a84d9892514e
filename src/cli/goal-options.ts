import type { Goal, Measure } from '../analysis/goal.ts';
import { Rational } from '../arithmetic/rational.ts';
import { InputError } from '../policy/errors.ts';
import { readNumber } from '../policy/number.ts';

/** A parser of a budget or a target, read exactly as written. Its error is one sentence that names the option. */
function goal(option: string, measure: Measure, isAllowed: (value: Rational) => boolean, wanted: string) {
  return (text: string): Goal => {
    const value = numberOf(text);
    if (value && isAllowed(value)) return { measure, num: value.num, den: value.den };
    throw new InputError(`${option} must be ${wanted}, not ${JSON.stringify(text)}`);
  };
}

function numberOf(text: string): Rational | null {
  try {
    return readNumber(text, 'a number');
  } catch {
    return null;
  }
}

const isBelow = (value: Rational, limit: Rational): boolean => value.compare(limit) < 0;
const LARGEST = Rational.of(10n ** 150n);

export const parseBudget = goal(
  '--kl',
  'kl',
  (value) => value.sign() >= 0 && isBelow(value, LARGEST),
  'a number of nats ≥ 0, such as 2.0',
);
export const parseWinRate = goal(
  '--win-rate',
  'winRate',
  (value) => value.sign() > 0 && isBelow(value, Rational.ONE),
  'a probability between 0 and 1, such as 0.9',
);
export const parseReward = goal(
  '--reward',
  'reward',
  (value) => isBelow(value.abs(), LARGEST),
  'a number, such as 1.5',
);
export const parseAccuracy = goal(
  '--accuracy',
  'accuracy',
  (value) => value.sign() > 0 && value.compare(Rational.ONE) <= 0,
  'a share above 0 and at most 1, such as 0.9',
);
