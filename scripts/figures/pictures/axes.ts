import type { Axis } from '../../../src/pictures/axis.ts';

const LOCALE = 'en';
/** Beyond, marked numbers are powers. */
const MANY = 100_000;

/** Draws from 1 to the last, marked at powers of ten. */
export function drawsAxis(last: number): Axis {
  const ticks = Array.from({ length: Math.floor(Math.log10(last)) + 1 }, (_, power) => 10 ** power);
  return {
    label: 'n, draws',
    unit: null,
    type: 'log',
    domain: [1, last],
    ticks,
    words: last > MANY ? power : thousands,
  };
}

/** The KL from 0 on. */
export function klAxis(most: number): Axis {
  return { label: 'KL from the reference', unit: 'nats', type: 'linear', domain: [0, most], ticks: 6 };
}

/** An integer with its thousands apart. */
export const thousands = (value: number): string => value.toLocaleString(LOCALE);

/** A power of ten as such. */
function power(value: number): string {
  const digits = [...String(Math.round(Math.log10(value)))];
  return `10${digits.map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}
