import type { Comparator } from '../syntax/tree.ts';

/**
 * What a chain of relations says of its first and last member where all links hold; null where it says nothing. Equalities keep a
 * relation, and a strict link makes an inequality strict.
 */
export function concluded(chain: readonly Comparator[]): Comparator | null {
  const [first, ...more] = chain.filter((is) => is !== '=');
  if (first === undefined) return '=';
  if (first === '!=') return more.length === 0 ? '!=' : null;
  const direction = first.startsWith('<') ? '<' : '>';
  if (!more.every((is) => is.startsWith(direction))) return null;
  return [first, ...more].includes(direction) ? direction : `${direction}=`;
}
