import { Rational } from '../../arithmetic/rational.ts';
import { type Expression, log, type Operation, type Range } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { Selection } from '../../selection/families.ts';
import type { Formula } from '../formula.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import type { Comparator, Definition, Node, Place, Program } from '../syntax/tree.ts';
import { impliedRange, rangeOf } from './indices.ts';
import { nameAs } from './names.ts';
import { hasMeaning, isKnown, type Scope } from './scope.ts';

export interface Meaning {
  readonly selection: Selection;
  /** The name of the constant that is looked for; null where there is none. */
  readonly unknown?: string | null;
}

/** The scope of a program's formula. @throws SyntaxFault for a definition of a name that has a meaning. */
export function scopeOf(definitions: readonly Definition[], { selection, unknown = null }: Meaning): Scope {
  const known = new Map<string, Definition>();
  for (const definition of definitions) {
    const { name, parameters, place } = definition;
    if (hasMeaning(name) || known.has(name)) throw new SyntaxFault(`${name} has a meaning already`, place);
    for (const [at, parameter] of parameters.entries())
      if (hasMeaning(parameter) || parameters.indexOf(parameter) !== at)
        throw new SyntaxFault(`${parameter} has a meaning; take another letter for what ${name} is given`, place);
    known.set(name, definition);
  }
  const made = { count: 0 };
  return {
    definitions: known,
    indices: new Map(),
    live: new Set(),
    arguments: new Map(),
    selection,
    unknown,
    depth: 0,
    made,
  };
}

/** What a text says. @throws SyntaxFault pointing at what means nothing. */
export function meaningOf(text: string, { definitions, formula }: Program, meaning: Meaning): Formula {
  return formulaOf(formula, scopeOf(definitions, meaning), text);
}

/** A node as a statement. @throws SyntaxFault where it is a number. */
export function formulaOf(node: Node, scope: Scope, text: string): Formula {
  const inner = (part: Node): Formula => formulaOf(part, scope, text);
  switch (node.kind) {
    case 'chain':
      return chain(node.operands, node.comparators, scope, text);
    case 'logic': {
      const of = node.of.map(inner);
      if (node.operator === 'not') return { kind: 'not', of: of[0] as Formula };
      if (node.operator === '=>') return { kind: 'implies', premise: of[0] as Formula, conclusion: of[1] as Formula };
      return { kind: node.operator, of };
    }
    case 'all': {
      const { range, inside } = bind(rangeOf(node.range, scope), scope, node.range.place);
      return { kind: 'all', range, of: formulaOf(node.of, inside, text) };
    }
    default:
      throw new SyntaxFault('this is a number; a statement compares two, as in KL <= H', node.place);
  }
}

function chain(operands: readonly Node[], comparators: readonly Comparator[], scope: Scope, text: string): Formula {
  const parts = operands.map((operand) => ({
    side: expressionOf(operand, scope),
    words: text.slice(operand.place.start, operand.place.end).replace(/\s+/g, ' ').trim(),
  }));
  const of = comparators.map((is, i): Formula => {
    const [left, right] = [parts[i] as (typeof parts)[0], parts[i + 1] as (typeof parts)[0]];
    return { kind: 'comparison', left: left.side, is, right: right.side, texts: [left.words, right.words] };
  });
  return of.length === 1 ? (of[0] as Formula) : { kind: 'and', of };
}

/** The work on an instance grows by a factor of K with each. */
const MAX_NESTED = 4;
/** Letters for indices that mean nothing else. */
const LETTERS = ['i', 'j', 'k', 'l', 'r'];

/** Binds an index. In the expression it has a letter of its own where an index around it has the same one. */
function bind(range: Range, scope: Scope, place: Place): { range: Range; inside: Scope } {
  if (scope.live.size >= MAX_NESTED) throw new SyntaxFault(`indices may be nested ${MAX_NESTED} deep`, place);
  const index = [range.index, ...LETTERS].find((letter) => !scope.live.has(letter)) as string;
  const indices = new Map([...scope.indices, [range.index, index]]);
  return { range: { ...range, index }, inside: { ...scope, indices, live: new Set([...scope.live, index]) } };
}

const OPERATIONS: Readonly<Record<'+' | '-' | '*' | '/', Operation>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
};

const GATHERINGS = { sum: 'sum', prod: 'product', min: 'min', max: 'max' } as const;

