import { Rational } from '../../arithmetic/rational.ts';
import { type Expression, type NamedQuantity, n, partsOf, type Sequence } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import { isBestOfN, lawOf } from '../syntax/laws.ts';
import type { NameNode, Node } from '../syntax/tree.ts';
import { shownName } from '../syntax/words.ts';
import { indexOf, itemIndex } from './indices.ts';
import {
  divergence,
  OTHER_ENTROPY,
  OTHER_KL,
  OTHER_WIN_RATE,
  PARAMETRIC,
  powerSums,
  QUANTITIES,
  renyiDivergence,
  renyiEntropy,
  SELECTED_ENTROPY,
} from './quantities.ts';
import { type Argument, checkSelection, checkSize, isEntropy, isPowerSum, type Scope, unknownName } from './scope.ts';
import { item, MASS, OTHER, POSITION, SELECTED, SEQUENCES } from './sequences.ts';

type Whole = Expression<Evaluation>;
type Resolve = (node: Node, scope: Scope) => Whole;

/** The names of numbers of the selection, which can be taken at another number of draws. */
const AT_OTHER_DRAWS = ['KL', 'D', 'gap', 'W', 'TV', 'chi2', 'hell2', 'Dinf', 'kappa', 'est', 'est*'];

/** A name with its index and arguments as a number. @throws SyntaxFault */
export function nameAs(node: NameNode, scope: Scope, resolve: Resolve): Whole {
  const { place } = node;
  checkSize(scope, node.name, place);
  const name = spelled(node);
  const given = scope.arguments.get(name);
  if (given) return plain(node, given.value());
  const index = scope.indices.get(name);
  if (index !== undefined) return plain(node, item(POSITION, { from: { index }, plus: 0 }));
  const definition = scope.definitions.get(name);
  if (definition) return defined(node, scope, resolve);
  if (name === 'n') return plain(node, n);
  if (name === scope.unknown) return plain(node, UNKNOWN);
  checkSelection(name, place, scope);
  if (node.between) return betweenPolicies(node, scope, resolve);
  const sequence = Object.hasOwn(SEQUENCES, name) ? SEQUENCES[name] : undefined;
  if (sequence) return itemOf(node, sequence, scope);
  if (isPowerSum(name)) return plain(node, powerSums(Number(name.slice(1))));
  if (name === 'S' && node.sub) return powerSums(Number(constant(node.sub, scope, resolve, 2, 9)));
  if (name === 'H' || isEntropy(name)) return entropyOf(node, scope, resolve);
  if (name === 'Renyi') return renyiOf(node, scope, resolve);
  if (Object.hasOwn(PARAMETRIC, name) && node.lists.length > 0) return applied(node, name, scope, resolve);
  if (name === 'D' && isWord(node.sub, 'KL'))
    return atDraws(node, QUANTITIES.KL as NamedQuantity<Evaluation>, scope, resolve);
  if (Object.hasOwn(QUANTITIES, name)) return quantity(node, name, scope, resolve);
  throw unknownName(node.name, place, scope);
}

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

/** The name with its star, and that of a letter with an accent. @throws SyntaxFault where it means nothing. */
function spelled({ name, star, lists, place }: NameNode): string {
  if (name === 'Dhat') {
    if (lists.length > 0) return star ? 'better' : 'est';
    throw new SyntaxFault(
      'the estimator is a function of a mass; write \\hat D_n(p(y)), or \\mathbb{E}[\\hat D_n] for its mean, which est is, too',
      place,
    );
  }
  if (name === 'Dtilde') return 'D';
  if (!star) return name;
  if (name === 'est') return lists.length > 0 ? 'better' : 'est*';
  throw new SyntaxFault('a star has a meaning behind est only', place);
}

/** @throws SyntaxFault where something stands behind a name that takes nothing. */
function plain({ name, sub, lists, between, place }: NameNode, value: Whole): Whole {
  if (sub || lists.length > 0 || between) throw new SyntaxFault(`${name} takes no index and no argument`, place);
  return value;
}

function isWord(node: Node | null, word: string): boolean {
  return node?.kind === 'name' && node.name === word && !node.sub && node.lists.length === 0;
}

/** The name π without anything behind it. */
const MASSES = { kind: 'name', name: 'pi', star: false, sub: null, lists: [], between: null } as const;

