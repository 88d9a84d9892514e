import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { bestOf, phi } from '../../src/selection/best-of.ts';
import { hasRule, limitsOf, ruleOf, SELECTIONS, type Selection } from '../../src/selection/families.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { atomAt, Law } from '../../src/selection/law.ts';
import { mirrored, worstOf } from '../../src/selection/mirrored.ts';
import { orderStatistic } from '../../src/selection/order-statistic.ts';
import type { RankRule } from '../../src/selection/rank-rule.ts';
import { topFraction } from '../../src/selection/top-fraction.ts';
import { uniformTilt } from '../../src/selection/uniform-tilt.ts';

const q = (text: string): Rational => Rational.parse(text);

describe('a rule', () => {
  // Made within the tests: mutants of what is made when a file is loaded are not asked about.
  it.each<[string, () => RankRule, string, RankRule['shape'], string | null, number]>([
    ['best of 5', () => bestOf(5), '5', 'convex', '5', 6],
    ['best of 5/2', () => bestOf(q('5/2')), '5/2', 'convex', null, 4],
    ['worst of 5', () => worstOf(5), '5', 'concave', '5', 6],
    ['worst of 3, mirrored', () => mirrored(worstOf(3)), '3', 'convex', '3', 4],
    ['order statistic 5 of 5', () => orderStatistic(5, 5), '5', 'convex', '5', 16],
    ['order statistic 1 of 5', () => orderStatistic(1, 5), '5', 'concave', '5', 16],
    ['order statistic 2 of 5', () => orderStatistic(2, 5), '5', 'neither', '5', 16],
    ['top 2/9', () => topFraction(q('2/9')), '9/2', 'convex', '1', 6],
    ['tilt by 9/8', () => uniformTilt(q('9/8')), '9/8', 'convex', null, 24],
    ['tilt by 9', () => uniformTilt(q('9')), '9', 'convex', null, 20],
  ])('says what it is: %s', (name, make, ...expected) => {
    const rule = make();
    expect(rule.name).toBe(name);
    expect([rule.n.toString(), rule.shape, rule.degree?.toString() ?? null, rule.guardBits]).toEqual(expected);
    expect(rule.isIdentity).toBe(false);
  });

  it.each<[string, () => RankRule]>([
    ['best of 1', () => bestOf(1)],
    ['worst of 1', () => worstOf(1)],
    ['order statistic 1 of 1', () => orderStatistic(1, 1)],
    ['top 1', () => topFraction(q('3/3'))],
    ['tilt by 1', () => uniformTilt(q('2/2'))],
  ])('is the reference where its parameter is 1: %s', (name, make) => {
    const rule = make();
    expect([rule.name, rule.isIdentity]).toEqual([name, true]);
    const { cdf, entropy, crossEntropy, mean, power, supremum } = rule.over(exactField);
    const [a, b] = [q('1/4'), q('3/4')];
    const values = [cdf(a), mean(a, b), power(a, b, q('3')), supremum(a, b)];
    expect(values.map((value) => value.reduced().toString())).toEqual(['1/4', '1/4', '1/2', '1']);
    expect([entropy(a, b), crossEntropy(a, b)].map(String)).toEqual(['0', '0']);
  });

  it('is best-of-n, whose integrals have closed forms', () => {
    expect(analyticalFormula(exactField, 4).toString()).toBe('2*log(2) - 3/4');
    expect([phi(exactField, q('1'), 4), phi(exactField, q('0'), 4)].map(String)).toEqual(['2*log(2) - 3/4', '0']);
  });
});

describe('a tilt has a base', () => {
  it.each([q('7/8'), 2 as never, undefined as never])('of at least 1: not %s', (base) => {
    expect(() => uniformTilt(base)).toThrow(/^the base of a tilt must be at least 1/);
  });
});

describe('a family', () => {
  it.each<[Selection, string, number[], number[]]>([
    ['best-of-n', 'n from 1 to 1000000000', [1, 1.5, 1e9], [0.5, 1e9 + 1, Number.NaN]],
    ['worst-of-n', 'n from 1 to 1000000000', [1, 1.5, 1e9], [0.5, 1e9 + 1, Number.NaN]],
    ['second-best-of-n', 'integers n from 2 to 1024', [2, 3, 1024], [1, 1.5, 2.5, 1025]],
    ['top-nth', 'n from 1 to 1000000000', [1, 1.5, 1e9], [0.5, 1e9 + 1]],
    ['tilt-by-n', 'n from 1 to 1000000000', [1, 1.5, 1e9], [0.5, 1e9 + 1]],
  ])('%s has a rule where it says', (selection, limits, inside, outside) => {
    expect(limitsOf(selection)).toBe(`${selection} is for ${limits}`);
    expect(inside.map((n) => hasRule(selection, n))).toEqual(inside.map(() => true));
    expect(outside.map((n) => hasRule(selection, n))).toEqual(outside.map(() => false));
  });

  it('gives a rule by its name', () => {
    const rules = SELECTIONS.map((selection) => ruleOf(selection, q('4')));
    expect(rules.map(({ name }) => name)).toEqual([
      'best of 4',
      'worst of 4',
      'order statistic 3 of 4',
      'top 1/4',
      'tilt by 4',
    ]);
    expect(rules.map(({ selection }) => selection)).toEqual(SELECTIONS);
  });
});

describe('a law', () => {
  const law = new Law(exactField, FinitePolicy.fromWeights([1n, 2n, 3n]), bestOf(2));

  it('has an atom at each index, and no other', () => {
    expect([0, 1, 2].map((index) => atomAt(law, index).probability.reduced().toString())).toEqual([
      '1/36',
      '2/9',
      '3/4',
    ]);
    expect([0, 1, 2].map((index) => atomAt(law, index).index)).toEqual([0, 1, 2]);
    for (const index of [-1, 3, 0.5]) expect(() => atomAt(law, index)).toThrow('the index of an atom');
  });

  it('is worked out once up to 4096 atoms, and anew beyond', () => {
    const of = (atoms: number): Law<unknown, unknown> =>
      new Law(exactField, FinitePolicy.fromWeights(Array(atoms).fill(1n)), bestOf(1)) as Law<unknown, unknown>;
    expect(law.atoms()).toBe(law.atoms());
    const [kept, anew] = [of(4096), of(4097)];
    expect(kept.atoms()).toBe(kept.atoms());
    expect(anew.atoms()).not.toBe(anew.atoms());
    expect([...anew.atoms()]).toHaveLength(4097);
  });

  it('has an n for best-of-n only', () => {
    expect(law.n.toString()).toBe('2');
    expect(() => new Law(exactField, law.policy, worstOf(2)).n).toThrow(
      'this formula is for best-of-n only, not for the selection worst of 2',
    );
    expect(() => bestOf(0.5)).toThrow(InputError);
  });
});
