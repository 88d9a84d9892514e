import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { instances } from './draw.ts';
import type { Definitions } from './evaluate.ts';
import { type CoqReal, differ } from './number.ts';
import { parse } from './parse.ts';
import type { Statement } from './statement.ts';
import { occurs, type Term } from './term.ts';
import { firstOf, type Read, reader, weights } from './values.ts';

/** Ties a part of a theorem's statement, as Coq prints it, to the number that the library computes for it. The two must be equal. */
export interface Tie {
  readonly theorem: string;
  readonly part: string;
  /** Null where the library does not cover the instance. */
  readonly library: (read: Read) => CoqReal | null;
}

export function tie(theorem: string, part: string, library: Tie['library']): Tie {
  return { theorem, part, library };
}

/** The reason why a tie fails, or the number of instances on which the two numbers agree. */
export function checkTie(
  { theorem, library }: Pick<Tie, 'theorem' | 'library'>,
  part: Term,
  statement: Statement,
  definitions: Definitions,
  count: number,
): string | number {
  if (!occurs(part, statement.whole)) return `the statement of ${theorem} has no such part`;
  let compared = 0;
  for (const { judge, scope } of instances(statement, definitions, count)) {
    const theirs = library(reader(scope));
    if (theirs === null) continue;
    if (differ(judge.evaluator.number(part, scope), theirs)) return 'another number than the library has';
    compared += 1;
  }
  return compared;
}

export const partOf = ({ part }: Tie): Term => parse(part);

/** Readers of an instance: n, an index, a real number, the first K values of a list. Then p_1 … p_K as a policy, and its laws. */
export const n = (read: Read): number => read('n') as number;
export const index = (read: Read, name: string): number => read(name) as number;
export const real = (read: Read, name: string): Rational => read(name) as Rational;
export const values = (read: Read, name: string): Rational[] => firstOf(read(name), read('K') as number);

export function policy(read: Read): FinitePolicy {
  return FinitePolicy.fromWeights(weights(values(read, 'p')));
}

export function best(read: Read): BestOfN {
  return new BestOfN(policy(read), n(read));
}

export function lawOf(of: FinitePolicy, draws: number): Law<Rational, LogForm> {
  return new Law(exactField, of, bestOf(draws));
}

export function law(read: Read): Law<Rational, LogForm> {
  return lawOf(policy(read), n(read));
}

/** The policy with its outcomes on the drawn levels. */
export function tied(read: Read): FinitePolicy {
  const level = read('lvl');
  if (typeof level !== 'function') throw new TypeError('levels are a function');
  const masses = values(read, 'p');
  return FinitePolicy.fromRanked(
    weights(masses),
    masses.map((_, i) => level(i) as number),
  );
}