/** A node as a number. @throws SyntaxFault where it is a statement, or means nothing. */
export function expressionOf(node: Node, scope: Scope): Expression<Evaluation> {
  const inner = (part: Node): Expression<Evaluation> => expressionOf(part, scope);
  switch (node.kind) {
    case 'number':
      return { kind: 'number', value: node.value };
    case 'name':
      return nameAs(node, scope, expressionOf);
    case 'negative': {
      const of = inner(node.of);
      if (of.kind === 'number') return { kind: 'number', value: of.value.neg() };
      return { kind: 'difference', left: { kind: 'number', value: Rational.ZERO }, right: of };
    }
    case 'arithmetic':
      if (node.operator === '^') return powerOf(inner(node.left), inner(node.right));
      return quotientOfNumbers(node.operator, inner(node.left), inner(node.right), node);
    case 'function':
      return functionOf(node, inner);
    case 'extreme':
      return extremeOf(node, scope, inner);
    case 'over':
      return gathered(node, scope);
    default:
      throw new SyntaxFault('a number is expected here, and this is a statement', node.place);
  }
}

/** Quotients of integers are numbers, so that 1/3 is exact. */
function quotientOfNumbers(
  operator: '+' | '-' | '*' | '/',
  left: Expression<Evaluation>,
  right: Expression<Evaluation>,
  { place }: Node,
): Expression<Evaluation> {
  if (operator === '/' && right.kind === 'number') {
    if (right.value.sign() === 0) throw new SyntaxFault('it divides by 0', place);
    if (left.kind === 'number') return { kind: 'number', value: left.value.div(right.value).reduced() };
  }
  return { kind: OPERATIONS[operator], left, right };
}

const MAX_CONSTANT_EXPONENT = 1000n;

function powerOf(base: Expression<Evaluation>, exponent: Expression<Evaluation>): Expression<Evaluation> {
  // e^x
  if (
    base.kind === 'function' &&
    base.name === 'exp' &&
    base.of.kind === 'number' &&
    base.of.value.equals(Rational.ONE)
  )
    return { kind: 'function', name: 'exp', of: exponent };
  if (exponent.kind === 'number') {
    const { num, den } = exponent.value;
    if (den === 1n && num >= 1n && num <= MAX_CONSTANT_EXPONENT) return { kind: 'power', base, exponent: Number(num) };
  }
  return { kind: 'raised', base, exponent };
}

function functionOf(
  { name, base, of, place }: Extract<Node, { kind: 'function' }>,
  inner: (part: Node) => Expression<Evaluation>,
): Expression<Evaluation> {
  const value = inner(of);
  if (name !== 'log') return { kind: 'function', name, of: value };
  if (value.kind === 'number' && value.value.sign() <= 0)
    throw new SyntaxFault(`${value.value} has no logarithm`, place);
  return base ? { kind: 'quotient', left: log(value), right: log(inner(base)) } : log(value);
}

/** min and max of several numbers; max(i, …) with a letter that means nothing is over the index i. */
function extremeOf(
  { name, of, place }: Extract<Node, { kind: 'extreme' }>,
  scope: Scope,
  inner: (part: Node) => Expression<Evaluation>,
): Expression<Evaluation> {
  const [first, second, ...more] = of;
  const isBare = first?.kind === 'name' && !first.sub && first.lists.length === 0;
  if (isBare && second && more.length === 0 && scope.indices.has(first.name))
    throw new SyntaxFault(
      `${name}(${first.name}, …) can be read in two ways; take another letter for an index, or put the number ${first.name} last`,
      place,
    );
  const isIndex = isBare && !isKnown(first.name, scope);
  if (!isIndex || !second || more.length > 0) return { kind: 'extreme', name, of: of.map(inner) };
  return gathered(
    {
      kind: 'over',
      name,
      place,
      body: second,
      range: { index: first.name, first: null, last: null, place: first.place },
    },
    scope,
  );
}

function gathered({ name, range, body, place }: Extract<Node, { kind: 'over' }>, scope: Scope): Expression<Evaluation> {
  const over = bind(range ? rangeOf(range, scope) : impliedRange(body, scope, place), scope, place);
  return { kind: 'over', name: GATHERINGS[name], range: over.range, body: expressionOf(body, over.inside) };
}
