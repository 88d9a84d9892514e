import { bitLength } from '../arithmetic/bigint.ts';
import { Rational } from '../arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal, sum } from '../arithmetic/real.ts';
import type { Given } from './given.ts';
import { CLOSED, type QuantityName } from './quantities.ts';

/** The allowed error: what the user sets, or what the defining sums reach in doubles. The numbers are decimals, and exact. */
export type Tolerance = { readonly rel: string; readonly abs: string } | 'doubles';

/** An allowed error of abs + rel·|truth|. */
export interface Allowance {
  readonly rel: Rational;
  readonly abs: Rational;
}

/** Half the distance of 1 from the next double. */
const UNIT_ROUNDOFF = Rational.of(1, 2n ** 53n);
/** Roundings allowed for each term and each bit of n: those of a few elementary functions with errors of a unit or two. */
const ROUNDINGS = 8;

/**
 * The allowed error of an answer.
 *
 * By default it is 8(K + b)·2^−53·(1 + |truth|), where K counts the summed atoms and b the bits of n, and for given doubles also
 * b·n·|1 − Σ| of them. docs/conform.md derives it.
 */
export function allowanceOf(tolerance: Tolerance, { exact, slack }: Given, name: QuantityName): Allowance {
  if (tolerance !== 'doubles') return { rel: Rational.parse(tolerance.rel), abs: Rational.parse(tolerance.abs) };
  const bits = bitLength(BigInt(exact.n));
  const terms = CLOSED.has(name) ? 1 : exact.weights.length;
  const each = Rational.of(ROUNDINGS * (terms + bits)).mul(UNIT_ROUNDOFF);
  const byInput = CLOSED.has(name) ? Rational.ZERO : slack.mul(Rational.of(BigInt(bits) * BigInt(exact.n)));
  return { rel: each, abs: each.add(byInput) };
}

/** The least and the largest answer that are right for a truth ≥ 0. */
export function rightAnswers(truth: Real, { rel, abs }: Allowance): { readonly least: Real; readonly most: Real } {
  const error = sum(rationalReal(abs), multiple(rel, truth));
  return { least: difference(truth, error), most: sum(truth, error) };
}
