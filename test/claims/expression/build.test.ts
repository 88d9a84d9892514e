import { describe, expect, it } from 'vitest';
import { Rational } from '../../../src/arithmetic/rational.ts';
import { evaluate } from '../../../src/claims/expression/evaluate.ts';
import {
  at,
  type Expression,
  isAtMost,
  isEqualTo,
  isStatement,
  log,
  minus,
  n,
  named,
  over,
  partsOf,
  plus,
  power,
  quantitiesOf,
  times,
} from '../../../src/claims/expression/expression.ts';
import { KL, WIN_RATE } from '../../../src/claims/expression/symbols.ts';
import { FinitePolicy } from '../../../src/policy/finite-policy.ts';
import { Evaluation } from '../../../src/quantities/evaluation.ts';
import { ruleOf } from '../../../src/selection/families.ts';

const one: Expression = { kind: 'number', value: Rational.ONE };
const index = { from: null, plus: 1 };
const sequence = { text: 'p', latex: 'p', value: (): never => notAsked() };
const naming = { text: 'x', latex: 'x', value: (): never => notAsked() };
const notAsked = (): never => {
  throw new Error('not asked');
};

describe('the parts of an expression', () => {
  it('are those that it is made of', () => {
    const defined = named({ ...naming, definition: KL });
    expect([one, n, KL, named(naming), { kind: 'item', of: sequence, index } as Expression].flatMap(partsOf)).toEqual(
      [],
    );
    expect(partsOf(defined)).toEqual([KL]);
    const ofOne: Expression[] = [log(KL), power(KL, 2), at(2, KL), { kind: 'function', name: 'exp', of: KL }];
    expect(ofOne.map(partsOf)).toEqual([[KL], [KL], [KL], [KL]]);
    const ofTwo: Expression[] = [
      ...[plus, minus, times].map((operation) => operation(KL, n)),
      over(KL, n),
      { kind: 'raised', base: KL, exponent: n },
      { kind: 'extreme', name: 'max', of: [KL, n] },
      { kind: 'applied', of: sequence, to: [KL, n] },
    ];
    expect(ofTwo.map(partsOf)).toEqual(ofTwo.map(() => [KL, n]));
    expect(partsOf({ kind: 'elsewhere', draws: n, of: KL })).toEqual([n, KL]);
    expect(partsOf({ kind: 'over', name: 'sum', range: { index: 'i', first: index, last: index }, body: KL })).toEqual([
      KL,
    ]);
  });

  it('are looked through for quantities', () => {
    expect(quantitiesOf(plus(times(2, KL), { kind: 'raised', base: WIN_RATE, exponent: n }))).toEqual([KL, WIN_RATE]);
    expect(quantitiesOf(named({ ...naming, definition: KL })).map(({ text }) => text)).toEqual(['x']);
  });
});

describe('an expression is refused', () => {
  it('for an operand that is none', () => {
    const sentence = (operand: unknown): string => `an operand must be an expression or an integer, not ${operand}`;
    expect(() => log(null as never)).toThrow(new TypeError(sentence('null')));
    expect(() => log({ kind: 'sun' } as never)).toThrow(new TypeError(sentence('another object')));
    expect(() => log('x' as never)).toThrow(new TypeError(sentence('x')));
  });

  it('for an exponent or a multiple of n beyond its limits', () => {
    expect([power(n, 1), power(n, 1000)].map((each) => each.kind)).toEqual(['power', 'power']);
    for (const exponent of [0, 1001, 1.5])
      expect(() => power(n, exponent)).toThrow('an exponent must be an integer from 1 to 1000');
    expect(at(1, KL)).toEqual({ kind: 'at', factor: 1, of: KL });
    for (const factor of [0, 0.5]) expect(() => at(factor, KL)).toThrow('the multiple of n must be an integer ≥ 1');
    for (const of of [n, null, 5]) expect(() => at(2, of as never)).toThrow('at(2, …) takes a named quantity');
  });

  it('for a name without a text, LaTeX or a value', () => {
    for (const field of ['text', 'latex', 'value'])
      expect(() => named({ ...naming, [field]: undefined })).toThrow(
        'a named quantity needs a text, its latex and a value',
      );
    expect(() => named(undefined as never)).toThrow('a named quantity needs a text');
  });
});

describe('a statement', () => {
  it('is what the two functions return, and nothing else', () => {
    expect([isAtMost(KL, 1), isEqualTo(KL, n)].map(isStatement)).toEqual([true, true]);
    const made = isAtMost(KL, 1);
    const others = [
      undefined,
      null,
      5,
      'KL ≤ 1',
      {},
      { ...made, is: '<' },
      { ...made, left: 1 },
      { ...made, right: null },
    ];
    expect(others.map(isStatement)).toEqual(others.map(() => false));
  });
});

describe('a quantity at a multiple of n', () => {
  it('is that of the same selection, where it has a name', () => {
    const policy = FinitePolicy.fromWeights([3n, 1n, 2n]);
    for (const selection of ['worst-of-n', 'top-nth'] as const) {
      const [here, there] = [3, 6].map((draws) => new Evaluation(policy, ruleOf(selection, Rational.of(draws))));
      const value = evaluate(at(2, KL), here as Evaluation).exact;
      expect(value?.sub(there?.kl.exact as never).isZero()).toBe(true);
    }
  });
});
