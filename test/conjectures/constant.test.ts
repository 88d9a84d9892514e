import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { decide } from '../../src/claims/decide.ts';
import { type Instance, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { type Bound, boundOn, type Said } from '../../src/conjectures/bound.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { type ConstantQuestion, constantIn, withValue } from '../../src/conjectures/constant.ts';
import { PointedError } from '../../src/conjectures/syntax/errors.ts';

const typed = (text: string, given: string | null) =>
  ({ id: 'typed', text, for: given, selection: 'best-of-n' }) as const;
const read = (text: string, given: string | null = null, unknown = 'C'): ConstantQuestion =>
  constantIn(typed(text, given), unknown);
const said = (text: string, instance: Instance, given: string | null = null): Said =>
  boundOn(read(text, given), quantitiesOf(instance));

const POLICY = untied([1n, 2n, 5n], 3);

describe('what an instance demands of the constant', () => {
  it.each([
    ['gap <= C * S2', 'at least'],
    ['gap/S2 <= C', 'at least'],
    ['C(n-1) S2 >= gap', 'at least'],
    ['let b = C*S3; gap <= n*b/2 + 0', 'at least'],
    ['sum(C*p[i]^2) >= gap', 'at least'],
    ['gap - C S2/3 <= KL', 'at least'],
    ['2 - (1 - C)^1 TV >= W', 'at least'],
    ['C <= W', 'at most'],
    ['KL >= C*H + D/9', 'at most'],
    ['gap <= -C*S2', 'at most'],
  ])('%s: %s, and the conjecture holds just there', (text, kind) => {
    const bound = said(text, POLICY) as Bound;
    expect(bound.kind).toBe(kind);
    const at = Rational.parse(bound.ratio.enclose(40).lo.toPrecision(30));
    const [below, above] = [-1n, 1n].map((step) =>
      at
        .add(Rational.of(step, 10n ** 12n))
        .reduced()
        .toString(),
    );
    const outcome = (value: string | undefined): string =>
      decide(conjectureOf(typed(withValue(read(text), value as string), null)).claim, POLICY).outcome;
    expect([outcome(below), outcome(above)]).toEqual(kind === 'at least' ? ['refuted', 'holds'] : ['holds', 'refuted']);
  });

  it('is exact where the sides are', () => {
    expect((said('n/(n+1) - W <= C*(n-1)*S2', untied([1n], 2)) as Bound).ratio.rational?.reduced().toString()).toBe(
      '1/6',
    );
  });

  it.each([
    ['D <= C*(1-pmax)', 'hopeless'],
    ['W - 1 <= C*(1-pmax)', 'free'],
    ['KL <= C*(1-pmax)', 'free'],
    ['KL < C*(1-pmax)', 'hopeless'],
    ['KL <= C*H', 'free'],
    ['1/KL <= C', 'no value'],
    ['exp(exp(exp(9))) <= C', 'undecided'],
  ])('where C counts for nothing, or a side has no value: %s is %s', (text, kind) => {
    expect(said(text, untied([1n], 3)).kind).toBe(kind);
  });

  it('keeps to --for', () => {
    expect(said('gap <= C', POLICY, 'pmax < 1/2').kind).toBe('premise fails');
    expect(read('gap <= C', 'n = 2..10 and K > 2').domain).toEqual({ atoms: 3, draws: 2, maxDraws: 10 });
  });
});

describe('texts that are refused, with the place', () => {
  it.each([
    ['gap <= C^2 S2', 'C must occur linearly', 7, 3],
    ['gap <= 2 sqrt(C) S2', 'C must occur linearly', 9, 7],
    ['gap <= S2/C', 'C must occur linearly', 7, 4],
    ['gap <= S2 + C*(1 - C)', 'C must occur linearly', 12, 9],
    ['gap <= max(C, 1)', 'C must occur linearly', 7, 9],
    ['gap <= prod(C p[i])', 'C must occur linearly', 7, 12],
    ['KL(C n) <= 1', 'C must occur linearly', 0, 7],
    ['let s = C^2; 1 <= s', 'C must occur linearly', 18, 1],
    ['KL <= D', 'there is no C in it', 0, 7],
    ['0 <= gap <= C', 'one comparison by <=, <, >= or >', 0, 13],
    ['gap = C*S2', 'one comparison by <=, <, >= or >', 0, 10],
    ['gap <= C Dd', 'there is no name "Dd"', 9, 2],
  ])('%j', (text, message, column, length) => {
    let error: unknown;
    try {
      read(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PointedError);
    expect((error as PointedError).message).toContain(message);
    expect((error as PointedError).excerpt.split('\n')[1]).toBe(`  ${' '.repeat(column)}^${'~'.repeat(length - 1)}`);
  });

  it('the constant in --for, and names that have a meaning', () => {
    expect(() => read('gap <= C', 'KL < C')).toThrow('--for: there is no name "C"');
    expect(() => read('gap <= KL', null, 'KL')).toThrow('--unknown must be a name without a meaning, and KL has one');
    expect(() => read('gap <= S3', null, 'S3')).toThrow('S3 has one');
    expect(() => read('gap <= c', null, 'c c')).toThrow('--unknown must be a name such as C');
    expect(read('gap <= λ S2', null, 'λ').places).toEqual([{ start: 7, end: 8 }]);
  });
});

describe('a value in place of the constant', () => {
  it.each([
    ['gap <= C * S2', '3/8', 'gap <= 3/8 * S2'],
    ['gap <= C(n-1) S2', '3/8', 'gap <= (3/8)(n-1) S2'],
    ['gap <= n C', '3/8', 'gap <= n (3/8)'],
    ['gap <= C(n-1) S2', '3', 'gap <= 3(n-1) S2'],
    ['C*W >= C - KL', '-1/2', '(-1/2)*W >= (-1/2) - KL'],
    ['let b = C*S3; gap <= b', '0.5', 'let b = 0.5*S3; gap <= b'],
  ])('%s with %s', (text, value, expected) => {
    expect(withValue(read(text), value)).toBe(expected);
  });
});