function itemOf({ name, sub, lists, place }: NameNode, sequence: Sequence<Evaluation>, scope: Scope): Whole {
  if (name === 'p' && lists.length === 0 && (isWord(sub, 'max') || isWord(sub, 'min')))
    return QUANTITIES[isWord(sub, 'max') ? 'pmax' : 'pmin'] as Whole;
  if (name === 'pi' && sub && lists.length > 0) {
    const { law } = lawOf({ ...MASSES, sub, place });
    return itemOf({ ...MASSES, name: law, lists, place }, LAWS[law], scope);
  }
  const index = sub ?? (lists.length === 1 && lists[0]?.length === 1 ? lists[0][0] : undefined);
  if (!index || (sub && lists.length > 0))
    throw new SyntaxFault(`${name} has a number for each atom; write ${name}[i] with an index`, place);
  return item(sequence, itemIndex(index, scope));
}

function quantity(node: NameNode, name: string, scope: Scope, resolve: Resolve): Whole {
  const { lists, place } = node;
  const found = QUANTITIES[name] as NamedQuantity<Evaluation>;
  const [list] = lists;
  if (lists.length === 1 && list?.length === 1 && isWord(list[0] as Node, 'q')) {
    if (name === 'KL') return OTHER_KL;
    if (name === 'W') return OTHER_WIN_RATE;
    throw new SyntaxFault(`${name} of q is not known; KL(q‖p), KL(q‖pi), KL(pi‖q), H(q) and W(q) are`, place);
  }
  if (AT_OTHER_DRAWS.includes(name)) return atDraws(node, found, scope, resolve);
  return plain({ ...node, sub: isWord(node.sub, 'inf') && name === 'eps' ? null : node.sub }, found);
}

