import type { Expression, Index } from '../../claims/expression/expression.ts';
import { nearest } from '../../policy/nearest.ts';
import type { Selection } from '../../selection/families.ts';
import { SyntaxFault } from '../syntax/errors.ts';
import type { Definition, Place } from '../syntax/tree.ts';
import { MEANT } from '../syntax/words.ts';
import { BEST_OF_N_ONLY, PARAMETRIC, QUANTITIES } from './quantities.ts';
import { SEQUENCES } from './sequences.ts';

/** What a parameter of a definition stands for. */
export interface Argument {
  readonly index: Index | null;
  /** Worked out where the parameter is used as a number. */
  readonly value: () => Expression;
}

/** What names mean at one place of a text. */
export interface Scope {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The indices that are bound, each with the name that it has in the expression. */
  readonly indices: ReadonlyMap<string, string>;
  /** The names that indices have in expressions around this place. An inner index never has one of them. */
  readonly live: ReadonlySet<string>;
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly selection: Selection;
  /** The name of the constant that is looked for; null where there is none. */
  readonly unknown: string | null;
  /** How deep the definitions are that are being used. */
  readonly depth: number;
  /** Counts what is made, so that definitions that use each other cannot make a formula of any size. */
  readonly made: { count: number };
}

const MAX_DEPTH = 40;
const MAX_PARTS = 20_000;

/** @throws SyntaxFault where definitions are used too deeply, as those that use themselves are, or make too large a formula. */
export function checkSize(scope: Scope, name: string, place: Place): void {
  scope.made.count += 1;
  if (scope.depth > MAX_DEPTH)
    throw new SyntaxFault(`the definition of ${name} uses itself, or is nested too deeply`, place);
  if (scope.made.count > MAX_PARTS) throw new SyntaxFault('the definitions make too large a formula', place);
}

export const RESERVED: ReadonlySet<string> = new Set([
  ...['n', 'e', 'i*', 'KL', 'chi', 'Dhat', 'Dtilde'],
  ...Object.keys(QUANTITIES),
  ...Object.keys(SEQUENCES),
  ...Object.keys(PARAMETRIC),
  ...['Renyi', 'hell2', 'inf'],
]);

/** Whether a name means something everywhere. */
export function hasMeaning(name: string): boolean {
  return RESERVED.has(name) || isPowerSum(name) || isEntropy(name);
}

/** Whether a name means something here. */
export function isKnown(name: string, { definitions, indices, arguments: given, unknown }: Scope): boolean {
  return hasMeaning(name) || definitions.has(name) || indices.has(name) || given.has(name) || name === unknown;
}

export function isPowerSum(name: string): boolean {
  return /^S[2-9]$/.test(name);
}

export function isEntropy(name: string): boolean {
  return /^H[2-9]$/.test(name);
}

/** The fault of a name that means nothing. */
export function unknownName(name: string, place: Place, scope: Scope): SyntaxFault {
  const words = [...RESERVED]
    .filter((word) => /^[a-zA-Z]/.test(word) && !word.startsWith('i*'))
    .concat([...scope.definitions.keys()]);
  const pair = splitOf(name, scope);
  const meant = pair ? [pair] : nearest(name, words, 2);
  const shown = JSON.stringify(name.length > 30 ? `${name.slice(0, 30)}…` : name);
  const word = Object.hasOwn(MEANT, name) ? name : name.toLowerCase();
  if (!pair && Object.hasOwn(MEANT, word))
    return new SyntaxFault(`there is no name ${shown}; did you mean ${MEANT[word]}?`, place);
  if (meant.length > 0) return new SyntaxFault(`there is no name ${shown}; did you mean ${meant.join(' or ')}?`, place);
  return new SyntaxFault(
    `there is no name ${shown}; docs/conjectures.md has the list, and let ${name.slice(0, 12)} = … makes one`,
    place,
  );
}

/** Two names that were written without a space. */
function splitOf(name: string, scope: Scope): string | null {
  for (let at = 1; at < Math.min(name.length, 12); at += 1) {
    const [left, right] = [name.slice(0, at), name.slice(at)];
    if (isKnown(left, scope) && isKnown(right, scope)) return `${left} ${right}`;
  }
  return null;
}

/** @throws SyntaxFault for a name that the selection does not have. */
export function checkSelection(name: string, place: Place, { selection }: Scope): void {
  if (selection === 'best-of-n' || !BEST_OF_N_ONLY.has(name)) return;
  throw new SyntaxFault(`${name} is defined only for best-of-n, not for ${selection}`, place);
}
