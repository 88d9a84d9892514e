import { describe, expect, it } from 'vitest';
import type { LogField } from '../../src/arithmetic/log-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { decide } from '../../src/claims/decide.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { Kept } from '../../src/theory/kept.ts';
import type { Law } from '../../src/theory/law.ts';

const make = (): BestOfN => new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 3);
const constant =
  (value: number) =>
  <Q, T>({ field }: { field: LogField<Q, T> }): T =>
    field.lift(field.rational(Rational.of(value)));

function plus<Q, T>({ field }: Law<Q, T>, x: Rational): T {
  return field.lift(field.rational(x));
}

describe('a number is kept under what defines it, never under a name', () => {
  it.each(['kl', 'winRate', 'formula', 'gapByParts', 'estimatorMean', 'estimatorBest', 'topGap 1/2', 'estimator 1/2'])(
    'a quantity of one’s own called %s is what its formula says',
    (name) => {
      const q = make();
      for (const value of [q.kl, q.winRate, q.formula, q.gapByParts, q.estimatorMean, q.estimatorBest])
        value.enclose(40);
      q.topGapAt(Rational.of(1, 2)).enclose(40);
      q.estimatorAt(Rational.of(1, 2)).enclose(40);
      expect(q.quantity(name, constant(1000)).exact?.toString()).toBe('1000');
      expect(q.enclosed(name, constant(1000)).enclose(20).toString()).toBe('[1000, 1000]');
      expect(q.quantity(name, constant(7)).exact?.toString()).toBe('7');
    },
  );

  it('nor does a quantity of one’s own stand for the KL, whichever is asked for first', () => {
    const q = make();
    q.quantity('kl', constant(1000));
    expect(q.kl.enclose(20).toString()).toBe(make().kl.enclose(20).toString());
  });

  it('a false claim that borrows a name is refuted', () => {
    const claim = defineClaim({
      id: 'borrowed',
      title: 'Borrowed',
      statement: '1000 ≤ log n − (n−1)/n',
      source: 'this test',
      hypotheses: 'none',
      expected: 'open',
      domain: { atoms: 2, draws: 2 },
      shares: COMMON_SHARES,
      relations: (q) => {
        q.kl.enclose(40);
        return [atMost('1000', q.quantity('kl', constant(1000)), 'D̃', q.formula)];
      },
    });
    expect(decide(claim, make()).outcome).toBe('refuted');
  });

  it('a formula at the top of a module is worked out once for equal parameters', () => {
    const q = make();
    const [one, other] = [
      q.quantity('x', plus, false, Rational.of(1, 2)),
      q.quantity('y', plus, false, Rational.of(2, 4)),
    ];
    expect(one).toBe(other);
    expect(q.quantity('x', plus, false, Rational.of(1, 3)).exact?.toString()).toBe('1/3');
    expect(q.topGapAt(Rational.of(1, 2))).toBe(q.topGapAt(Rational.of(2, 4)));
  });

  it('lists of parameters are told apart', () => {
    const kept = new Kept<object>();
    const key = {};
    const of = (...parameters: (Rational | bigint | number)[]): object => kept.get(key, parameters, () => ({}));
    const lists = [[], [1, 2], [12], [1, 23], [12, 3], [Rational.of(1, 2)], [Rational.of(-1, 2)], [1.5], [15n]];
    expect(new Set(lists.map((list) => of(...list))).size).toBe(lists.length);
    expect(of(Rational.of(2, 4))).toBe(of(Rational.of(1, 2)));
    expect(kept.get({}, [], () => ({}))).not.toBe(of());
  });
});

it('numbers of different types are different parameters', () => {
  const kept = new Kept<string>();
  const formula = (): void => {};
  const made = (parameter: bigint | number | Rational): string =>
    kept.get(formula, [parameter], () => String(parameter));
  expect([made(10n), made(Rational.of(36)), made(10), made(Rational.of(10))]).toEqual(['10', '36', '10', '10']);
});

describe('0 by structure', () => {
  const saysSo = (formula: <Q, T>(law: Law<Q, T>) => T) => [
    () => make().quantity('x', formula, true),
    () => make().enclosed('x', formula, true),
  ];

  it('is exactly 0 where the formula does not contradict', () => {
    for (const zero of saysSo(constant(0))) expect(zero().rational?.toString()).toBe('0');
  });

  it('is refused where it does', () => {
    for (const wrong of saysSo(constant(1))) expect(wrong).toThrow('x is given as 0 by structure');
    for (const wrong of saysSo(({ field }) => field.lift(field.rational(Rational.of(-1n, 10n ** 30n))))) {
      expect(wrong).toThrow('x is given as 0 by structure');
    }
  });

  it('and does not answer for the same formula where it is not said to be 0', () => {
    const q = make();
    const tiny = <Q, T>({ field }: Law<Q, T>): T => field.lift(field.rational(Rational.of(1n, 10n ** 90n)));
    q.quantity('x', tiny, true);
    expect(q.quantity('x', tiny).exact?.isZero()).toBe(false);
  });
});
