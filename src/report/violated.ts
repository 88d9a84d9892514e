import type { Counterexample } from '../evidence/schema.ts';
import { oneLine } from './escape.ts';

type Violated = Counterexample['violated'];

const LONGEST_FORM = 60;
/** Decimal places of a value in a report; files have the enclosure. */
const PLACES = 10;

/** The relation that fails, with both sides. */
export function violatedInWords({ left, is, right }: Violated): string {
  return `${oneLine(left.name)} ${is} ${oneLine(right.name)} fails: ${sideInWords(left)}, ${sideInWords(right)}`;
}

function sideInWords({ name, lo, hi, exact }: Violated['left']): string {
  const form = exact !== null && exact.length <= LONGEST_FORM ? exact : null;
  const decimal = lo === hi ? lo : lo.replace(DIGITS, (_, kept, power = '') => `${kept}…${power}`);
  const values = [form, decimal].filter((value) => value !== null && value !== name);
  return [oneLine(name), ...new Set(values)].join(' = ');
}

const DIGITS = new RegExp(`^(-?\\d+\\.\\d{0,${PLACES}})\\d*(e.*)?$`);
