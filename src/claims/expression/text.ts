import type { Evaluation } from '../../quantities/evaluation.ts';
import {
  type Expression,
  type Gathering,
  type Index,
  type NamedQuantity,
  partsOf,
  type Range,
  type Statement,
} from './expression.ts';

/** How tightly an expression binds: an operand in a tighter place is put in parentheses. */
export const BINDS = {
  ...{ sum: 1, difference: 1, product: 2, quotient: 2, log: 3, over: 3, power: 3, raised: 3 },
  ...{ at: 4, elsewhere: 4, quantity: 4, item: 4, applied: 4, function: 4, extreme: 4 },
} as const;

/** How tightly the text of an expression binds, that of a definition for a quantity that is shown by it. */
export function binding<E extends Evaluation>(of: Expression<E>): number {
  if (of.kind === 'draws') return BINDS.quantity;
  if (of.kind === 'number') return of.value.sign() < 0 ? 0 : of.value.den === 1n ? BINDS.quantity : BINDS.quotient;
  if (of.kind !== 'quantity') return BINDS[of.kind];
  return of.definition ? binding(of.definition) : bindingOfText(of.text);
}

/** How tightly the text of a quantity binds: a sum such as a − b least, then what reaches to the right, such as Σ p_i² and log₂ n. */
function bindingOfText(text: string): number {
  const outside = outsideBrackets(text);
  if (/[−+-]/.test(outside)) return BINDS.sum;
  return /[\s/·]|[⁰¹²³⁴⁵⁶⁷⁸⁹]$/.test(outside) ? BINDS.log : BINDS.quantity;
}

function outsideBrackets(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '').replace(/\([^()]*\)/g, '');
}

/** Whether an expression ends in something that would reach over a factor to its right, such as a logarithm or a sum over i. */
export function isOpen<E extends Evaluation>(of: Expression<E>): boolean {
  if (of.kind === 'product') return isOpen(of.right);
  if (of.kind === 'quantity') return of.definition ? isOpen(of.definition) : /[\s/·]/.test(outsideBrackets(of.text));
  return of.kind === 'log' || of.kind === 'over';
}

type Name = <E extends Evaluation>(quantity: NamedQuantity<E>, print: (of: Expression<E>) => string) => string;

/** A statement in running text, such as KL(π‖p) ≤ log n − (n−1)/n. */
export function statementText<E extends Evaluation>({ left, is, right }: Statement<E>): string {
  return `${fullText(left)} ${is} ${fullText(right)}`;
}

/** An expression in running text. */
export function fullText<E extends Evaluation>(of: Expression<E>): string {
  return print(of, ({ text, definition }, inner) => (definition ? inner(definition) : text));
}

/** An expression as the name of a side of a relation, such as KL or gap. */
export function shortText<E extends Evaluation>(of: Expression<E>): string {
  if (of.kind === 'quantity') return of.short;
  return print(of, ({ short, definition }, inner) => (definition ? inner(definition) : short));
}

function print<E extends Evaluation>(of: Expression<E>, name: Name, isTight = false): string {
  const inner = (part: Expression<E>): string => print(part, name, isTight);
  /** An operand, in parentheses where it binds less. */
  const operand = (part: Expression<E>, least: number): string =>
    binding(part) >= least ? inner(part) : `(${print(part, name, isOfDrawsOnly(part))})`;
  switch (of.kind) {
    case 'quantity':
      return name(of, inner);
    case 'number':
      return String(of.value);
    case 'draws':
      return 'n';
    case 'at':
      return isWord(of.of.short) ? `${of.of.short}_{${of.factor}n}` : `(${inner(of.of)} at ${of.factor}n)`;
    case 'log':
      return binding(of.of) === BINDS.quantity ? `log ${inner(of.of)}` : `log(${inner(of.of)})`;
    case 'power':
      return `${operand(of.base, BINDS.quantity)}${superscript(of.exponent)}`;
    case 'sum':
    case 'difference': {
      const sign = of.kind === 'sum' ? '+' : '−';
      const right = operand(of.right, of.kind === 'sum' ? BINDS.sum : BINDS.product);
      return `${inner(of.left)}${isTight ? sign : ` ${sign} `}${right}`;
    }
    case 'product': {
      const right = operand(of.right, BINDS.log);
      const left = isOpen(of.left) ? `(${inner(of.left)})` : operand(of.left, BINDS.product);
      return `${left}${between(of.left, of.right, right)}${right}`;
    }
    case 'quotient':
      return `${isOpen(of.left) ? `(${inner(of.left)})` : operand(of.left, BINDS.product)}/${operand(of.right, BINDS.power)}`;
    case 'raised':
      return `${operand(of.base, BINDS.quantity)}^${operand(of.exponent, BINDS.quantity)}`;
    case 'function':
      return of.name === 'abs' ? `|${inner(of.of)}|` : `${of.name === 'sqrt' ? '√' : of.name}(${inner(of.of)})`;
    case 'extreme':
      return `${of.name}(${of.of.map(inner).join(', ')})`;
    case 'item':
      return `${of.of.text}${subscript(indexText(of.index))}`;
    case 'over':
      return `${GATHERED[of.name]}${rangeText(of.range)} ${operand(of.body, BINDS.product)}`;
    case 'elsewhere':
      return `${of.of.short}(${inner(of.draws)})`;
    case 'applied':
      return `${of.of.text}(${of.to.map(inner).join(', ')})`;
  }
}

const GATHERED: Record<Gathering, string> = { sum: 'Σ', product: '∏', min: 'min', max: 'max' };

/** An index such as i − 1. */
export function indexText({ from, plus }: Index): string {
  if (from === null) return String(plus);
  const name = from === 'K' ? 'K' : from.index;
  return plus === 0 ? name : `${name}${plus < 0 ? '−' : '+'}${Math.abs(plus)}`;
}

function subscript(index: string): string {
  return index.length === 1 ? `_${index}` : `_{${index}}`;
}

/** Whether a range is that of all atoms. */
export function isWhole({ first, last }: Range): boolean {
  return first.from === null && first.plus === 1 && last.from === 'K' && last.plus === 0;
}

function rangeText(range: Range): string {
  return isWhole(range) ? `_${range.index}` : `_{${range.index}=${indexText(range.first)}…${indexText(range.last)}}`;
}

/** What stands between two factors. */
function between<E extends Evaluation>(left: Expression<E>, factor: Expression<E>, right: string): string {
  if (left.kind === 'quotient' || /^\d/.test(right)) return ' · ';
  return isOfDrawsOnly(left) && (factor.kind === 'draws' || right.startsWith('(')) ? '' : ' ';
}

/** Whether a name can bear an index. */
export function isWord(name: string): boolean {
  return /^\p{L}+$/u.test(name);
}

/** Whether an expression has n and numbers only. It is set without spaces. */
function isOfDrawsOnly<E extends Evaluation>(of: Expression<E>): boolean {
  switch (of.kind) {
    case 'number':
    case 'draws':
      return true;
    case 'power':
      return isOfDrawsOnly(of.base);
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
      return partsOf(of).every((part) => isOfDrawsOnly(part));
    default:
      return false;
  }
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => [...SUPERSCRIPTS][Number(digit)]).join('');
}
