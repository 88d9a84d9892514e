import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import type { LogField } from '../../src/arithmetic/log-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { decideOn } from '../../src/claims/decide.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { Kept, type KeptParameter } from '../../src/quantities/kept.ts';
import { KL } from '../../src/quantities/quantities.ts';
import { defineEnclosed, defineQuantity, type Formula, type Quantity } from '../../src/quantities/quantity.ts';
import type { Law } from '../../src/selection/law.ts';

const make = (): BestOfN => new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 3);
const constant =
  (value: number) =>
  <Q, T>({ field }: { field: LogField<Q, T> }): T =>
    field.lift(field.rational(Rational.of(value)));

const called = (symbol: string, value: number): Quantity => defineQuantity({ symbol, formula: constant(value) });

const PLUS = defineQuantity<[x: Rational]>({ symbol: 'x', formula: ({ field }, x) => field.lift(field.rational(x)) });
const SUM = defineQuantity<[list: readonly bigint[]]>({
  symbol: 'Σ',
  formula: ({ field }, list) => field.lift(field.rational(Rational.of(sumOf(list)))),
});

describe('a number is kept under what defines it, never under a name', () => {
  it.each(['kl', 'winRate', 'formula', 'gapByParts', 'estimatorMean', 'estimatorBest', 'topGap 1/2', 'estimator 1/2'])(
    'a quantity of one’s own called %s is what its formula says',
    (name) => {
      const q = make();
      for (const value of [q.kl, q.winRate, q.atomlessKl, q.gapByParts, q.estimatorMean, q.estimatorBest])
        value.enclose(40);
      q.topGapAt(Rational.of(1, 2)).enclose(40);
      q.estimatorAt(Rational.of(1, 2)).enclose(40);
      expect(q.of(called(name, 1000)).exact?.toString()).toBe('1000');
      const enclosed = q.of(defineEnclosed({ symbol: name, formula: constant(1000) }));
      expect([enclosed.exact, enclosed.enclose(20).toString()]).toEqual([null, '[1000, 1000]']);
      expect(q.of(called(name, 7)).exact?.toString()).toBe('7');
    },
  );

  it('nor does a quantity of one’s own stand for the KL, whichever is asked for first', () => {
    const q = make();
    q.of(called('kl', 1000));
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
        return [atMost('1000', q.of(called('kl', 1000)), 'D̃', q.atomlessKl)];
      },
    });
    expect(decideOn(claim, make()).outcome).toBe('refuted');
  });

  it('a quantity is worked out once for equal parameters', () => {
    const q = make();
    expect(q.of(PLUS, Rational.of(1, 2))).toBe(q.of(PLUS, Rational.of(2, 4)));
    expect(q.of(PLUS, Rational.of(1, 3)).exact?.toString()).toBe('1/3');
    expect(q.topGapAt(Rational.of(1, 2))).toBe(q.topGapAt(Rational.of(2, 4)));
    expect(q.of(KL)).toBe(q.kl);
  });

  it('and for equal lists, which may change afterwards', () => {
    const q = make();
    const list = [1n, 2n];
    const three = q.of(SUM, list);
    list.push(4n);
    expect([three.exact, q.of(SUM, list).exact].map(String)).toEqual(['3', '7']);
    expect(q.of(SUM, [1n, 2n])).toBe(three);
  });

  it('lists of parameters are told apart', () => {
    const kept = new Kept<object>();
    const key = {};
    const of = (...parameters: KeptParameter[]): object => kept.get(key, parameters, () => ({}));
    const numbers = [[], [1, 2], [12], [1, 23], [12, 3], [Rational.of(1, 2)], [Rational.of(-1, 2)], [1.5], [15n]];
    const lists: KeptParameter[][] = [...numbers, [[]], [[1, 2]], [[1], [2]], [[1], 2], [[1, 2], []]];
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
  const isZero = (): boolean => true;
  const saysSo = (formula: Formula) => [
    () => make().of(defineQuantity({ symbol: 'x', formula, isZero })),
    () => make().of(defineEnclosed({ symbol: 'x', formula, isZero })),
  ];

  it('is exactly 0 where the formula does not contradict', () => {
    for (const zero of saysSo(constant(0))) expect(zero().rational?.toString()).toBe('0');
  });

  it('is refused where it does, with the name of the quantity', () => {
    for (const wrong of saysSo(constant(1))) expect(wrong).toThrow('x should be exactly 0 here');
    for (const wrong of saysSo(({ field }) => field.lift(field.rational(Rational.of(-1n, 10n ** 30n))))) {
      expect(wrong).toThrow('x should be exactly 0 here');
    }
  });

  it('is a rule of the policy, n and the parameters, and refused for those where it is wrong', () => {
    const less = defineQuantity<[a: Rational, b: Rational]>({
      symbol: 'a − b',
      formula: ({ field }, a, b) => field.lift(field.rational(a.sub(b))),
      isZero: ({ n }, a) => n === 3 && a.equals(Rational.ONE),
    });
    const [one, two] = [Rational.ONE, Rational.of(2)];
    expect(make().of(less, one, one).rational?.sign()).toBe(0);
    expect(make().of(less, two, one).exact?.toString()).toBe('1');
    expect(make().at(2).of(less, one, two).exact?.toString()).toBe('-1');
    expect(() => make().of(less, one, two)).toThrow(
      'a − b(1, 2) should be exactly 0 here, but its formula gives a value in [-1',
    );
  });

  it('and does not answer for a quantity of the same formula that is not said to be 0', () => {
    const q = make();
    const formula = <Q, T>({ field }: Law<Q, T>): T => field.lift(field.rational(Rational.of(1n, 10n ** 90n)));
    q.of(defineQuantity({ symbol: 'x', formula, isZero }));
    expect(q.of(defineQuantity({ symbol: 'x', formula })).exact?.isZero()).toBe(false);
  });
});
