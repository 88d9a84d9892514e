import { describe, expect, it } from 'vitest';
import { Rational } from '../../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../../../src/arithmetic/real.ts';
import { evaluate } from '../../../src/claims/expression/evaluate.ts';
import {
  type Expression,
  type Gathering,
  type Index,
  log,
  minus,
  n,
  over,
  plus,
  times,
} from '../../../src/claims/expression/expression.ts';
import { KL } from '../../../src/claims/expression/symbols.ts';
import { FinitePolicy } from '../../../src/policy/finite-policy.ts';
import { BestOfN } from '../../../src/quantities/best-of-n.ts';
import type { Evaluation } from '../../../src/quantities/evaluation.ts';

/** Masses 1/2, 1/6 and 1/3. */
const q = new BestOfN(FinitePolicy.fromWeights([3n, 1n, 2n]), 3);

const number = (text: string): Expression => ({ kind: 'number', value: Rational.parse(text) });
const exactly = (of: Expression): string | undefined => evaluate(of, q).rational?.reduced().toString();
const at = (value: Expression, expected: number): void =>
  expect(evaluate(value, q).enclose(30).lo.toNumber()).toBeCloseTo(expected, 12);

/** p_i of the atom at an index. */
const mass = (index: Index): Expression => ({
  kind: 'item',
  index,
  of: { text: 'p', latex: 'p', value: ({ policy }: Evaluation, i: number): Real => rationalReal(policy.mass(i - 1)) },
});
const [first, last, i]: [Index, Index, Index] = [
  { from: null, plus: 1 },
  { from: 'K', plus: 0 },
  { from: { index: 'i' }, plus: 0 },
];
const gathered = (name: Gathering, from = first, to = last, body = mass(i)): Expression => ({
  kind: 'over',
  name,
  range: { index: 'i', first: from, last: to },
  body,
});

describe('an item', () => {
  it('is that of the atom at a number, or at one counted from the last', () => {
    expect([1, 2, 3].map((plus) => exactly(mass({ from: null, plus })))).toEqual(['1/2', '1/6', '1/3']);
    expect([0, -1, -2].map((plus) => exactly(mass({ from: 'K', plus })))).toEqual(['1/3', '1/6', '1/2']);
  });
});

describe('a range of atoms', () => {
  it('is summed, multiplied, and has a least and a greatest', () => {
    const names: Gathering[] = ['sum', 'product', 'min', 'max'];
    expect(names.map((name) => exactly(gathered(name)))).toEqual(['1', '1/36', '1/6', '1/2']);
  });

  it('has both its ends', () => {
    const second = { from: null, plus: 2 };
    expect(exactly(gathered('sum', second))).toBe('1/2');
    expect(exactly(gathered('sum', first, { from: 'K', plus: -1 }))).toBe('2/3');
    expect(exactly(gathered('sum', second, second))).toBe('1/6');
  });

  it('binds its index, within another one, too', () => {
    // Σ_i Σ_{j=i}^K p_j = 1·1/2 + 2·1/6 + 3·1/3
    const inner: Expression = {
      kind: 'over',
      name: 'sum',
      range: { index: 'j', first: i, last },
      body: mass({ from: { index: 'j' }, plus: 0 }),
    };
    expect(exactly(gathered('sum', first, last, inner))).toBe('11/6');
    // Σ_{i=2}^K p_(i−1)
    expect(exactly(gathered('sum', { from: null, plus: 2 }, last, mass({ from: { index: 'i' }, plus: -1 })))).toBe(
      '2/3',
    );
  });

  it('that is empty has the sum 0 and the product 1, and no least or greatest', () => {
    const empty = (name: Gathering): Expression => gathered(name, { from: 'K', plus: 1 });
    expect([exactly(empty('sum')), exactly(empty('product'))]).toEqual(['0', '1']);
    expect(() => evaluate(empty('min'), q)).toThrow('it takes the min of nothing');
    expect(() => evaluate(empty('max'), q)).toThrow('it takes the max of nothing');
  });
});

describe('functions', () => {
  it('have their values', () => {
    at({ kind: 'function', name: 'exp', of: number('1') }, Math.E);
    at({ kind: 'function', name: 'sqrt', of: number('2') }, Math.SQRT2);
    expect(exactly({ kind: 'function', name: 'abs', of: number('-5') })).toBe('5');
    const of = [number('2'), number('7'), number('-3')];
    expect(exactly({ kind: 'extreme', name: 'max', of })).toBe('7');
    expect(exactly({ kind: 'extreme', name: 'min', of })).toBe('-3');
  });

  it('with parameters are given these', () => {
    const value = (_: Evaluation, of: readonly Real[]): Real => of.reduce((a, b) => difference(a, b));
    expect(exactly({ kind: 'applied', of: { text: 's', latex: 's', value }, to: [number('2'), n] })).toBe('-1');
  });
});

describe('a power whose exponent is an expression', () => {
  const raised = (base: Expression, exponent: Expression): Expression => ({ kind: 'raised', base, exponent });

  it('is exact where the exponent is an integer', () => {
    expect(exactly(raised(number('2'), n))).toBe('8');
    expect(exactly(raised(number('2'), minus(1, n)))).toBe('1/4');
    expect(exactly(raised(number('-2'), number('6/2')))).toBe('-8');
  });

  it('is a root, or an exponential, where it is not', () => {
    at(raised(number('2'), number('1/2')), Math.SQRT2);
    expect(exactly(raised(number('4'), number('1/2')))).toBe('2');
    at(raised(number('2'), log(number('3'))), 2 ** Math.log(3));
  });

  it('has an exponent of up to 10^9', () => {
    at(raised(number('1'), number('1000000000')), 1);
    at(raised(number('1'), number('-1000000000')), 1);
    expect(() => evaluate(raised(number('1'), number('1000000001')), q)).toThrow(
      'the exponent 1000000001 is too large',
    );
    expect(() => evaluate(raised(number('1'), number('-1000000001')), q)).toThrow(
      'the exponent -1000000001 is too large',
    );
  });
});

describe('a quantity at another number of draws', () => {
  it('is that of the number which an expression gives', () => {
    const value = evaluate({ kind: 'elsewhere', of: KL, draws: plus(n, 2) }, q);
    expect(value.exact?.sub(q.at(5).kl.exact as never).isZero()).toBe(true);
  });

  it('needs a rational number', () => {
    expect(() => evaluate({ kind: 'elsewhere', of: KL, draws: log(n) }, q)).toThrow(
      'a number of draws must be rational',
    );
  });
});

describe('a product with log 0', () => {
  it('is 0 where the other factor is known to be 0', () => {
    expect([exactly(times(0, log(0))), exactly(times(log(0), 0)), exactly(times(minus(n, 3), log(0)))]).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('has no value otherwise', () => {
    for (const product of [times(2, log(0)), times(log(0), 2), times(log(0), log(0)), times(KL, log(0))])
      expect(() => evaluate(product, q)).toThrow('log');
    expect(() => evaluate(times(0, over(1, 0)), q)).toThrow('it divides by 0');
    expect(() => evaluate(times(over(1, 0), 0), q)).toThrow('it divides by 0');
  });
});
