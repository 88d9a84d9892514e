import { availableParallelism } from 'node:os';
import type { Claim } from '../claims/claim.ts';
import { MOST_SECONDS } from '../coq/gate/time-limit.ts';
import { parseDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { SEED_LIMIT } from '../search/random.ts';

/** Parsers of option values; each throws one sentence that names the option. */

function integerIn(name: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,15}$/.test(text.trim()) && value >= low && value <= high) return value;
    throw new InputError(`${name} must be an integer from ${low} to ${high}, not ${JSON.stringify(text)}`);
  };
}

export const parseRuns = integerIn('--runs', 1, 100_000_000);
export const parseSeed = integerIn('--seed', 0, SEED_LIMIT - 1);
export const parseWorkers = integerIn('--workers', 1, 256);
export const parseDigits = integerIn('--digits', 1, 1000);

function seconds(name: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= 1e6) return value;
    throw new InputError(`${name} must be a positive number of seconds, not ${JSON.stringify(text)}`);
  };
}

export const parseSeconds = seconds('--time');
export const parseTimeout = seconds('--claim-timeout');
export const parseTimeLimit = integerIn('--time-limit', 1, MOST_SECONDS);

/** `2,4,16`: distinct numbers of draws in increasing order. */
export function parseDrawList(text: string): number[] {
  return [...new Set(text.split(',').map(parseDraws))].sort((a, b) => a - b);
}

export function parseTies(text: string): 'level' | 'order' | 'error' {
  if (text === 'level' || text === 'order' || text === 'error') return text;
  throw new InputError(`--ties must be level, order or error, not ${JSON.stringify(text)}`);
}

export function parseChecker(text: string): 'coqc' | 'embedded' | 'both' {
  if (text === 'coqc' || text === 'embedded' || text === 'both') return text;
  throw new InputError(`--checker must be coqc, embedded or both, not ${JSON.stringify(text)}`);
}

/** The claims of these ids among the catalogue and one's own, in that order; without ids, one's own where there are some. */
export function selectClaims(
  ids: readonly string[],
  catalogue: readonly Claim[],
  own: readonly Claim[] = [],
): readonly Claim[] {
  const all = [...catalogue, ...own];
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new InputError(`there is no claim ${JSON.stringify(unknown)}; there are ${known.join(', ')}`);
  if (ids.length === 0) return own.length > 0 ? own : catalogue;
  return all.filter(({ id }) => ids.includes(id));
}

/** Collects an option that may be given several times. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Takes an option's value in place of an earlier one: a script may name a folder, and who runs it another. */
export function lastOne(value: string): string {
  return value;
}

export function defaultWorkers(): number {
  return Math.max(1, availableParallelism());
}
