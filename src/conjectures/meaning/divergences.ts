import { Rational } from '../../arithmetic/rational.ts';
import type { NamedQuantity } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import { lawOf } from '../syntax/laws.ts';
import type { NameNode, Node } from '../syntax/tree.ts';
import { shownName } from '../syntax/words.ts';
import { atDraws, isWord, type Resolve, type Whole } from './draws.ts';
import {
  divergence,
  OTHER_ENTROPY,
  OTHER_KL,
  QUANTITIES,
  renyiDivergence,
  renyiEntropy,
  SELECTED_ENTROPY,
} from './quantities.ts';
import { isEntropy, type Scope } from './scope.ts';
import { MASS, OTHER, SELECTED } from './sequences.ts';

export const LAWS = { pi: SELECTED, p: MASS, q: OTHER } as const;

const ENTROPIES = { pi: SELECTED_ENTROPY, p: QUANTITIES.H, q: OTHER_ENTROPY } as const;

const DIVERGENCES: ReadonlySet<string> = new Set(['KL', 'D', 'TV', 'chi2', 'hell2', 'Renyi', 'Dinf']);

export function betweenPolicies(node: NameNode, scope: Scope, resolve: Resolve): Whole {
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

export function entropyOf({ name, sub, lists, place }: NameNode, scope: Scope, resolve: Resolve): Whole {
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

export function renyiOf({ sub, lists, between, place }: NameNode, scope: Scope, resolve: Resolve): Whole {
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
export function constant(node: Node, scope: Scope, resolve: Resolve, least: number, most: number): Rational {
  const value = resolve(node, scope);
  if (
    value.kind === 'number' &&
    value.value.compare(Rational.parse(String(least))) >= 0 &&
    value.value.compare(Rational.parse(String(most))) <= 0
  )
    return value.value;
  throw new SyntaxFault(`this must be a number from ${least} to ${most}`, node.place);
}
