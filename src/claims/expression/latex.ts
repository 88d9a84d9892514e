import type { Rational } from '../../arithmetic/rational.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { Expression, FunctionName, Gathering, Index, NamedQuantity, Range, Statement } from './expression.ts';
import { BINDS, binding, indexText, isOpen, isWhole, isWord } from './text.ts';

/** A statement in LaTeX, for math mode. */
export function statementLatex<E extends Evaluation>(statement: Statement<E>): string {
  return sidesLatex(statement).join(' ');
}

/** The same in two parts: the left side, and the sign with the right side. */
export function sidesLatex<E extends Evaluation>({ left, is, right }: Statement<E>): readonly [string, string] {
  return [latexOf(left), `${is === '≤' ? '\\le' : '='} ${latexOf(right)}`];
}

/** An expression in LaTeX, for math mode. */
export function latexOf<E extends Evaluation>(of: Expression<E>): string {
  const operand = (part: Expression<E>, least: number): string =>
    binding(part) >= least ? latexOf(part) : `(${latexOf(part)})`;
  switch (of.kind) {
    case 'quantity':
      return of.definition ? latexOf(of.definition) : of.latex;
    case 'number':
      return numberLatex(of.value);
    case 'draws':
      return 'n';
    case 'at':
      return atDrawsLatex(of.of, `${of.factor}n`);
    case 'log':
      return binding(of.of) === BINDS.quantity ? `\\log ${latexOf(of.of)}` : `\\log(${latexOf(of.of)})`;
    case 'power':
      return `${operand(of.base, BINDS.quantity)}^{${of.exponent}}`;
    case 'sum': {
      const right = latexOf(of.right);
      return `${latexOf(of.left)} + ${right.startsWith('-') ? `(${right})` : right}`;
    }
    case 'difference':
      if (isZero(of.left)) return `-${operand(of.right, BINDS.product)}`;
      return `${latexOf(of.left)} - ${operand(of.right, BINDS.product)}`;
    case 'product':
      return productLatex(
        takesBracket(of.left),
        isOpen(of.left) ? `(${latexOf(of.left)})` : operand(of.left, BINDS.product),
        operand(of.right, BINDS.product),
      );
    case 'quotient':
      return `\\frac{${latexOf(of.left)}}{${latexOf(of.right)}}`;
    case 'raised':
      return `${operand(of.base, BINDS.quantity)}^{${latexOf(of.exponent)}}`;
    case 'function':
      return FUNCTIONS[of.name](latexOf(of.of));
    case 'extreme':
      return `\\${of.name}(${withIndexLast(of.of).map(latexOf).join(', ')})`;
    case 'item':
      return of.of.latex === '' ? positionLatex(of.index) : `${of.of.latex}_{${indexLatex(of.index)}}`;
    case 'over':
      return `${GATHERED[of.name]}${rangeLatex(of.name, of.range)} ${operand(of.body, BINDS.product)}`;
    case 'elsewhere':
      return atDrawsLatex(of.of, latexOf(of.draws));
    case 'applied':
      return `${of.of.latex}(${of.to.map(latexOf).join(', ')})`;
  }
}

function numberLatex(value: Rational): string {
  const { num, den } = value.reduced();
  if (den === 1n) return String(num);
  return num < 0n ? `-\\frac{${-num}}{${den}}` : `\\frac{${num}}{${den}}`;
}

/** 0 − x is written as −x. */
function isZero<E extends Evaluation>(of: Expression<E>): boolean {
  return of.kind === 'number' && of.value.sign() === 0;
}

const FUNCTIONS: Record<FunctionName, (of: string) => string> = {
  exp: (of) => `\\exp(${of})`,
  sqrt: (of) => `\\sqrt{${of}}`,
  abs: (of) => `\\left|${of}\\right|`,
};

const GATHERED: Record<Gathering, string> = { sum: '\\sum', product: '\\prod', min: '\\min', max: '\\max' };

function indexLatex(index: Index): string {
  return indexText(index).replace('−', '-');
}

/** An index as a number. */
function positionLatex(index: Index): string {
  const text = indexLatex(index);
  return /[+-]/.test(text) ? `(${text})` : text;
}

/** The range of a quantifier: the index alone where it is over all atoms. */
export function quantifiedLatex(range: Range): string {
  return isWhole(range) ? range.index : `${range.index}=${indexLatex(range.first)}\\ldots ${indexLatex(range.last)}`;
}

function rangeLatex(name: Gathering, range: Range): string {
  if (isWhole(range)) return `_{${range.index}}`;
  const [first, last] = [indexLatex(range.first), indexLatex(range.last)];
  return name === 'sum' || name === 'product'
    ? `_{${range.index}=${first}}^{${last}}`
    : `_{${first} \\le ${range.index} \\le ${last}}`;
}

/** A quantity at another number of draws. */
function atDrawsLatex<E extends Evaluation>(of: NamedQuantity<E>, draws: string): string {
  const plain = isWord(of.short) ? `\\mathrm{${of.short}}_{${draws}}` : `\\left.${latexOf(of)}\\right|_{${draws}}`;
  return of.latexAt?.(draws) ?? plain;
}

/** In max(i, x) i could be an index over which the maximum is taken; in max(x, i) it is a number. */
function withIndexLast<E extends Evaluation>(of: readonly Expression<E>[]): readonly Expression<E>[] {
  const [first] = of;
  return of.length === 2 && first?.kind === 'item' && first.of.latex === '' ? [...of].reverse() : of;
}

/** Whether parentheses behind an expression would be its argument. */
function takesBracket<E extends Evaluation>(of: Expression<E>): boolean {
  if (of.kind === 'product') return takesBracket(of.right);
  if (of.kind === 'power' || of.kind === 'raised') return takesBracket(of.base);
  return ['quantity', 'at', 'elsewhere', 'applied', 'item'].includes(of.kind);
}

/** Two factors, with a dot where a number would run into the next, or parentheses would be an argument. */
function productLatex(isCall: boolean, left: string, right: string): string {
  const isRunning =
    (isCall && right.startsWith('(')) || /^\d/.test(right) || (/\d$/.test(left) && right.startsWith('\\frac'));
  return `${left} ${isRunning ? '\\cdot ' : ''}${right}`;
}
