import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { untied } from '../../src/claims/instance.ts';
import { givenOf } from '../../src/conform/given.ts';
import { allowanceOf } from '../../src/conform/tolerance.ts';
import { errorOf, outcomeOf } from '../../src/conform/verdict.ts';

const said = (value: number | null) => ({ value, text: String(value) });
const real = (text: string) => rationalReal(Rational.parse(text));
const allowed = (rel: string, abs: string) => ({ rel: Rational.parse(rel), abs: Rational.parse(abs) });

describe('an answer', () => {
  it.each([
    [1.5, 'right'],
    [2.5, 'right'],
    [1.4999999999999998, 'wrong'],
    [2.5000000000000004, 'wrong'],
    [Number.NaN, 'wrong'],
  ])('at the ends of abs + rel·truth is decided without rounding: %s', (value, outcome) => {
    const answer = said(Number.isFinite(value) ? value : null);
    expect(outcomeOf(answer, real('2'), allowed('1/8', '1/4'))).toBe(outcome);
  });

  it('stands for its exact binary value', () => {
    expect(outcomeOf(said(0.1), real('0.1'), allowed('0', '0'))).toBe('wrong');
    expect(outcomeOf(said(0.1), rationalReal(Rational.fromDouble(0.1)), allowed('0', '0'))).toBe('right');
    expect(outcomeOf(said(0), real('0'), allowed('0', '0'))).toBe('right');
  });

  it('has an error, relative to the truth and to what is allowed', () => {
    expect(errorOf(said(3), real('2'), allowed('1/8', '1/4'))).toEqual({ relative: 0.5, ofAllowed: 2 });
    expect(errorOf(said(3), real('0'), allowed('0', '0'))).toEqual({ relative: 3, ofAllowed: null });
    expect(errorOf(said(null), real('2'), allowed('0', '1'))).toBeNull();
    expect(errorOf(said(1e300), real('1e-300'), allowed('0', '1'))?.relative).toBe(Number.MAX_VALUE);
  });
});

describe('the default allowance', () => {
  const given = (weights: bigint[], n: number, form: 'weights' | 'probabilities' = 'weights') => {
    const found = givenOf(untied(weights, n), form);
    if (!found) throw new Error('no such policy');
    return found;
  };

  it('is 8(K + b) roundings, of the value and beside it', () => {
    const { rel, abs } = allowanceOf('doubles', given([1n, 2n, 3n], 4), 'kl');
    expect(rel.equals(Rational.of(8 * (3 + 3), 2n ** 53n))).toBe(true);
    expect(abs.equals(rel)).toBe(true);
  });

  it('does not grow with the outcomes for what is without a sum', () => {
    expect(allowanceOf('doubles', given([1n, 2n, 3n], 4), 'formula').rel.equals(Rational.of(8 * 4, 2n ** 53n))).toBe(
      true,
    );
  });

  it('grows with what the given doubles lack to 1', () => {
    const exact = allowanceOf('doubles', given([1n, 3n], 100, 'probabilities'), 'kl');
    expect(exact.abs.equals(exact.rel)).toBe(true);
    // 1/10 three times and 7/10, as doubles.
    const off = given([1n, 1n, 1n, 7n], 100, 'probabilities');
    const { rel, abs } = allowanceOf('doubles', off, 'kl');
    expect(off.slack.compare(Rational.ZERO)).toBe(1);
    expect(abs.sub(rel).equals(off.slack.mul(Rational.of(700)))).toBe(true);
    expect(allowanceOf('doubles', off, 'formula').abs.equals(allowanceOf('doubles', off, 'formula').rel)).toBe(true);
  });

  it('is replaced by what the user sets', () => {
    const { rel, abs } = allowanceOf({ rel: '1e-12', abs: '0' }, given([1n, 3n], 100), 'kl');
    expect([rel.toString(), abs.toString()]).toEqual(['1/1000000000000', '0']);
  });
});
