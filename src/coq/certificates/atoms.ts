import { printReal } from '../../arithmetic/print.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { difference, type Real } from '../../arithmetic/real.ts';

/** How proofs/Certificates.v knows a quantity: a term saying that it is the value of a form, or which rational number it is. */
type Known =
  | { readonly form: string }
  | { readonly rational: string }
  /** A quotient of two logarithms. */
  | { readonly quotient: readonly [Atom, Atom] };

/** A quantity in the words of proofs/Definitions.v, as Coq prints them. */
export interface Atom {
  readonly coq: string;
  /** The library's value. Coq gets bounds around it and checks whether they are right. */
  readonly value: Real;
  readonly known: Known;
}

/** A rational number in Coq. */
export function inCoq(value: Rational): string {
  const { num, den } = value.reduced();
  return `(${num} # ${den})%Q`;
}

/** A rational number as Coq prints it outside the rational scope: a decimal where the denominator is a power of ten. */
export function asCoqPrints(value: Rational): string {
  const { num, den } = value.reduced();
  const places = String(den).length - 1;
  if (den !== 10n ** BigInt(places)) return `${num} # ${den}`;
  const digits = String(num).padStart(places + 1, '0');
  const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return `${decimal}%Q`;
}

/** Sentences that prove an atom's bounds under `name`, after those of its parts. `compute` ends each, when only a computation is left. */
export function proveAtom({ coq, value, known }: Atom, name: string, digits: number, compute: string): string[] {
  const assert = (statement: string, by: string): string =>
    `  assert (${name} : ${statement}).\n  { refine (${by}). ${compute} }`;
  if ('rational' in known) {
    const number = value.exact?.asRational();
    if (!number) throw new TypeError(`${coq} is not known as a rational number`);
    return [assert(`${coq} = Q2R ${inCoq(number)}`, `equal_by _ _ _ (${known.rational}) _`)];
  }
  const { lo, hi, terms } = bounds(value, digits);
  const statement = `Q2R ${lo} <= ${coq} <= Q2R ${hi}`;
  if ('form' in known) return [assert(statement, `enclosed_by _ ${terms} _ _ _ (${known.form}) _`)];
  const [above, below] = known.quotient;
  return [
    ...proveAtom(above, `${name}a`, digits + 4, compute),
    ...proveAtom(below, `${name}b`, digits + 4, compute),
    assert(statement, `quotient_enclosed _ _ _ _ _ _ _ _ ${name}a ${name}b _`),
  ];
}

/** Each term of the series of a logarithm, whose argument is below 2, adds at least this many digits. */
const DIGITS_PER_TERM = 0.95;
/** This many extra terms allow for the halvings of arguments and for the number of logarithms. */
const MORE_TERMS = 4;

/** Rational bounds, widened on both sides for the imprecision of the kernel's own bounds, and the number of series terms they need. */
function bounds(value: Real, digits: number): { lo: string; hi: string; terms: number } {
  const printed = printReal(value, digits);
  const [lo, hi] = [Rational.parse(printed.lo), Rational.parse(printed.hi)];
  const places = digits + Math.max(0, -magnitude(lo));
  const unit = Rational.of(1n, 10n ** BigInt(places));
  return { lo: inCoq(lo.sub(unit)), hi: inCoq(hi.add(unit)), terms: Math.ceil(places / DIGITS_PER_TERM) + MORE_TERMS };
}

/** The approximate decimal exponent of a number, and 0 for 0. */
function magnitude({ num, den }: Rational): number {
  return num === 0n ? 0 : String(num < 0n ? -num : num).length - String(den).length;
}

/** Enough digits to tell which of two numbers is larger, even if they are composed of other numbers of their size. */
export function digitsToTell(left: Real, right: Real): number {
  const spare = 5;
  const { lo } = printReal(difference(right, left), 2);
  return Math.max(0, -magnitude(Rational.parse(lo))) + spare;
}
