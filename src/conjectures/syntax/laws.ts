import { SyntaxFault } from './errors.ts';
import type { NameNode, Node } from './tree.ts';

/** The policies on the atoms: the selected one π, the reference p, and a second one q. */
export type Law = 'pi' | 'p' | 'q';

/** A policy as it is written, with its number of draws where that is not n, as in π^{(2n)}. */
export interface WrittenLaw {
  readonly law: Law;
  readonly draws: Node | null;
}

/** Words that say what π is without them. */
const SELECTED: ReadonlySet<string> = new Set(['n', 'bon', 'BoN', 'BON']);
const REFERENCE: ReadonlySet<string> = new Set(['ref', 'base', '0']);

function isWordOf(words: ReadonlySet<string>, node: Node | null): boolean {
  return node?.kind === 'name' && words.has(node.name) && !node.sub && node.lists.length === 0;
}

/** Whether an index or exponent says that the policy is best-of-n, as in π^{(n)} and KL_{BoN}. */
export function isBestOfN(node: Node | null): boolean {
  return isWordOf(SELECTED, node);
}

function isReference(node: Node): boolean {
  return isWordOf(REFERENCE, node) || (node.kind === 'number' && node.value.sign() === 0);
}

/** The index of π_{y|x}: the response. The prompt is not read. */
function isResponse(node: Node): boolean {
  return node.kind === 'name' && node.name === 'y';
}

/** Whether the index of π is the name of a policy, not of an atom, as in π_{ref} and π_0. */
export function isPolicyWord(sub: Node): boolean {
  return isReference(sub) || isWordOf(new Set([...SELECTED].filter((word) => word !== 'n')), sub);
}

/** @throws SyntaxFault for what is none of the policies, as π_θ. */
export function lawOf({ name, sub, lists, place }: NameNode): WrittenLaw {
  const draws = lists[0]?.[0] ?? null;
  const isPlain = !sub || isResponse(sub);
  if ((name === 'p' || name === 'q') && isPlain) return { law: name, draws: null };
  if (name === 'p' && sub && isReference(sub)) return { law: 'p', draws: null };
  if (name === 'pi' && (isPlain || (isBestOfN(sub) && !draws))) return { law: 'pi', draws };
  if (name === 'pi' && sub && isReference(sub) && !draws) return { law: 'p', draws: null };
  throw new SyntaxFault('the policies are π or π^{(n)}, the selected one, p or π_ref, the reference, and q', place);
}
