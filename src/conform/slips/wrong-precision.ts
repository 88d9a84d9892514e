/** Slips of arithmetic. They do not give one number: rounding depends on the order of operations. */
import { bitLength } from '../../arithmetic/bigint.ts';
import { QUANTITY_NAMES, type QuantityName } from '../quantities.ts';
import { outcomeMasses } from './masses.ts';
import type { Slip, Subject } from './slip.ts';

const OF_POWERS: readonly QuantityName[] = ['kl', 'gap', 'winRate', 'estimatorMean', 'estimatorBest'];

export const WRONG_PRECISION: readonly Slip[] = [
  {
    id: 'rounded-output',
    title: 'right but for their printing with few digits',
    of: QUANTITY_NAMES,
    explains: (answer, { truth }) => answer !== null && answer !== 0 && isRounded(answer, truth),
  },
  {
    id: 'cancelling-terms',
    title: 'off as much as terms of Σ π_i log(π_i/p_i) cancel, beside a value far below 1',
    of: ['kl', 'gap', 'estimatorMean', 'estimatorBest', 'renyi2', 'renyi3'],
    explains: (answer, subject) =>
      answer !== null &&
      subject.truth < FAR_BELOW_1 &&
      isWithin(answer, subject, UNITS * subject.instance.weights.length),
  },
  {
    id: 'naive-powers',
    title: 'off as F_i^n − F_{i−1}^n is in doubles, or no numbers at all',
    of: OF_POWERS,
    explains: explainedByPowers,
  },
  {
    id: 'single-precision',
    title: 'numbers of single precision, or none where its powers are equal',
    of: QUANTITY_NAMES,
    explains: (answer, { instance }) =>
      answer === null ? hasEqualPowers(instance, Math.fround) : !Number.isInteger(answer) && isSingle(answer),
  },
];

/** The most digits of a number that was rounded for print. */
const FEW_DIGITS = 9;

function isRounded(answer: number, truth: number): boolean {
  for (let digits = 1; digits <= FEW_DIGITS; digits += 1) {
    if (Number(truth.toPrecision(digits)) === answer || Number(truth.toFixed(digits)) === answer) return true;
  }
  return false;
}

/** Whether a number is one of single precision, or the shortest decimal of one. */
function isSingle(answer: number): boolean {
  const single = Math.fround(answer);
  if (single === answer) return true;
  const text = answer.toPrecision(FEW_DIGITS);
  return Number(text) === answer && Number.isFinite(single);
}

/** The bound of the error of powers and their differences, in units of the last place; programs differ in their sums. */
const UNITS = 8;

const FAR_BELOW_1 = 0.1;

function explainedByPowers(answer: number | null, subject: Subject): boolean {
  const { n, weights } = subject.instance;
  if (answer === null) return hasEqualPowers(subject.instance, (power) => power);
  return isWithin(answer, subject, UNITS * weights.length * n * bitLength(BigInt(n)));
}

/** Whether the error is at most so many units in the last place of 1 + truth. */
function isWithin(answer: number, { truth }: Subject, units: number): boolean {
  return Math.abs(answer - truth) <= units * Number.EPSILON * (1 + Math.abs(truth));
}

/** Whether F_i^n = F_{i−1}^n in a precision for some i, so that log 0 is taken. */
function hasEqualPowers({ weights, n }: Subject['instance'], rounded: (power: number) => number): boolean {
  const { ends } = outcomeMasses({ weights, n });
  const powers = ends.map((end) => rounded(end ** n));
  return powers.some((power, i) => i > 0 && power === powers[i - 1]);
}
