import type { Real } from '../arithmetic/real.ts';
import { Evaluation } from '../quantities/evaluation.ts';
import { computedOf, printed } from '../report/computed.ts';
import { exactForm, inShort, type Row, rowsOf } from '../report/computed-text.ts';
import { shortNumber } from '../report/short-number.ts';
import type { Subject } from './input.ts';

/** A line of the table of numbers. */
export interface Line {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly exactly: string;
}

export interface Certified {
  /** The answer in a sentence. */
  readonly sentence: string;
  readonly lines: readonly Line[];
}

/**
 * The numbers of a subject, as `bonafide compute` prints them. Guarantee: exact values, or enclosures shown with ±.
 */
export function certified({ policy, n, rule }: Subject, digits: number): Certified {
  if (rule.exponent) {
    const computed = computedOf(policy, n, digits, false);
    return { sentence: inShort(computed, digits), lines: rowsOf(computed).map((row) => line(row, digits)) };
  }
  const q = new Evaluation(policy, rule);
  const row = (label: string, value: Real, unit: string): Line => line([label, printed(value, digits), unit], digits);
  const lines = [
    row('KL(π‖p)', q.kl, 'nats'),
    row('KL without atoms', q.atomlessKl, 'nats'),
    row('win rate', q.winRate, ''),
    row('win rate without atoms', q.winRateBound, ''),
  ];
  const short = (value: Real): string => shortNumber(printed(value, SHORT), SHORT);
  return { sentence: `${rule.name}: KL ${short(q.kl)} nats; win rate ${short(q.winRate)}`, lines };
}

const SHORT = 4;

function line([label, value, unit]: Row, digits: number): Line {
  return { label, value: shortNumber(value, digits), unit, exactly: exactForm(value) };
}
