import type { Domain } from '../claims/domain.ts';
import { InputError } from '../policy/errors.ts';
import { mentionsOther } from './conjecture.ts';
import { limitsOf } from './domain.ts';
import type { Comparison, Formula } from './formula.ts';
import { type Affine, affineIn, differenceOf, mentionsUnknown } from './meaning/affine.ts';
import { expressionOf, type Meaning, meaningOf, scopeOf } from './meaning/resolve.ts';
import { isEntropy, isPowerSum, RESERVED, type Scope } from './meaning/scope.ts';
import { pointing, SyntaxFault } from './syntax/errors.ts';
import { parse } from './syntax/parse.ts';
import type { NameNode, Node, Place, Program } from './syntax/tree.ts';
import { canonical } from './syntax/words.ts';
import type { Typed } from './typed.ts';

/** A conjecture with one constant in it whose value is asked for. */
export interface ConstantQuestion {
  readonly typed: Typed;
  /** The name of the constant. */
  readonly unknown: string;
  /** The larger side minus the smaller one. The conjecture says that it is at least 0, or above 0 where `isStrict`. */
  readonly margin: Affine;
  readonly isStrict: boolean;
  readonly domain: Domain;
  /** What --for says beside limits of n and K; null where it says nothing else. */
  readonly premise: Formula | null;
  /** Where the constant stands in the text. */
  readonly places: readonly Place[];
}

/**
 * Reads a comparison with a constant, such as gap <= C * S2. @throws InputError, with a caret where the text is at fault: it is no single
 * comparison, or the constant is missing or does not occur linearly.
 */
export function constantIn(typed: Typed, name: string): ConstantQuestion {
  const unknown = unknownOf(name);
  const { text, for: given, selection } = typed;
  const { program, comparison, margin } = pointing(text, () => marginIn(text, unknown, { selection, unknown }));
  const limits = given === null ? null : pointing(given, () => meaningOf(given, parse(given), { selection }), '--for');
  const hasOther = [comparison, limits].some((formula) => formula && mentionsOther(formula));
  const { domain, premise } = limitsOf(limits, selection, hasOther);
  const isStrict = comparison.is === '<' || comparison.is === '>';
  return { typed, unknown, margin, isStrict, domain, premise, places: placesOf(program, unknown) };
}

/** @throws InputError for a name that has a meaning, or that is no name. */
function unknownOf(given: string): string {
  const name = canonical(given.normalize('NFC').trim());
  if (!/^\p{L}[\p{L}\p{M}\p{Nd}]*$/u.test(name) || name === 'e')
    throw new InputError(`--unknown must be a name such as C, not ${JSON.stringify(given)}`);
  if (RESERVED.has(name) || isPowerSum(name) || isEntropy(name))
    throw new InputError(`--unknown must be a name without a meaning, and ${name} has one`);
  return name;
}

interface Read {
  readonly program: Program;
  readonly comparison: Comparison;
  readonly margin: Affine;
}

function marginIn(text: string, unknown: string, meaning: Meaning): Read {
  const program = parse(text);
  const { formula } = program;
  const comparison = meaningOf(text, program, meaning);
  if (formula.kind !== 'chain' || comparison.kind !== 'comparison' || !['<=', '<', '>=', '>'].includes(comparison.is))
    throw new SyntaxFault(
      `a constant is found for one comparison by <=, <, >= or >, such as gap <= ${unknown} * S2`,
      formula.place,
    );
  if (![comparison.left, comparison.right].some(mentionsUnknown))
    throw new SyntaxFault(
      `there is no ${unknown} in it; write the constant as ${unknown}, or name it by --unknown`,
      formula.place,
    );
  const [left, right] = formula.operands.map((side) =>
    sideOf(side, scopeOf(program.definitions, meaning), unknown),
  ) as [Affine, Affine];
  const isUpward = comparison.is === '<=' || comparison.is === '<';
  return { program, comparison, margin: isUpward ? differenceOf(right, left) : differenceOf(left, right) };
}

function sideOf(side: Node, scope: Scope, unknown: string): Affine {
  const affine = affineIn(expressionOf(side, scope));
  if (affine) return affine;
  throw new SyntaxFault(
    `${unknown} must occur linearly: in sums, and in products with and quotients by expressions without it`,
    faultIn(side, scope),
  );
}

/** The smallest part that is not linear in the constant. */
function faultIn(node: Node, scope: Scope): Place {
  const parts = node.kind === 'arithmetic' ? [node.left, node.right] : node.kind === 'negative' ? [node.of] : [];
  const fault = parts.find((part) => affineIn(expressionOf(part, scope)) === null);
  return fault ? faultIn(fault, scope) : node.place;
}

/** The places of a name, in the order of the text. */
function placesOf({ definitions, formula }: Program, name: string): readonly Place[] {
  const found: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Partial<NameNode>;
    if (node.kind === 'name' && node.name === name) found.push(node.place as Place);
    Object.values(value).forEach(visit);
  };
  visit([definitions, formula]);
  return found.sort((a, b) => a.start - b.start);
}

/** The text with a number in place of the constant. */
export function withValue({ typed: { text }, places }: ConstantQuestion, value: string): string {
  const plain = inserted(text, places, value);
  return /^\d+$/.test(value) || isSame(plain, inserted(text, places, `(${value})`))
    ? plain
    : inserted(text, places, `(${value})`);
}

function inserted(text: string, places: readonly Place[], value: string): string {
  return places.reduceRight((all, { start, end }) => all.slice(0, start) + value + all.slice(end), text);
}

/** Whether two texts are read in the same way. */
function isSame(one: string, other: string): boolean {
  return treeOf(one) !== null && treeOf(one) === treeOf(other);
}

/** A tree without its places; null where the text is refused. */
function treeOf(text: string): string | null {
  try {
    return JSON.stringify(parse(text), (key, value) =>
      key === 'place' ? undefined : typeof value === 'bigint' ? `${value}` : value,
    );
  } catch (error) {
    if (error instanceof SyntaxFault) return null;
    throw error;
  }
}
