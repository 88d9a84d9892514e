/** Builders for lists of instances. */
import { seeded } from '../../src/search/random.ts';
import type { Problem } from './problem.ts';

/** Instances of one kind, which form one file. */
export interface Regime {
  readonly regime: string;
  /** The mistakes that they are meant to catch. */
  readonly catches: string;
  readonly problems: readonly Problem[];
}

export const ten = (exponent: number): bigint => 10n ** BigInt(exponent);
export const two = (exponent: number): bigint => 1n << BigInt(exponent);

/** `count` entries, made from their indices. */
export function list<T>(count: number, entry: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => entry(place));
}

/** Outcomes of distinct rewards at each of several n. The names are composed of `name` and n. */
export function at(ns: readonly number[], name: string, weights: readonly (bigint | number)[]): Problem[] {
  const given = { weights: weights.map(BigInt), ranks: weights.map((_, place) => place), ties: 'level' } as const;
  return ns.map((n) => ({ name: `${name}, n=${n}`, ...given, n }));
}

/** Outcomes some of which tie, under both rules for ties. */
export function tied(
  ns: readonly number[],
  name: string,
  ranks: readonly number[],
  weights: readonly (bigint | number)[],
): Problem[] {
  const rules = ['level', 'order'] as const;
  return rules.flatMap((ties) =>
    ns.map((n) => ({ name: `${name}, ${ties}, n=${n}`, weights: weights.map(BigInt), ranks, ties, n })),
  );
}

/** Draws of a fixed seed: uniform integers, both ends included. */
export interface Draws {
  integer(min: number, max: number): number;
  bigint(max: bigint): bigint;
}

export function draws(seed: string): Draws {
  const { integer } = seeded(seed);
  return {
    integer,
    /** From 1 to max. It draws more digits than max has, so that the remainder is nearly unbiased. */
    bigint(max) {
      let drawn = 0n;
      for (let size = 0; size < max.toString().length + 9; size += 9)
        drawn = drawn * ten(9) + BigInt(integer(0, 999_999_999));
      return (drawn % max) + 1n;
    },
  };
}
