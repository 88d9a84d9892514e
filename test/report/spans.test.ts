import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/domain.ts';
import { uncovered } from '../../src/report/coverage.ts';
import { drawsOf, leastAtoms } from '../../src/report/spans.ts';

const of = (premises: string, conclusion = 'kl K (best_of K p n) p <= 1'): string =>
  `forall (K : nat) (p : nat -> R) (n m i : nat), policy K p -> ${premises}${conclusion}`;
const none = Number.POSITIVE_INFINITY;

describe('the n and the K of which a statement speaks', () => {
  it.each<[string, number, number]>([
    [of(''), 0, 0],
    [of('(1 <= n)%nat -> '), 1, 0],
    [of('(1 <= n)%nat -> (3 <= n)%nat -> '), 3, 0],
    [of('(2 < n)%nat -> '), 3, 0],
    [of('(2 <= n)%nat -> (2 <= K)%nat -> '), 2, 2],
    [of('(1 < K)%nat -> (12 <= n)%nat -> '), 12, 2],
    [of('(i < K)%nat -> '), 0, 1],
    [of('(1 <= i)%nat -> (i < K)%nat -> '), 0, 2],
    [of('(i < K)%nat -> (1 <= i)%nat -> '), 0, 2],
    [of('(2 <= n)%nat -> (n <= m)%nat -> ', 'kl K (best_of K p n) p <= kl K (best_of K p m) p'), 2, 0],
    [of('(2 <= n)%nat -> (5 <= m)%nat -> ', 'kl K (best_of K p n) p <= kl K (best_of K p m) p'), 5, 0],
    [of('0 < a -> (forall j : nat, (j < 7)%nat -> 0 < a) -> '), 0, 0],
    ['forall n : nat, (1 <= n)%nat -> kl 2 (best_of 2 (uniform 2) n) (uniform 2) <= 1', 1, 2],
    [of('(1 <= n)%nat -> ', 'forall j : nat, (j < K)%nat -> best_of K p n j = 0'), 1, 1],
    ['forall L n : nat, levels K L lvl -> best_of L (level_mass K (level f) p) n 0 = 1', 0, 0],
  ])('%s', (statement, draws, atoms) => {
    expect(drawsOf(statement)).toEqual({ least: draws, isAlone: false });
    expect(leastAtoms(statement)).toBe(atoms);
  });

  it.each<[string, number]>([
    ['forall (K : nat) (p : nat -> R), best_of K p 1 = p', 1],
    ['kl 2 (best_of 2 (uniform 2) 24) (uniform 2) = 1', 24],
  ])('are one n alone: %s', (statement, least) => {
    expect(drawsOf(statement)).toEqual({ least, isAlone: true });
  });

  it.each([
    ['another relation', of('(n >= 3)%nat -> ')],
    ['an upper bound', of('(n <= 3)%nat -> ')],
    ['a chain', of('(1 <= n <= m)%nat -> ')],
    ['a term', of('(4 <= 2 * n)%nat -> ')],
    ['an inequality', of('n <> 1%nat -> ')],
    ['a predicate', of('Nat.Even n -> ')],
    ['real numbers', of('2 <= INR n -> ')],
    ['a bound of a bound', of('(n < m)%nat -> Nat.Even m -> ')],
    ['bounds that nothing meets', of('(n < m)%nat -> (m < n)%nat -> ')],
    ['bounds by the number of outcomes', of('(n <= K)%nat -> ')],
    ['bounds by an outcome', of('(i < K)%nat -> (i < n)%nat -> ')],
    ['an assumption within one', of('(forall j : nat, (j < n)%nat -> 0 < p j) -> ')],
    ['n that is only said to exist', 'exists n : nat, forall (K : nat) (p : nat -> R), 0 < kl K (best_of K p n) p'],
    ['n in another place', of('', 'exists N : nat, forall k : nat, 0 < kl K (best_of K p k) p')],
    ['n that is real', 'forall (K : nat) (p : nat -> R) (n : R), 0 < kl K (best_of K p n) p'],
    ['a term for n', of('', '0 < kl K (best_of K p (S n)) p')],
    ['two numbers for n', of('', 'kl K (best_of K p 2) p < kl K (best_of K p 4) p')],
    ['no n', of('', 'is_law (best_of K p)')],
    ['one place of several', of('', 'from K (best_of K p n) (best_of K p)')],
    ['an n that nothing says', of('', '0 < kl K (best_of K p N) p')],
    ['nothing of best-of-n', 'forall n : nat, (1 <= n)%nat -> 0 <= formula (INR n)'],
  ])('are no n where the form is not known: %s', (_, statement) => {
    expect(drawsOf(statement)).toEqual({ least: none, isAlone: false });
  });

  it.each([
    ['another relation', of('(K >= 3)%nat -> ')],
    ['an upper bound', of('(K <= 3)%nat -> ')],
    ['a term', of('(S i < K)%nat -> ')],
    ['an inequality', of('K <> 1%nat -> ')],
    ['its outcomes', of('p (K - 1)%nat < p i -> ')],
    ['an outcome that is bounded otherwise', of('(i < K)%nat -> Nat.Even i -> ')],
    ['bounds by n', of('(n <= K)%nat -> ')],
    ['K that is only said to exist', of('', 'exists L : nat, 0 < kl L (best_of L p n) p')],
    ['one place of several', of('', 'from K (best_of K p n) (best_of K p)')],
    ['a term for K', of('', '0 < kl K (best_of (K - 1) p n) p')],
    ['nothing of best-of-n', 'forall K : nat, (1 <= K)%nat -> True'],
  ])('are no K where the form is not known: %s', (_, statement) => {
    expect(leastAtoms(statement)).toBe(none);
  });
});

describe('a domain is reached', () => {
  const left = (domain: Domain, ...statements: string[]): string[] =>
    uncovered({ domain, extensions: { 'random-ties': { notApplicable: 'a test' } } }, statements);
  const from = (least: number): string => of(`(${least} <= n)%nat -> `);
  const alone = (n: number): string => of('', `0 <= kl K (best_of K p ${n}) p`);
  const any: Domain = { atoms: 1, draws: 1 };
  const two: Domain = { ...any, draws: 2, maxDraws: 2 };

  it.each<[string, Domain, string[], string[]]>([
    ['by one statement', any, [from(1)], []],
    ['by another too', any, [from(3), from(1)], []],
    ['but for the smallest n', any, [from(2)], ['the smallest n']],
    ['with the smallest n apart', any, [from(3), alone(1), alone(2)], []],
    ['but for an n between', any, [from(3), alone(1)], ['the smallest n']],
    ['not by one n', any, [alone(1)], ['the smallest n']],
    ['by one n where it has no other', two, [alone(2)], []],
    ['not by another n', two, [alone(1)], ['the smallest n']],
    ['from its own smallest n on', { ...any, draws: 3 }, [from(3)], []],
    ['from a real n on', { ...any, draws: 1.5 }, [from(2)], []],
    ['not by a form that is not known', any, [of('(n > 0)%nat -> ')], ['the smallest n']],
    ['but for one outcome', any, [of('(2 <= K)%nat -> ')], ['policies of one outcome']],
    ['for its own outcomes', { ...any, atoms: 2 }, [of('(2 <= K)%nat -> ')], []],
    [
      'not by what says nothing of best-of-n',
      any,
      [of('(2 <= K)%nat -> '), 'forall K : nat, True'],
      ['policies of one outcome'],
    ],
  ])('%s', (_, domain, statements, expected) => {
    expect(left(domain, ...statements)).toEqual(expected);
  });
});
