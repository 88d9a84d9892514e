import type { Index, Range } from '../../claims/expression/expression.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import type { Node, Place, RangeNode } from '../syntax/tree.ts';
import { isKnown, type Scope, unknownName } from './scope.ts';

const FIRST: Index = { from: null, plus: 1 };
const LAST: Index = { from: 'K', plus: 0 };
const MOST = 1_000_000n;

/** The index that a node is; null where it is something else. @throws SyntaxFault for an index that is not bound. */
export function indexOf(node: Node, scope: Scope): Index | null {
  switch (node.kind) {
    case 'number':
      return node.value.den === 1n && node.value.num <= MOST && node.value.num >= -MOST
        ? { from: null, plus: Number(node.value.num) }
        : null;
    case 'negative': {
      const inner = indexOf(node.of, scope);
      return inner && inner.from === null ? { from: null, plus: 0 - inner.plus } : null;
    }
    case 'name':
      return nameAsIndex(node.name, scope, node);
    case 'arithmetic': {
      if (node.operator !== '+' && node.operator !== '-') return null;
      const [left, right] = [indexOf(node.left, scope), indexOf(node.right, scope)];
      if (!left || !right) return null;
      if (right.from === null) return { ...left, plus: left.plus + (node.operator === '+' ? 1 : -1) * right.plus };
      return left.from === null && node.operator === '+' ? { ...right, plus: right.plus + left.plus } : null;
    }
    default:
      return null;
  }
}

function nameAsIndex(
  name: string,
  scope: Scope,
  { sub, lists, between }: Extract<Node, { kind: 'name' }>,
): Index | null {
  if (sub || lists.length > 0 || between) return null;
  const bound = scope.indices.get(name);
  if (bound !== undefined) return { from: { index: bound }, plus: 0 };
  const given = scope.arguments.get(name);
  if (given) return given.index;
  return name === 'K' ? LAST : null;
}

/** The index of an item. @throws SyntaxFault where it is none. */
export function itemIndex(node: Node, scope: Scope): Index {
  const index = indexOf(node, scope);
  if (index) return index;
  const free = freeIndices(node, scope, true);
  const [name] = free;
  if (name !== undefined)
    throw new SyntaxFault(
      `the index ${name} is not bound; write sum(…), max(…), or for all ${name}: … around it`,
      free.size === 1 ? placeOf(name, node) : node.place,
    );
  throw new SyntaxFault('an index is a name such as i, K or a number, with an integer added to it', node.place);
}

/** The range that was written, or that of all atoms. */
export function rangeOf({ index, first, last, place }: RangeNode, scope: Scope): Range {
  if (isKnown(index, { ...scope, indices: new Map() }))
    throw new SyntaxFault(`${index} has a meaning; take another letter for the index`, place);
  const end = (node: Node | null, otherwise: Index): Index => (node ? itemIndex(node, scope) : otherwise);
  return { index, first: end(first, FIRST), last: end(last, LAST) };
}

/** The range of a sum without an index: that of the one name in its body that means nothing. */
export function impliedRange(body: Node, scope: Scope, place: Place): Range {
  const free = freeIndices(body, scope);
  const [index, another] = free;
  if (index === undefined) {
    for (const { name, place: where } of namesIn(body))
      if (!isKnown(name, scope)) throw unknownName(name, where, scope);
    throw new SyntaxFault('nothing in it has an index, such as p[i]', place);
  }
  if (another !== undefined)
    throw new SyntaxFault(`its index could be ${index} or ${another}; write sum(${index}, …)`, place);
  return { index, first: FIRST, last: LAST };
}

/** The names that stand as indices and are not bound. */
export function freeIndices(node: Node, scope: Scope, isIndex = false): Set<string> {
  const free = new Set<string>();
  const visit = (part: Node, inIndex: boolean, bound: ReadonlySet<string>): void => {
    if (part.kind === 'name') {
      if (inIndex && !bound.has(part.name) && !isKnown(part.name, scope)) free.add(part.name);
      if (part.sub) visit(part.sub, true, bound);
      for (const list of part.lists) for (const one of list) visit(one, takesIndex(part.name, one, scope), bound);
      return;
    }
    if (part.kind === 'over' || part.kind === 'all') {
      const inner = part.range ? new Set([...bound, part.range.index]) : bound;
      for (const child of childrenOf(part)) visit(child, inIndex, inner);
      return;
    }
    for (const child of childrenOf(part)) visit(child, inIndex, bound);
  };
  visit(node, isIndex, new Set());
  return free;
}

/** Whether an argument is an index: that of p(y), and a bare name given to a definition. */
function takesIndex(name: string, argument: Node, { definitions }: Scope): boolean {
  if (['p', 'pi', 'F', 'q'].includes(name)) return true;
  return definitions.has(name) && argument.kind !== 'number';
}

/** The parts of a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
      return [];
    case 'name':
      return [...(node.sub ? [node.sub] : []), ...node.lists.flat()];
    case 'negative':
      return [node.of];
    case 'arithmetic':
      return [node.left, node.right];
    case 'function':
      return [...(node.base ? [node.base] : []), node.of];
    case 'extreme':
    case 'logic':
      return node.of;
    case 'over':
      return [...endsOf(node.range), node.body];
    case 'all':
      return [...endsOf(node.range), node.of];
    case 'chain':
      return node.operands;
  }
}

function endsOf(range: RangeNode | null): Node[] {
  return [range?.first, range?.last].flatMap((end) => end ?? []);
}

export function* namesIn(node: Node): Generator<Extract<Node, { kind: 'name' }>> {
  if (node.kind === 'name') yield node;
  for (const child of childrenOf(node)) yield* namesIn(child);
}

function placeOf(name: string, node: Node): Place {
  for (const one of namesIn(node)) if (one.name === name) return one.place;
  return node.place;
}
