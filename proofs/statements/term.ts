/** The syntax tree of a statement or definition of the manifest, as Coq prints it. */

import type { Rational } from '../../src/arithmetic/rational.ts';

/** A variable with its type, such as `nat -> R`. */
export interface Binder {
  readonly name: string;
  readonly type: string;
}

export type Term =
  | { readonly kind: 'numeral'; readonly value: Rational; readonly decimal: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'apply'; readonly to: Term; readonly args: readonly Term[] }
  | { readonly kind: 'operation'; readonly sign: Operator; readonly left: Term; readonly right: Term }
  | { readonly kind: 'minus'; readonly of: Term }
  | { readonly kind: 'if'; readonly test: Term; readonly yes: Term; readonly no: Term }
  | Binding
  | { readonly kind: 'let'; readonly name: string; readonly value: Term; readonly body: Term }
  | { readonly kind: 'match'; readonly on: Term; readonly zero: Term; readonly before: string; readonly next: Term };

/** A term that binds variables: a function or a quantifier. */
export interface Binding {
  readonly kind: Quantifier;
  readonly binders: readonly Binder[];
  readonly body: Term;
}

export type Quantifier = 'fun' | 'forall' | 'exists';

export const OPERATORS = [
  ...(['->', '<->', '\\/', '/\\'] as const),
  ...(['=', '<>', '<=', '<', '=?', '<?'] as const),
  ...(['::', '+', '-', '*', '/', '^'] as const),
] as const;
export type Operator = (typeof OPERATORS)[number];

/** The immediate parts of a term, in the order in which they are written. */
export function parts(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'numeral':
    case 'name':
      return [];
    case 'apply':
      return [term.to, ...term.args];
    case 'operation':
      return [term.left, term.right];
    case 'minus':
      return [term.of];
    case 'if':
      return [term.test, term.yes, term.no];
    case 'let':
      return [term.value, term.body];
    case 'match':
      return [term.on, term.zero, term.next];
    default:
      return [term.body];
  }
}

/** The term with its parts replaced. */
export function withParts(term: Term, changed: readonly Term[]): Term {
  const [first, second, third] = changed as [Term, Term, Term];
  switch (term.kind) {
    case 'numeral':
    case 'name':
      return term;
    case 'apply':
      return { ...term, to: first, args: changed.slice(1) };
    case 'operation':
      return { ...term, left: first, right: second };
    case 'minus':
      return { ...term, of: first };
    case 'if':
      return { ...term, test: first, yes: second, no: third };
    case 'let':
      return { ...term, value: first, body: second };
    case 'match':
      return { ...term, on: first, zero: second, next: third };
    default:
      return { ...term, body: first };
  }
}

/** Whether two terms are written in the same way. */
export function isSame(one: Term, other: Term): boolean {
  return textOf(one) === textOf(other);
}

/** Whether a term occurs in another one. */
export function occurs(part: Term, whole: Term): boolean {
  return isSame(part, whole) || parts(whole).some((inner) => occurs(part, inner));
}

/** A text that is the same for equal terms only. */
export function textOf(term: Term): string {
  const of = parts(term).map(textOf).join(' ');
  switch (term.kind) {
    case 'numeral':
      return String(term.value);
    case 'name':
      return term.name;
    case 'operation':
      return `(${term.sign} ${of})`;
    case 'let':
      return `(let ${term.name} ${of})`;
    case 'match':
      return `(match ${term.before} ${of})`;
    case 'fun':
    case 'forall':
    case 'exists':
      return `(${term.kind} ${term.binders.map(({ name, type }) => `${name}:${type}`).join(' ')}. ${of})`;
    default:
      return `(${term.kind} ${of})`;
  }
}
