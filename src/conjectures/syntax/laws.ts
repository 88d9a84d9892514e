import { SyntaxFault } from './errors.ts';
import type { NameNode, Node } from './tree.ts';

/** The policies on the atoms: the selected one π, the reference p, and a second one q. */
export type Law = 'pi' | 'p' | 'q';

/** A policy as it is written, with the number of draws of its index, as in π_{2n}. */
export interface WrittenLaw {
  readonly law: Law;
  readonly draws: Node | null;
}

/** Words that say what π is without them. */
const SELECTED: ReadonlySet<string> = new Set(['n', 'bon', 'BoN', 'BON']);
const REFERENCE: ReadonlySet<string> = new Set(['ref', 'base', '0']);

/** Whether an index or exponent says that the policy is best-of-n, as in π^{(n)} and KL_{BoN}. */
export function isBestOfN(node: Node | null): boolean {
  return node?.kind === 'name' && SELECTED.has(node.name) && !node.sub && node.lists.length === 0;
}

/** @throws SyntaxFault for what is none of the policies, as π_θ. */
export function lawOf(node: NameNode): WrittenLaw {
  const { name, sub, place } = node;
  if (name === 'p' && (!sub || isReference(sub) || isResponse(sub))) return { law: 'p', draws: null };
  if (name === 'q' && (!sub || isResponse(sub))) return { law: 'q', draws: null };
  if (name === 'pi') {
    if (!sub || isBestOfN(sub) || isResponse(sub)) return { law: 'pi', draws: null };
    if (isReference(sub)) return { law: 'p', draws: null };
    if (sub.kind === 'arithmetic') return { law: 'pi', draws: sub };
  }
  throw new SyntaxFault('the policies are π or π^{(n)}, the selected one, p or π_ref, the reference, and q', place);
}

function isReference(sub: Node): boolean {
  return (sub.kind === 'name' && REFERENCE.has(sub.name)) || (sub.kind === 'number' && sub.value.sign() === 0);
}

/** The index of π_{y|x}: the response. The prompt is not read. */
function isResponse(sub: Node): boolean {
  return sub.kind === 'name' && sub.name === 'y';
}
