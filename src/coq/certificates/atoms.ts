import { printReal } from '../../arithmetic/print.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { difference, type Real } from '../../arithmetic/real.ts';

/** How proofs/Certificates.v knows a quantity: a term saying that it is the value of a form, or which rational number it is. */
type Known =
  | { readonly form: string }
  | { readonly rational: string }
  /** The logarithm of an expression of rational numbers that come before it, and its argument. */
  | { readonly logarithm: string; readonly of: Rational }
  /** The absolute value of such an expression. */
  | { readonly absolute: string; readonly of: Rational }
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

/** Whether an atom is known as a rational number, and not only by bounds. */
export function isRational({ known }: Atom): boolean {
  return 'rational' in known || 'absolute' in known;
}

/** How an atom is proved. */
export interface Proving {
  /** The name of what is proved. */
  readonly name: string;
  readonly digits: number;
  /** Ends a proof where only a computation is left. */
  readonly compute: string;
  /** Replaces the rational numbers that come before by what they are. */
  readonly replace?: string;
}

/** Sentences that prove an atom's number or bounds, after those of its parts. */
export function proveAtom({ coq, value, known }: Atom, { name, digits, compute, replace = '' }: Proving): string[] {
  const assert = (statement: string, by: string): string =>
    `  assert (${name} : ${statement}).\n  { refine (${by}). ${compute} }`;
  const argument = (text: string, of: Rational): string =>
    `  assert (${name}e : ${text} = Q2R ${inCoq(of)}).\n  { ${replace}${RATIONAL_ARITHMETIC} }`;
  if ('rational' in known) {
    const number = value.exact?.asRational();
    if (!number) throw new TypeError(`${coq} is not known as a rational number`);
    return [assert(`${coq} = Q2R ${inCoq(number)}`, `equal_by _ _ _ (${known.rational}) _`)];
  }
  if ('absolute' in known) {
    const { absolute, of } = known;
    const size = of.sign() < 0 ? of.neg() : of;
    const proof = `rewrite ${name}e. unfold Rabs. destruct (Rcase_abs _); unfold Q2R in *; simpl Qnum in *; simpl Qden in *; lra.`;
    return [argument(absolute, of), `  assert (${name} : ${coq} = Q2R ${inCoq(size)}).\n  { ${proof} }`];
  }
  const { lo, hi, terms } = bounds(value, digits);
  const statement = `Q2R ${lo} <= ${coq} <= Q2R ${hi}`;
  const enclosed = (form: string): string => assert(statement, `enclosed_by _ ${terms} _ _ _ (${form}) _`);
  if ('form' in known) return [enclosed(known.form)];
  if ('logarithm' in known) {
    const { logarithm, of } = known;
    return [argument(logarithm, of), enclosed(`eq_trans (f_equal ln ${name}e) (eq_sym (value_log ${inCoq(of)}))`)];
  }
  const [above, below] = known.quotient;
  return [
    ...proveAtom(above, { name: `${name}a`, digits: digits + 4, compute }),
    ...proveAtom(below, { name: `${name}b`, digits: digits + 4, compute }),
    assert(statement, `quotient_enclosed _ _ _ _ _ _ _ _ ${name}a ${name}b _`),
  ];
}

const RATIONAL_ARITHMETIC = 'unfold Q2R. simpl Qnum. simpl Qden. lra.';

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
export function magnitude({ num, den }: Rational): number {
  return num === 0n ? 0 : String(num < 0n ? -num : num).length - String(den).length;
}

/** Enough digits to tell which of two numbers is larger, even if they are composed of other numbers of their size. */
export function digitsToTell(left: Real, right: Real): number {
  const spare = 5;
  const { lo } = printReal(difference(right, left), 2);
  return Math.max(0, -magnitude(Rational.parse(lo))) + spare;
}
