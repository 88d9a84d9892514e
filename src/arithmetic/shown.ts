import { toInterval } from './approximation.ts';
import { InsufficientPrecisionError } from './errors.ts';
import { intervals } from './interval-field.ts';
import type { LogForm } from './log-form.ts';
import { printInterval } from './print.ts';
import type { Real } from './real-interface.ts';

const DIGITS = 8;
const WORKING_DIGITS = 20;
const LONGEST_FORM = 60;
/** The most logarithms of a form that is shown. */
const MAX_LOGS = 8;

/** A real for display: its exact form where that is short, and an enclosure of few digits. It is always cheap. */
export function shown(value: Real): string {
  const form = shortForm(value);
  const parts = [form?.toString(), enclosure(value, form)].filter((part) => part !== undefined);
  return `Real ${[...new Set(parts)].join(', ')}`;
}

function enclosure(value: Real, form: LogForm | null): string {
  try {
    const { lo, hi } = printInterval(roughly(value, form), DIGITS);
    return lo === hi ? lo : `in [${lo}, ${hi}]`;
  } catch (error) {
    if (error instanceof InsufficientPrecisionError) return `not enclosed by ${WORKING_DIGITS} digits`;
    throw error;
  }
}

function roughly(value: Real, form: LogForm | null): ReturnType<Real['enclose']> {
  const rational = value.rational ?? form?.asRational();
  if (rational) return intervals(WORKING_DIGITS).rational(rational);
  const approximation = value.approximate();
  return approximation ? toInterval(approximation, WORKING_DIGITS) : value.enclose(WORKING_DIGITS);
}

function shortForm({ exact }: Real): LogForm | null {
  if (exact === null || exact.logs.size > MAX_LOGS) return null;
  return exact.toString().length <= LONGEST_FORM ? exact : null;
}
