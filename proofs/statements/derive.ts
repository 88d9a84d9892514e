import { Rational } from '../../src/arithmetic/rational.ts';
import type { Operator, Term } from './term.ts';

const numeral = (value: Rational): Term => ({ kind: 'numeral', value, decimal: true });
const operation = (sign: Operator, left: Term, right: Term): Term => ({ kind: 'operation', sign, left, right });
const call = (name: string, ...args: Term[]): Term => ({ kind: 'apply', to: { kind: 'name', name }, args });
const ZERO = numeral(Rational.ZERO);

/**
 * The derivative of a term in a real variable, by the rules for sums, products, quotients, natural powers, ln, exp, sinh and cosh.
 * It is right wherever the function has a derivative. The caller must ensure that no denominator and no argument of ln is 0 there.
 * @throws RangeError for a term that the rules do not cover
 */
export function derivative(term: Term, of: string): Term {
  switch (term.kind) {
    case 'numeral':
      return ZERO;
    case 'name':
      return term.name === of ? numeral(Rational.ONE) : ZERO;
    case 'minus':
      return { kind: 'minus', of: derivative(term.of, of) };
    case 'operation':
      return ofOperation(term.sign, term.left, term.right, of);
    case 'apply':
      return ofCall(term, of);
    default:
      throw new RangeError(`no rule gives the derivative of ${term.kind}`);
  }
}

function ofOperation(sign: Operator, f: Term, g: Term, of: string): Term {
  const df = derivative(f, of);
  const dg = sign === '^' ? ZERO : derivative(g, of);
  if (sign === '+' || sign === '-') return operation(sign, df, dg);
  if (sign === '*') return operation('+', operation('*', df, g), operation('*', f, dg));
  if (sign === '/') {
    const numerator = operation('-', operation('*', df, g), operation('*', f, dg));
    return operation('/', numerator, operation('*', g, g));
  }
  if (sign !== '^') throw new RangeError(`no rule gives the derivative of ${sign}`);
  const fewer = operation('-', g, { kind: 'numeral', value: Rational.ONE, decimal: false });
  return operation('*', operation('*', call('INR', g), operation('^', f, fewer)), df);
}

function ofCall({ to, args: [f] }: Term & { kind: 'apply' }, of: string): Term {
  const name = to.kind === 'name' ? to.name : '';
  const inner = f as Term;
  const outer: Record<string, () => Term> = {
    ln: () => operation('/', numeral(Rational.ONE), inner),
    exp: () => call('exp', inner),
    sinh: () => call('cosh', inner),
    cosh: () => call('sinh', inner),
  };
  const rule = Object.hasOwn(outer, name) ? outer[name] : undefined;
  if (!rule) throw new RangeError(`no rule gives the derivative of ${name || to.kind}`);
  return operation('*', rule(), derivative(inner, of));
}
