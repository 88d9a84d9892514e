import { type Instance, untied } from '../../claims/instance.ts';
import type { OtherSelection } from '../../claims/instance-schema.ts';

/**
 * A family of policies with few parameters and any number of atoms. The extremes of most inequalities are limits within these: one heavy
 * atom beside shattered ones, two blocks, or stairs.
 */
export interface Shape {
  /** The number of real parameters, each in base-2 logarithms, with 0 for equal masses. */
  readonly parameters: number;
  /** Whether it has a part of m atoms. */
  readonly isLarge: boolean;
  /** The number of atoms for m. */
  atoms(m: number): number;
  /** The base-2 logarithm of the mass of each atom, up to a constant. */
  logMasses(parameters: readonly number[], m: number): readonly number[];
}

/** Atoms in groups of 1 or m that share their group's mass equally. The last group has mass 1 and the others 2^x. */
function groups(...sizes: readonly (1 | 'm')[]): Shape {
  const counts = (m: number): number[] => sizes.map((size) => (size === 'm' ? m : 1));
  return {
    parameters: sizes.length - 1,
    isLarge: sizes.includes('m'),
    atoms: (m) => counts(m).reduce((sum, count) => sum + count, 0),
    logMasses: (parameters, m) =>
      counts(m).flatMap((count, group) => new Array<number>(count).fill((parameters[group] ?? 0) - Math.log2(count))),
  };
}

/** m atoms, each 2^x times as heavy as the one above it. */
const STAIRS: Shape = {
  parameters: 1,
  isLarge: false,
  atoms: () => STEPS,
  logMasses: ([x = 0]) => Array.from({ length: STEPS }, (_, step) => (STEPS - 1 - step) * x),
};

const STEPS = 12;

export const SHAPES: readonly Shape[] = [
  groups(1),
  groups(1, 1),
  groups(1, 1, 1),
  groups(1, 1, 1, 1),
  STAIRS,
  groups('m'),
  groups('m', 1),
  groups(1, 'm'),
  groups('m', 'm'),
  groups(1, 'm', 1),
  groups('m', 1, 'm'),
  groups('m', 'm', 'm'),
];

/** Starting coordinates, by the number of parameters. */
const STARTS: Readonly<Record<number, readonly number[]>> = {
  1: [0, -3, 3, -6, 6, -12, 12],
  2: [0, -5, 5],
  3: [0, -4, 4],
};

/** Every list of starting coordinates of a shape. */
export function startsOf({ parameters }: Shape): readonly (readonly number[])[] {
  let lists: (readonly number[])[] = [[]];
  for (let k = 0; k < parameters; k += 1)
    lists = lists.flatMap((list) => (STARTS[parameters] ?? [0]).map((x) => [...list, x]));
  return lists;
}

/** The largest power of two for m with at most so many atoms, or 1. */
export function largestM(shape: Shape, atoms: number): number {
  const perM = shape.atoms(2) - shape.atoms(1);
  const most = perM === 0 ? 1 : Math.max(1, Math.floor((atoms - shape.atoms(0)) / perM));
  return 2 ** (31 - Math.clz32(most));
}

/** The lightest atom weighs at least this where there are few atoms; with many, small weights are fine enough. */
const FINE = 2 ** 40;
const COARSE = 2 ** 13;
const FEW_ATOMS = 16;
/** Weights have at most this many bits. */
const MAX_BITS = 400;

/** The policy of these masses, with integer weights; null where they are too far apart. */
export function policyOf(logMasses: readonly number[], n: number, selection?: OtherSelection): Instance | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const x of logMasses) {
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  if (most - least > MAX_BITS) return null;
  const unit = Math.log2(logMasses.length <= FEW_ATOMS ? FINE : Math.max(1, COARSE / logMasses.length)) - least;
  const known = new Map<number, bigint>();
  const weights = logMasses.map((x) => {
    let weight = known.get(x);
    if (weight === undefined) {
      weight = powerOfTwo(x + unit);
      known.set(x, weight);
    }
    return weight;
  });
  return untied(weights, n, selection);
}

/** 2^x for x ≥ 0 as an integer, to 53 bits. */
function powerOfTwo(x: number): bigint {
  const whole = Math.max(0, Math.floor(x) - 52);
  return BigInt(Math.max(1, Math.round(2 ** (x - whole)))) << BigInt(whole);
}
