import { Rational } from '../../arithmetic/rational.ts';
import { type Expression, partsOf } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { UNKNOWN } from './draws.ts';

type Whole = Expression<Evaluation>;

/** constant + slope·C. Null stands for 0. */
export interface Affine {
  readonly constant: Whole | null;
  readonly slope: Whole | null;
}

const ONE: Whole = { kind: 'number', value: Rational.ONE };
const ZERO: Whole = { kind: 'number', value: Rational.ZERO };

export function mentionsUnknown(of: Whole): boolean {
  return of === UNKNOWN || partsOf(of).some(mentionsUnknown);
}

/**
 * An expression as constant + slope·C, both free of C. It takes apart what is written: sums, differences, products and quotients by
 * expressions without C, and sums over atoms. Null where C stands elsewhere, also where it would cancel.
 */
export function affineIn(of: Whole): Affine | null {
  if (of === UNKNOWN) return { constant: null, slope: ONE };
  if (!mentionsUnknown(of)) return { constant: of, slope: null };
  switch (of.kind) {
    case 'sum':
      return combined(affineIn(of.left), affineIn(of.right), plus);
    case 'difference':
      return combined(affineIn(of.left), affineIn(of.right), minus);
    case 'product':
      if (!mentionsUnknown(of.left)) return mapped(affineIn(of.right), (part) => times(of.left, part));
      return mentionsUnknown(of.right) ? null : mapped(affineIn(of.left), (part) => times(part, of.right));
    case 'quotient':
      if (mentionsUnknown(of.right)) return null;
      return mapped(affineIn(of.left), (left) => ({ kind: 'quotient', left, right: of.right }));
    case 'over':
      return of.name === 'sum' ? mapped(affineIn(of.body), (body) => ({ ...of, body })) : null;
    case 'power':
      return of.exponent === 1 ? affineIn(of.base) : null;
    default:
      return null;
  }
}

/** a − b. */
export function differenceOf(a: Affine, b: Affine): Affine {
  return { constant: minus(a.constant, b.constant), slope: minus(a.slope, b.slope) };
}

type Combine = (a: Whole | null, b: Whole | null) => Whole | null;

function combined(a: Affine | null, b: Affine | null, combine: Combine): Affine | null {
  return a && b && { constant: combine(a.constant, b.constant), slope: combine(a.slope, b.slope) };
}

function mapped(of: Affine | null, map: (part: Whole) => Whole): Affine | null {
  return of && { constant: of.constant && map(of.constant), slope: of.slope && map(of.slope) };
}

function plus(left: Whole | null, right: Whole | null): Whole | null {
  return left && right ? { kind: 'sum', left, right } : (left ?? right);
}

function minus(left: Whole | null, right: Whole | null): Whole | null {
  return right ? (left ? { kind: 'difference', left, right } : { kind: 'difference', left: ZERO, right }) : left;
}

function times(left: Whole, right: Whole): Whole {
  return left === ONE ? right : right === ONE ? left : { kind: 'product', left, right };
}
