import { describe, expect, it } from 'vitest';
import { type Claim, defineClaim } from '../../../src/claims/claim.ts';
import { coqOf } from '../../../src/claims/expression/coq.ts';
import { RENYI_TWO_BOUND } from '../../../src/claims/expression/divergence-symbols.ts';
import {
  at,
  type Expression,
  isAtMost,
  log,
  minus,
  type NamedQuantity,
  n,
  named,
  over,
  plus,
  power,
} from '../../../src/claims/expression/expression.ts';
import { KL, WIN_RATE } from '../../../src/claims/expression/symbols.ts';
import { planted } from '../planted.ts';

const wrong = (value: unknown): number => value as number;

describe('an expression that is none is refused where it is made', () => {
  it.each<[string, () => unknown, string]>([
    ['a fraction', () => plus(n, 0.5), '0.5 is not an integer; a fraction is over(1, 2)'],
    ['no number', () => plus(n, Number.NaN), 'NaN is not an integer'],
    ['a bigint', () => isAtMost(KL, wrong(1n)), 'an operand must be an expression or an integer, not 1'],
    ['nothing', () => isAtMost(KL, wrong(undefined)), 'an operand must be an expression or an integer, not undefined'],
    ['another object', () => isAtMost(KL, wrong({ kind: 'sun' })), 'not another object'],
    ['no operands', () => plus(), 'a sum needs operands'],
    ['a fractional exponent', () => power(KL, 1.5), 'an exponent must be an integer from 1 to 1000, not 1.5'],
    ['the exponent 0', () => power(n, 0), 'not 0'],
    ['a multiple that is none', () => at(1.5, KL), 'the multiple of n must be an integer ≥ 1, not 1.5'],
    ['n at 2n', () => at(2, n as unknown as NamedQuantity<never>), 'at(2, …) takes a named quantity'],
    ['a quantity without a value', () => named({ text: 'x', latex: 'x' } as never), 'a named quantity needs a text'],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  it('one that is cyclic or too long', () => {
    const cyclic = { kind: 'log' } as { kind: 'log'; of: Expression };
    cyclic.of = cyclic;
    expect(() => isAtMost(cyclic, 1)).toThrow('an expression may have at most 2000 parts');
    const long = Array.from({ length: 5000 }).reduce<Expression>((all) => plus(all, 1), n);
    expect(() => isAtMost(long, 1)).toThrow('an expression may have at most 2000 parts');
  });
});

describe('a claim with relations as data', () => {
  const { relations: _, statement: __, ...rest } = planted({ relations: () => [] });
  const define = (changes: object): Claim => defineClaim({ ...rest, ...changes } as never);
  const states = [isAtMost(KL, log(n))];

  it('has their text for a statement, unless it gives one', () => {
    expect(define({ states }).statement).toBe('KL(π‖p) ≤ log n');
    expect(define({ states, statement: 'as said' }).statement).toBe('as said');
    expect(defineClaim(define({ states })).statement).toBe('KL(π‖p) ≤ log n');
  });

  it.each<[object, string]>([
    [{ states, relations: () => [] }, 'states and relations exclude each other'],
    [{ states: [] }, 'states must be a list'],
    [{ states: 'KL <= 1' }, 'states must be a list'],
    [{ states: [null] }, 'states must be a list'],
    [{ states: [{ ...states[0], is: '<' }] }, 'states must be a list'],
  ])('is refused: %o', (changes, message) => {
    expect(() => define(changes)).toThrow(message);
  });

  it('keeps the methods of a class', () => {
    class Mine {
      readonly states = states;
      constructor() {
        Object.assign(this, rest);
      }
      crossChecks(): never[] {
        return [];
      }
    }
    expect(defineClaim(new Mine() as never).crossChecks).toBeTypeOf('function');
  });
});

describe('Coq gets parentheses where its operators need them', () => {
  it.each([
    [power(-3, 2), '(-3) ^ 2'],
    [log(-3), 'ln (-3)'],
    [power(RENYI_TWO_BOUND, 2), '(ln (Rpower (INR n) 2 / (2 * (INR n - 1) + 1)) / (2 - 1)) ^ 2'],
    [
      over(WIN_RATE, RENYI_TWO_BOUND),
      'win_rate K (best_of K p n) p / (ln (Rpower (INR n) 2 / (2 * (INR n - 1) + 1)) / (2 - 1))',
    ],
    [minus(n, named({ text: 'x', latex: 'x', value: (q) => q.kl, coq: () => 'a + b' })), 'INR n - (a + b)'],
  ] as const)('%#', (expression, text) => {
    expect(coqOf(expression as Expression)).toBe(text);
  });
});
