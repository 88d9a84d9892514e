/** A histogram of shares by powers of two, as a line of bars. The heights are logarithmic, so that one case in a million is visible. */
import { CLASSES } from '../../test/containment/run.ts';

const BARS = '▁▂▃▄▅▆▇█';
const CELL = 6;

/** The lower ends of the classes. */
export const HEADER = Array.from({ length: CLASSES }, (_, at) => label(at).padStart(CELL)).join('');

function label(at: number): string {
  if (at === CLASSES - 1) return '0';
  if (at === CLASSES - 2) return '>0';
  return at === 0 ? '1' : `2^−${at}`;
}

/** One bar for each class. Its height grows by one for each factor of four in the count. */
export function histogram(spread: readonly number[]): string {
  return spread.map((count) => (count === 0 ? '·' : bar(count)).padStart(CELL)).join('');
}

function bar(count: number): string {
  return BARS[Math.min(BARS.length - 1, Math.floor(Math.log2(count) / 2))] as string;
}
