import type { Instance } from '../../claims/instance.ts';
import { bestOfNAt } from '../../claims/instance.ts';
import { QUANTITIES, type QuantityName } from '../quantities.ts';
import { roughly } from '../verdict.ts';

/** A wrong answer, and what it was about. */
export interface Subject {
  readonly instance: Instance;
  readonly quantity: QuantityName;
  /** The double nearest to the truth. */
  readonly truth: number;
}

/** A known mistake. It is a diagnosis in doubles; right and wrong are decided elsewhere. */
export interface Slip {
  /** The anchor of its section in docs/conform.md is `slip-ID`. */
  readonly id: string;
  /** Completes "these answers are …". */
  readonly title: string;
  /** The quantities in which it is known. */
  readonly of: readonly QuantityName[];
  /** Whether it explains an answer; null is an answer that is no finite number. */
  readonly explains: (answer: number | null, subject: Subject) => boolean;
}

/** A slip that gives one of a few numbers; NaN is an answer that is none. */
export function giving(
  id: string,
  title: string,
  of: readonly QuantityName[],
  numbers: (subject: Subject) => readonly number[],
): Slip {
  const explains = (answer: number | null, subject: Subject): boolean =>
    numbers(subject).some((number) => (answer === null ? Number.isNaN(number) : isMet(answer, number, subject.truth)));
  return { id, title, of, explains };
}

/** The answer may differ from the number by its own rounding … */
const ROUNDING = 1e-12;
/** … or by this share of its error, which leaves no doubt of where it comes from … */
const OF_ERROR = 1e-6;
/** … and in any case by much less than from the truth. */
const MUCH_LESS = 0.05;

function isMet(answer: number, number: number, truth: number): boolean {
  const error = Math.abs(answer - truth);
  const distance = Math.abs(answer - number);
  return distance <= Math.max(OF_ERROR * error, ROUNDING * (1 + Math.abs(number))) && distance <= MUCH_LESS * error;
}

/** A quantity of another instance. */
export function quantityAt(quantity: QuantityName, instance: Instance): number {
  return roughly(QUANTITIES[quantity](bestOfNAt(instance)));
}
