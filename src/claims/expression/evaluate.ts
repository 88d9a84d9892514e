import { DomainError, RangeExceededError } from '../../arithmetic/errors.ts';
import { largestOf, leastOf } from '../../arithmetic/extremes.ts';
import { productOfAll, sumOf } from '../../arithmetic/folds.ts';
import { asRational, isZero } from '../../arithmetic/forms.ts';
import { exponential, LogOfZero, logarithm } from '../../arithmetic/logarithms.ts';
import { absolute, productOf, quotientOf } from '../../arithmetic/operations.ts';
import { integerPower, realPower, rootedPower, squareRoot } from '../../arithmetic/powers.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { difference, type Real, rationalReal, sum } from '../../arithmetic/real.ts';
import { BestOfN } from '../../quantities/best-of-n.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { Relation } from '../relation.ts';
import { at } from './elsewhere.ts';
import type { Expression, FunctionName, Gathering, Index, Range, Statement } from './expression.ts';
import { shortText } from './text.ts';

/** A statement as a function of the quantities. The names of the sides are worked out once. */
export function relationOf<E extends Evaluation>({ left, is, right }: Statement<E>): (q: E) => Relation {
  const names = [shortText(left), shortText(right)] as const;
  return (q) => ({
    left: { name: names[0], value: evaluate(left, q) },
    is,
    right: { name: names[1], value: evaluate(right, q) },
  });
}

/** The values of the indices that are bound where an expression stands. */
export type Indices = Readonly<Record<string, number>>;

const UNBOUND: Indices = Object.freeze(Object.create(null) as Record<string, number>);

/**
 * The value of an expression. Guarantee: exact where its parts are and the operations keep exact forms, otherwise an enclosure; the fast
 * tier applies where all parts have it. A named quantity is the very real that the quantities give. 0·log 0 is 0.
 *
 * @throws DomainError where the expression has no value, as far as that is known before enclosures are computed.
 */
export function evaluate<E extends Evaluation>(of: Expression<E>, q: E, indices: Indices = UNBOUND): Real {
  const value = (part: Expression<E>): Real => evaluate(part, q, indices);
  switch (of.kind) {
    case 'number':
      return rationalReal(of.value);
    case 'draws':
      return rationalReal(q.draws);
    case 'quantity': {
      const known = of.rational?.(q);
      return known ? rationalReal(known) : of.value(q);
    }
    case 'at':
      return evaluate(of.of, at(q, q.draws.mul(Rational.of(of.factor))));
    case 'elsewhere':
      return evaluate(of.of, at(q, drawsOf(value(of.draws))));
    case 'log':
      return of.of.kind === 'draws' && q instanceof BestOfN ? logOfDraws(q) : logarithm(value(of.of));
    case 'power':
      return integerPower(value(of.base), of.exponent);
    case 'raised':
      return raised(value(of.base), value(of.exponent));
    case 'sum':
      return sum(value(of.left), value(of.right));
    case 'difference':
      return difference(value(of.left), value(of.right));
    case 'product':
      return productOfParts(
        () => value(of.left),
        () => value(of.right),
      );
    case 'quotient':
      return quotientOf(value(of.left), value(of.right));
    case 'function':
      return FUNCTIONS[of.name](value(of.of));
    case 'extreme':
      return (of.name === 'max' ? largestOf : leastOf)(of.of.map(value));
    case 'item':
      return of.of.value(q, placeOf(of.index, q, indices));
    case 'over':
      return gather(
        of.name,
        [...valuesOf(of.range, q, indices)].map((bound) => evaluate(of.body, q, bound)),
      );
    case 'applied':
      return of.of.value(q, of.to.map(value));
  }
}

const FUNCTIONS: Record<FunctionName, (a: Real) => Real> = { exp: exponential, sqrt: squareRoot, abs: absolute };

/** The number of an atom. */
export function placeOf({ from, plus }: Index, { policy }: Evaluation, indices: Indices): number {
  if (from === null) return plus;
  return (from === 'K' ? policy.atoms.length : (indices[from.index] as number)) + plus;
}

/** The indices with each value of a range in turn. */
export function* valuesOf({ index, first, last }: Range, q: Evaluation, indices: Indices): Generator<Indices> {
  const end = placeOf(last, q, indices);
  for (let i = placeOf(first, q, indices); i <= end; i += 1) yield { ...indices, [index]: i };
}

/** @throws DomainError for the least or largest of nothing. */
function gather(name: Gathering, all: readonly Real[]): Real {
  if (name === 'sum') return sumOf(all);
  if (name === 'product') return productOfAll(all);
  if (all.length === 0) throw new DomainError(`it takes the ${name} of nothing`);
  return name === 'max' ? largestOf(all) : leastOf(all);
}

/** log n = D̃_n + (n−1)/n, and D̃_n has a fast tier. */
function logOfDraws(q: BestOfN): Real {
  return sum(q.atomlessKl, rationalReal(Rational.ONE.sub(Rational.ONE.div(q.draws))));
}

/** A product. Where one factor is known to be 0 and the other one is log 0, it is 0. */
function productOfParts(left: () => Real, right: () => Real): Real {
  const [a, b] = [unlessLogOfZero(left), unlessLogOfZero(right)];
  if (a instanceof LogOfZero) return zeroOr(b, a);
  return b instanceof LogOfZero ? zeroOr(a, b) : productOf(a, b);
}

function unlessLogOfZero(value: () => Real): Real | LogOfZero {
  try {
    return value();
  } catch (error) {
    if (error instanceof LogOfZero) return error;
    throw error;
  }
}

function zeroOr(factor: Real | LogOfZero, error: LogOfZero): Real {
  if (factor instanceof LogOfZero || !isZero(factor)) throw error;
  return factor;
}

/** The largest exponent: powers of so many digits take seconds. */
const MAX_EXPONENT = 1_000_000_000n;

function raised(base: Real, exponent: Real): Real {
  const known = asRational(exponent)?.reduced();
  if (!known) return realPower(base, exponent);
  if (known.den !== 1n) return rootedPower(base, known);
  if (known.num > MAX_EXPONENT || known.num < -MAX_EXPONENT)
    throw new RangeExceededError(`the exponent ${known} is too large`);
  return integerPower(base, Number(known.num));
}

/** A number of draws that an expression gives. @throws DomainError unless it is known to be rational. */
function drawsOf(value: Real): Rational {
  const draws = asRational(value);
  if (!draws) throw new DomainError('a number of draws must be rational');
  return draws;
}