/** A quantity at the number of draws in its index or argument, such as KL(2n) or W_{n+1}; at n where there is none. */
function atDraws(
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

const LAWS = { pi: SELECTED, p: MASS, q: OTHER } as const;
const ENTROPIES = { pi: SELECTED_ENTROPY, p: QUANTITIES.H, q: OTHER_ENTROPY } as const;

const DIVERGENCES: ReadonlySet<string> = new Set(['KL', 'D', 'TV', 'chi2', 'hell2', 'Renyi', 'Dinf']);

function betweenPolicies(node: NameNode, scope: Scope, resolve: Resolve): Whole {
  const { name, sub, place } = node;
  const [from, to] = node.between as readonly [NameNode, NameNode];
  const [{ law: left, draws }, { law: right, draws: others }] = [lawOf(from), lawOf(to)];
  if (others) throw new SyntaxFault('another number of draws is known for the first policy only', to.place);
  const named = name === 'D' && sub?.kind === 'name' && ['TV', 'chi2'].includes(sub.name) ? sub.name : null;
  if (named) return betweenPolicies({ ...node, name: named, sub: null }, scope, resolve);
  if (!DIVERGENCES.has(name)) throw new SyntaxFault(`${shownName(name)} is not between two policies`, place);
  if (left === right) throw new SyntaxFault('a divergence is between two policies', place);
  if (node.lists.length > 0)
    throw new SyntaxFault(
      `${name}(…)(…) can be read in two ways; write ${name}(π^{(2n)}‖p) for another number of draws, or · for a product`,
      place,
    );
  if (draws) {
    if (right !== 'p') throw new SyntaxFault('another number of draws is known for divergences from p only', place);
    const isInf = name === 'D' && isWord(sub, 'inf');
    if (name === 'Renyi' || (sub && !isWord(sub, 'KL') && !isInf))
      throw new SyntaxFault('another number of draws has no place here', from.place);
    const of = isInf ? 'Dinf' : name === 'D' ? 'KL' : name;
    return betweenPolicies({ ...node, name: of, sub: draws, between: [{ ...from, lists: [] }, to] }, scope, resolve);
  }
  if (sub && !isWord(sub, 'KL') && (left !== 'pi' || right !== 'p'))
    throw new SyntaxFault('an index has a place between π and p only', place);
  const bare: NameNode = { ...node, between: null, sub: name === 'D' ? null : sub };
  if (name === 'KL' || (name === 'D' && (!sub || isWord(sub, 'KL')))) {
    if (left === 'pi' && right === 'p')
      return atDraws(bare, QUANTITIES.KL as NamedQuantity<Evaluation>, scope, resolve);
    if (left === 'p' && right === 'pi')
      return atDraws(bare, QUANTITIES['KL(p‖π)'] as NamedQuantity<Evaluation>, scope, resolve);
    return left === 'q' && right === 'p' ? OTHER_KL : divergence(LAWS[left], LAWS[right]);
  }
  if (left !== 'pi' || right !== 'p') throw new SyntaxFault(`${name} is known between π and p only`, place);
  if (name === 'D' && sub)
    return isWord(sub, 'inf') ? (QUANTITIES.Dinf as Whole) : renyi(constant(sub, scope, resolve, 0, 1000), place.start);
  if (name === 'Renyi' && sub) return renyi(constant(sub, scope, resolve, 0, 1000), place.start);
  return atDraws(bare, QUANTITIES[name] as NamedQuantity<Evaluation>, scope, resolve);
}

function entropyOf({ name, sub, lists, place }: NameNode, scope: Scope, resolve: Resolve): Whole {
  if (isEntropy(name)) return renyiEntropy(Rational.parse(name.slice(1)));
  const [list, ...more] = lists;
  const given = sub ?? (list?.length === 1 ? list[0] : undefined);
  if (more.length > 0 || (sub && list) || (list && list.length !== 1))
    throw new SyntaxFault('H takes one order, as in H(2)', place);
  if (!given) return QUANTITIES.H as Whole;
  if (given.kind === 'name' && ['p', 'pi', 'q'].includes(given.name) && given.lists.length === 0)
    return ENTROPIES[lawOf(given).law] as Whole;
  if (isWord(given, 'inf')) return QUANTITIES.Hinf as Whole;
  const order = constant(given, scope, resolve, 0, 1000);
  return order.num === order.den ? (QUANTITIES.H as Whole) : renyiEntropy(order);
}

function renyiOf({ sub, lists, between, place }: NameNode, scope: Scope, resolve: Resolve): Whole {
  const [list] = lists;
  const given = sub ?? (list?.length === 1 ? list[0] : undefined);
  if (!given || between || lists.length !== (sub ? 0 : 1))
    throw new SyntaxFault('Renyi takes one order, as in Renyi(2)', place);
  if (isWord(given, 'inf')) return QUANTITIES.Dinf as Whole;
  return renyi(constant(given, scope, resolve, 0, 1000), place.start);
}

function renyi(order: Rational, start: number): Whole {
  if (order.num === order.den) return QUANTITIES.KL as Whole;
  if (order.sign() === 0) throw new SyntaxFault('the order of a divergence is above 0', { start, end: start + 1 });
  return renyiDivergence(order);
}

/** A number that is written out, in a range. */
function constant(node: Node, scope: Scope, resolve: Resolve, least: number, most: number): Rational {
  const value = resolve(node, scope);
  if (
    value.kind === 'number' &&
    value.value.compare(Rational.parse(String(least))) >= 0 &&
    value.value.compare(Rational.parse(String(most))) <= 0
  )
    return value.value;
  throw new SyntaxFault(`this must be a number from ${least} to ${most}`, node.place);
}

function applied({ sub, lists, place }: NameNode, name: string, scope: Scope, resolve: Resolve): Whole {
  const of = PARAMETRIC[name] as (typeof PARAMETRIC)[string];
  const [list, ...more] = lists;
  const counted = of.count === 1 ? 'one argument' : `${of.count} arguments`;
  if (more.length > 0 || list?.length !== of.count) throw new SyntaxFault(`${name} takes ${counted}`, place);
  if (sub && !isBestOfN(sub))
    throw new SyntaxFault(`${name} with an argument is known at n draws only, and takes no index`, sub.place);
  const position = list.find((one) => one.kind === 'name' && scope.indices.has(one.name) && one.lists.length === 0);
  if (position) throw new SyntaxFault('this is the number of an atom; write its mass, such as p(y)', position.place);
  return { kind: 'applied', of, to: list.map((one) => resolve(one, scope)) };
}

/** A name of the text's own, with its arguments put in. */
function defined(node: NameNode, scope: Scope, resolve: Resolve): Whole {
  const { name, place } = node;
  const { parameters, body } = scope.definitions.get(name) as NonNullable<ReturnType<Scope['definitions']['get']>>;
  const list = node.sub ? [node.sub] : (node.lists[0] ?? []);
  if (node.between || node.lists.length > 1 || (node.sub && node.lists.length > 0) || list.length !== parameters.length)
    throw new SyntaxFault(
      `${name} takes ${parameters.length === 1 ? 'one argument' : `${parameters.length} arguments`}, as in its definition`,
      place,
    );
  const given = new Map<string, Argument>();
  parameters.forEach((parameter, i) => {
    const argument = list[i] as Node;
    given.set(parameter, { index: indexOf(argument, scope), value: () => resolve(argument, scope) });
  });
  return resolve(body, { ...scope, arguments: given, depth: scope.depth + 1, indices: new Map() });
}
