import { availableParallelism } from 'node:os';
import type { Shard } from '../campaign/shard.ts';
import type { Claim } from '../claims/claim.ts';
import { MAX_SECONDS } from '../coq/gate/time-limit.ts';
import { DIALECTS } from '../logs/aggregate-sql.ts';
import { LAYOUTS } from '../logs/layouts.ts';
import { DUPLICATE_RULES } from '../logs/outcome.ts';
import { nearest as nearestDouble, parseDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { nearest } from '../policy/nearest.ts';
import { readNumber } from '../policy/number.ts';
import { SEED_LIMIT } from '../search/random.ts';
import { SELECTIONS } from '../selection/families.ts';

/** Parsers of option values. Their errors are one sentence that names the option. */

/** An integer in a range. */
export function integerIn(name: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,15}$/.test(text.trim()) && value >= low && value <= high) return value;
    throw new InputError(`${name} must be an integer from ${low} to ${high}, not ${JSON.stringify(text)}`);
  };
}

export const parseRuns = integerIn('--runs', 1, 100_000_000);
/** Campaigns of so many instances are shared between machines. */
export const parseCampaignRuns = integerIn('--runs', 1, 10 ** 12);
export const parseSeed = integerIn('--seed', 0, SEED_LIMIT - 1);
export const parseWorkers = integerIn('--workers', 1, 256);
export const parseDigits = integerIn('--digits', 1, 1000);

/** A positive number of seconds. */
export function seconds(name: string): (text: string) => number {
  return (text) => {
    const value = doubleOf(text);
    if (value > 0 && value <= 1e6) return value;
    throw new InputError(`${name} must be a positive number of seconds, not ${JSON.stringify(text)}`);
  };
}

/** The double nearest to a number in the notation of files; NaN for anything else. */
function doubleOf(text: string): number {
  try {
    return nearestDouble(readNumber(text, 'a number'));
  } catch {
    return Number.NaN;
  }
}

export const parseSeconds = seconds('--time');
export const parseTimeout = seconds('--claim-timeout');
export const parseTimeLimit = integerIn('--time-limit', 1, MAX_SECONDS);

/** `2,4,16`: distinct numbers of draws in increasing order. */
export function parseDrawList(text: string): number[] {
  return [...new Set(text.split(',').map(parseDraws))].sort((a, b) => a - b);
}

/** One of a few words. */
export function oneOf<T extends string>(name: string, values: readonly T[]): (text: string) => T {
  return (text) => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    const last = values.at(-1);
    throw new InputError(`${name} must be ${values.slice(0, -1).join(', ')} or ${last}, not ${JSON.stringify(text)}`);
  };
}

export const parseTies = oneOf('--ties', ['level', 'order', 'error']);
/** The formats in which a report is printed. */
const PRINTED = ['text', 'json', 'junit', 'sarif', 'github'] as const;

export type Printed = (typeof PRINTED)[number];

export const parseReporter = oneOf('--reporter', PRINTED);
export const parseSelection = oneOf('--selection', SELECTIONS);
const EXPECTATIONS = ['holds', 'fails', 'open'] as const;
export const parseExpectation = oneOf('--expect', EXPECTATIONS);
export const parseExpected = oneOf('--expected', EXPECTATIONS);
export const parseChecker = oneOf('--checker', ['coqc', 'embedded', 'both']);
export const parseDialect = oneOf('--sql', DIALECTS);
export const parseBadRow = oneOf('--on-bad-row', ['error', 'skip']);
export const parseDuplicateReward = oneOf('--duplicate-reward', DUPLICATE_RULES);
export const parseLayout = oneOf('--layout', LAYOUTS);
export const parseTarget = oneOf('--target', ['prompts', 'population']);
export const parseSupport = oneOf('--support', ['partial', 'complete']);
export const parseMinSamples = integerIn('--min-samples', 1, 1_000_000_000);

/** A probability strictly between 0 and 1. */
export function parseConfidence(text: string): number {
  const value = doubleOf(text);
  if (value >= 0.5 && value < 1) return value;
  throw new InputError(
    `--confidence must be a probability from 0.5 to below 1, such as 0.95, not ${JSON.stringify(text)}`,
  );
}

/** `0,10`: two numbers, the smaller first. */
export function parseRange(text: string): [number, number] {
  const ends = text.split(',').map(doubleOf);
  const [low, high] = ends;
  if (ends.length === 2 && low !== undefined && high !== undefined && low < high) return [low, high];
  throw new InputError(
    `--reward-range must be two numbers, the smaller first, such as 0,10, not ${JSON.stringify(text)}`,
  );
}

/**
 * The claims with these ids or patterns, in which * stands for any characters: those of the catalogue, then the user's own. Without ids, the
 * user's own or, if none, the catalogue. @throws InputError for an id or pattern of no claim
 */
export function selectClaims(
  ids: readonly string[],
  catalogue: readonly Claim[],
  own: readonly Claim[] = [],
): readonly Claim[] {
  const all = [...catalogue, ...own];
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.some((one) => matches(one, id)));
  if (unknown !== undefined)
    throw new InputError(`there is no claim ${JSON.stringify(unknown)}; ${instead(unknown, known)}`);
  if (ids.length === 0) return own.length > 0 ? own : catalogue;
  return all.filter(({ id }) => ids.some((wanted) => matches(id, wanted)));
}

/** Whether an id is what is wanted, in which * stands for any characters. */
function matches(id: string, wanted: string): boolean {
  const [first = '', ...rest] = wanted.split('*');
  if (rest.length === 0) return id === wanted;
  const last = rest.pop() as string;
  if (!id.startsWith(first) || !id.endsWith(last) || id.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = id.indexOf(part, at);
    if (found === -1 || found + part.length > id.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function instead(unknown: string, known: readonly string[]): string {
  const meant = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(nearest(unknown, known));
  return meant === '' ? '`bonafide claims` lists them' : `did you mean ${meant}?`;
}

/** Collects an option that may be given several times. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Replaces an earlier value of an option: a script may name a folder, and its user another one. */
export function lastOne(value: string): string {
  return value;
}

export function defaultWorkers(): number {
  return Math.max(1, availableParallelism());
}

const MOST_SHARDS = 9_999_999;

/** `3/8`: one of eight shards. */
export function parseShard(text: string): Shard {
  const [, index = 0, of = 0] = /^(\d{1,7})\/(\d{1,7})$/.exec(text.trim()) ?? [];
  if (Number(index) >= 1 && Number(index) <= Number(of)) return { index: Number(index), of: Number(of) };
  throw new InputError(
    `--shard must be i/k with 1 <= i <= k <= ${MOST_SHARDS.toLocaleString('en')}, such as 3/8, not ${JSON.stringify(text)}`,
  );
}
