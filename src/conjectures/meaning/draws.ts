import { type Expression, type NamedQuantity, partsOf } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import { isBestOfN } from '../syntax/laws.ts';
import type { NameNode, Node } from '../syntax/tree.ts';
import { QUANTITIES } from './quantities.ts';
import type { Scope } from './scope.ts';
import { POSITION } from './sequences.ts';

export type Whole = Expression<Evaluation>;
export type Resolve = (node: Node, scope: Scope) => Whole;

/** The constant that is looked for. Its value is put in before it is evaluated. */
export const UNKNOWN: Whole = {
  kind: 'quantity',
  text: 'C',
  short: 'C',
  latex: 'C',
  definition: null,
  coq: null,
  value: () => {
    throw new Error('the constant has no value');
  },
};

export function isWord(node: Node | null, word: string): boolean {
  return node?.kind === 'name' && node.name === word && !node.sub && node.lists.length === 0;
}

/** A quantity at the number of draws in its index or argument, such as KL(2n) or W_{n+1}; at n where there is none. */
export function atDraws(
  { name: spelling, sub, lists, place }: NameNode,
  of: NamedQuantity<Evaluation>,
  scope: Scope,
  resolve: Resolve,
): Whole {
  const name = spelling === 'Dtilde' ? 'D' : spelling;
  const named = sub && !isBestOfN(sub) && !isWord(sub, 'KL') ? sub : null;
  if (name === 'D' && spelling !== 'Dtilde' && named?.kind === 'number')
    throw new SyntaxFault(
      'D_2 can be read in two ways; write D(2) for two draws, or Renyi(2) for the divergence',
      place,
    );
  const [list] = lists;
  const given = named ?? (list?.length === 1 ? (list[0] as Node) : null);
  if (sub && list)
    throw new SyntaxFault(`${name}_…(…) can be read in two ways; give the draws once, or · for a product`, place);
  if (lists.length > (named ? 0 : 1) || (lists.length === 1 && !given))
    throw new SyntaxFault(
      list?.length === 2
        ? `${name} takes one argument, a number of draws; write ${name}(π‖p) for two policies`
        : `${name} takes one argument, a number of draws such as 2n`,
      place,
    );
  if (!given || isWord(given, 'n')) return of;
  const draws = resolve(given, scope);
  if (!isOfDraws(draws))
    throw new SyntaxFault(`${name}(…) takes a number of draws such as 2n; write ${name} · (…) for a product`, place);
  const factor = multipleOfN(draws);
  return factor !== null && of.kind === 'quantity' ? { kind: 'at', factor, of } : { kind: 'elsewhere', draws, of };
}

/** Whether an expression could be meant as a number of draws: it is made of n, K, indices and numbers. */
function isOfDraws(of: Whole): boolean {
  if (of.kind === 'quantity') return of === QUANTITIES.K || of === UNKNOWN;
  if (of.kind === 'item') return of.of === POSITION;
  const isArithmetic = ['number', 'draws', 'sum', 'difference', 'product', 'quotient', 'power', 'raised'].includes(
    of.kind,
  );
  return isArithmetic && [...partsOf(of)].every(isOfDraws);
}

/** k where an expression is k·n for an integer k ≥ 1. */
function multipleOfN(of: Whole): number | null {
  if (of.kind !== 'product' || of.left.kind !== 'number' || of.right.kind !== 'draws') return null;
  const { num, den } = of.left.value;
  return den === 1n && num >= 1n && num <= 1_000_000n ? Number(num) : null;
}
