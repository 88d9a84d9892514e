import type { Domain } from '../claims/domain.ts';
import type { Expression } from '../claims/expression/expression.ts';
import { emptiness } from '../claims/least-instance.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Selection } from '../selection/families.ts';
import type { Comparison, Formula } from './formula.ts';
import type { Comparator } from './syntax/tree.ts';

/** The limits of n and K that a premise sets, and the rest of it. */
export interface Limited {
  readonly domain: Domain;
  /** What the limits do not say; null where they say all. */
  readonly premise: Formula | null;
}

interface Limits {
  least: bigint;
  most: bigint;
}

const MAX_ATOMS = 10_000n;

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  '<=': '>=',
  '>=': '<=',
  '<': '>',
  '>': '<',
  '=': '=',
  '!=': '!=',
};

/**
 * The domain of a conjecture. Comparisons of n or K with a number become limits, so that generators keep to them.
 * @throws InputError where nothing is within them.
 */
export function limitsOf(premise: Formula | null, selection: Selection, hasOther: boolean): Limited {
  const draws: Limits = { least: 1n, most: BigInt(MAX_DRAWS) };
  const atoms: Limits = { least: 1n, most: MAX_ATOMS };
  const rest = partsOf(premise).filter((part) => !limits(part, draws, atoms));
  const domain: Domain = {
    atoms: Number(clamp(atoms.least, MAX_ATOMS)),
    ...(atoms.most < MAX_ATOMS && { maxAtoms: Number(clamp(atoms.most, MAX_ATOMS)) }),
    draws: Number(clamp(draws.least, BigInt(MAX_DRAWS))),
    ...(draws.most < BigInt(MAX_DRAWS) && { maxDraws: Number(clamp(draws.most, BigInt(MAX_DRAWS))) }),
    ...(selection !== 'best-of-n' && { selection }),
    ...(hasOther && { auxiliary: true as const }),
  };
  for (const [name, { least, most }] of [
    ['n', draws],
    ['K', atoms],
  ] as const) {
    if (least > most) throw new InputError(`no ${name} is within the limits of --for: from ${least} to ${most}`);
  }
  const why = emptiness(domain);
  if (why !== null && premise === null) throw new InputError(`--for must limit n or K, as in --for 'n >= 2': ${why}`);
  if (why !== null) throw new InputError(`no policy is within the limits of --for: ${why}`);
  return {
    domain,
    premise: rest.length === 0 ? null : rest.length === 1 ? (rest[0] as Formula) : { kind: 'and', of: rest },
  };
}

/** At least 1, so that a domain can be formed; limits that contradict each other are refused before it is used. */
function clamp(value: bigint, most: bigint): bigint {
  return value < 1n ? 1n : value > most ? most : value;
}

function partsOf(premise: Formula | null): readonly Formula[] {
  if (premise === null) return [];
  return premise.kind === 'and' ? premise.of.flatMap(partsOf) : [premise];
}

/** Takes a comparison of n or K with a number as a limit; false for any other formula. */
function limits(part: Formula, draws: Limits, atoms: Limits): boolean {
  if (part.kind !== 'comparison') return false;
  return (
    limit(part.left, part.is, part.right, draws, atoms) || limit(part.right, MIRRORED[part.is], part.left, draws, atoms)
  );
}

function limit(
  left: Expression<Evaluation>,
  is: Comparison['is'],
  right: Expression<Evaluation>,
  draws: Limits,
  atoms: Limits,
): boolean {
  if (right.kind !== 'number' || is === '!=') return false;
  const of = left.kind === 'draws' ? draws : left.kind === 'quantity' && left.text === 'K' ? atoms : null;
  if (!of) return false;
  const { num, den } = right.value.reduced();
  const floor = num >= 0n || num % den === 0n ? num / den : num / den - 1n;
  const ceiling = num % den === 0n ? floor : floor + 1n;
  if (is === '>=' || is === '=') of.least = larger(of.least, ceiling);
  if (is === '>') of.least = larger(of.least, floor + 1n);
  if (is === '<=' || is === '=') of.most = smaller(of.most, floor);
  if (is === '<') of.most = smaller(of.most, ceiling - 1n);
  return true;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
