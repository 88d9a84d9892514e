import { InputError } from './errors.ts';

/** The largest n that the computations accept. */
export const MAX_DRAWS = 1_000_000_000;

/** Checks the number of draws n. @throws InputError unless n is an integer in 1…10^9. */
export function checkDraws(n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > MAX_DRAWS) throw notDraws(String(n));
  return n;
}

/** Checks a real number of draws, for the theory that makes sense there. @throws InputError unless n is in [1, 10^9]. */
export function checkRealDraws(n: number): number {
  if (!(n >= 1 && n <= MAX_DRAWS)) throw new InputError(`n must be a number from 1 to ${MAX_DRAWS}, not ${n}`);
  return n;
}

/** Reads the number of draws n. @throws InputError unless the text is an integer in 1…10^9. */
export function parseDraws(text: string): number {
  if (!/^\+?\d{1,12}$/.test(text.trim())) throw notDraws(text);
  const n = Number(text);
  if (n < 1 || n > MAX_DRAWS) throw notDraws(text);
  return n;
}

function notDraws(text: string): InputError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new InputError(`n must be an integer from 1 to ${MAX_DRAWS}, not ${shown === '' ? 'empty' : shown}`);
}
