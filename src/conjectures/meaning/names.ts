import { type NamedQuantity, n, type Sequence } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import { isBestOfN, lawOf } from '../syntax/laws.ts';
import type { NameNode, Node } from '../syntax/tree.ts';
import { betweenPolicies, constant, entropyOf, LAWS, renyiOf } from './divergences.ts';
import { atDraws, isWord, type Resolve, UNKNOWN, type Whole } from './draws.ts';
import { indexOf, itemIndex } from './indices.ts';
import { OTHER_KL, OTHER_WIN_RATE, PARAMETRIC, powerSums, QUANTITIES } from './quantities.ts';
import { type Argument, checkSelection, checkSize, isEntropy, isPowerSum, type Scope, unknownName } from './scope.ts';
import { item, POSITION, SEQUENCES } from './sequences.ts';

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

function applied({ sub, lists, place }: NameNode, name: string, scope: Scope, resolve: Resolve): Whole {
  const of = PARAMETRIC[name] as (typeof PARAMETRIC)[string];
  const [list, ...more] = lists;
  const counted = of.count === 1 ? 'one argument' : `${of.count} arguments`;
  if (more.length > 0 || list?.length !== of.count) throw new SyntaxFault(`${name} takes ${counted}`, place);
  if (sub && !isBestOfN(sub))
    throw new SyntaxFault(`${name} with an argument is known at n draws only, and takes no index`, sub.place);
  const position = list.find((one) => one.kind === 'name' && scope.indices.has(one.name) && one.lists.length === 0);
  if (position) throw new SyntaxFault('this is the number of an atom; write its mass, such as p(y)', position.place);
  const to = list.map((one) => resolve(one, scope));
  const draws = list.find((_, i) => isAboutN(to[i] as Whole));
  if (draws)
    throw new SyntaxFault(
      `${name}(…) takes a mass of at most 1; a number of draws is an index, as in est_{2n} for the mean at 2n draws`,
      draws.place,
    );
  return { kind: 'applied', of, to };
}

/** Whether an expression is n, a multiple of it, or n and a number: draws, and hardly a mass. */
function isAboutN(of: Whole): boolean {
  if (of.kind === 'draws') return true;
  if (of.kind !== 'sum' && of.kind !== 'difference' && of.kind !== 'product') return false;
  const { left, right } = of;
  return (left.kind === 'number' && right.kind === 'draws') || (left.kind === 'draws' && right.kind === 'number');
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
