import { DomainError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { How } from './cover.ts';

/** An inequality in one variable on all of 0 < t ≤ 1, for each integer n ≥ `least`. */
export interface Inequality {
  readonly id: InequalityId;
  /** The inequality in the notation of docs/regions.md. */
  readonly statement: string;
  /** The meaning of the `bound` of a box; docs/regions.md has the notation. */
  readonly ratio: string;
  /** The least n for which it is stated. */
  readonly least: number;
}

/** The name of an inequality. */
export type InequalityId = 'gamma-nondecreasing' | 'gamma-quadratic' | 'gamma-cubic' | 'win-rate-cubic';

/** The inequalities that `certify` knows; docs/regions.md derives them. */
export const INEQUALITIES: readonly Inequality[] = [
  { id: 'gamma-nondecreasing', statement: 'γ′(t) ≥ 0', ratio: 'γ′(t)/t² ≥ bound ≥ constant', least: 2 },
  { id: 'gamma-quadratic', statement: 'γ(t) ≤ κ_n t²', ratio: 'γ(t)/t² ≤ bound ≤ constant', least: 2 },
  { id: 'gamma-cubic', statement: 'γ(t) ≤ n(n−1)²/24·t³', ratio: 'γ(t)/t³ ≤ bound ≤ constant', least: 3 },
  {
    id: 'win-rate-cubic',
    statement: '0 ≤ n/(n+1)·(1 − a^(n+1)) − (1 − a^n)(1 + a)/2 ≤ n(n−1)/12·t³ for a = 1 − t',
    ratio: '0 ≤ left side/t³ ≤ bound ≤ constant',
    least: 2,
  },
];

/** A box [from, to] of t and how it is certified. Numbers are strings, which `Rational.parse` reads exactly. */
export interface Box {
  readonly from: string;
  readonly to: string;
  /** The method that certifies the box. */
  readonly how: How;
  /** The point of expansion; the middle where it is left out. */
  readonly at?: string;
  /** The bound that is certified on the box. `Inequality.ratio` says of what. */
  readonly bound: string;
}

/** Boxes that tile (0, 1] from left to right. */
export interface Certificate {
  readonly inequality: InequalityId;
  readonly n: number;
  /** The constant of the inequality, for this n. */
  readonly constant: string;
  readonly boxes: readonly Box[];
}

/** What `certify` finds: a certificate with its number of boxes, a refutation or neither. */
export type RegionResult =
  | { readonly outcome: 'certified'; readonly certificate: Certificate; readonly boxes: number }
  /** A point at which the inequality is certified to fail. */
  | { readonly outcome: 'refuted'; readonly at: string }
  /** An interval on which nothing could be shown. */
  | { readonly outcome: 'undecided'; readonly from: string; readonly to: string };

/** @throws DomainError for an unknown inequality or an n outside its hypotheses. */
export function inequalityOf(id: string, n: number): Inequality {
  const found = INEQUALITIES.find((inequality) => inequality.id === id);
  if (!found) throw new DomainError(`there is no inequality ${JSON.stringify(id)}`);
  if (!Number.isSafeInteger(n) || n < found.least) {
    throw new DomainError(`${id} needs an integer n from ${found.least} on, not ${n}`);
  }
  return found;
}

/** The constant in the statement. κ_n of `gamma-quadratic` is excluded because it need not be rational. */
export function constantOf(id: Exclude<InequalityId, 'gamma-quadratic'>, n: number): Rational {
  const draws = BigInt(n);
  if (id === 'gamma-cubic') return Rational.of(draws * (draws - 1n) ** 2n, 24n).reduced();
  if (id === 'win-rate-cubic') return Rational.of(draws * (draws - 1n), 12n).reduced();
  return Rational.ZERO;
}
