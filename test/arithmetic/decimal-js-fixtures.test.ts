/**
 * Inputs on which decimal.js 10.6.0 breaks its promise of directed rounding, found by comparing its ln, exp and pow with a
 * computation at far more digits. They are why logarithm, exponential and powers have a series or loop of their own here. Each
 * fixture says what is true, that decimal.js still gets it wrong, and that the interval field gets it right.
 */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { RangeExceededError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { holds, interval, meets, relativeWidth, toRational } from './exact.ts';
import { expBounds, logBounds } from './series-oracle.ts';

function library(precision: number, rounding: Decimal.Rounding): typeof Decimal {
  return Decimal.clone({ defaults: true, precision, rounding });
}

describe('exp(15.0525…) at 9 digits, rounded up: the true value is 3445527.6400…00198', () => {
  const text = '15.052587611804979645606636420963817559070715265965292690022';
  const truth = expBounds(Rational.parse(text), 150);

  it('decimal.js returns a number below the true one', () => {
    const value = new (library(9, Decimal.ROUND_CEIL))(text).exp();
    expect(value.toString()).toBe('3445527.64');
    expect(toRational(value).compare(truth.lo)).toBe(-1);
  });

  it('the interval field does not', () => {
    const enclosure = intervals(9).exp(interval(text));
    expect(enclosure.hi.toString()).toBe('3445527.65');
    expect(holds(enclosure, truth.lo) && holds(enclosure, truth.hi)).toBe(true);
    expect(enclosure.contains(intervals(100).exp(interval(text)))).toBe(true);
  });
});

describe('ln(2.7136…) at 4 digits, rounded down: the true value is 0.99829999…', () => {
  const text = '2.71366467504303286310661970637036342713472174686207588';
  const truth = logBounds(Rational.parse(text), 150);

  it('decimal.js returns a number above the true one', () => {
    const value = new (library(4, Decimal.ROUND_FLOOR))(text).ln();
    expect(value.toString()).toBe('0.9983');
    expect(toRational(value).compare(truth.hi)).toBe(1);
  });

  it('the interval field does not', () => {
    const enclosure = intervals(4).log(interval(text));
    expect(enclosure.lo.toString()).toBe('0.9982');
    expect(holds(enclosure, truth.lo) && holds(enclosure, truth.hi)).toBe(true);
    expect(enclosure.contains(intervals(100).log(interval(text)))).toBe(true);
  });
});

describe('(10^60 + 1)² at 20 digits, rounded up: the true value is above 10^120', () => {
  const base = 10n ** 60n + 1n;

  it('decimal.js returns 10^120 from pow, though not from times', () => {
    const Up = library(20, Decimal.ROUND_CEIL);
    const x = new Up(base.toString());
    expect(x.pow(2).eq('1e120')).toBe(true);
    expect(x.times(x).gt('1e120')).toBe(true);
  });

  it('the interval field encloses it, from the exact base and from a rounded one', () => {
    const square = Rational.of(base ** 2n);
    expect(holds(intervals(20).pow(interval(base.toString()), 2n), square)).toBe(true);
    expect(holds(intervals(20).pow(intervals(20).integer(base), 2n), square)).toBe(true);
    expect(intervals(20).pow(interval(base.toString()), 2n).hi.gt('1e120')).toBe(true);
  });
});

describe('logarithms of more than 1013 digits', () => {
  it('decimal.js throws from 1014 digits on', () => {
    expect(new (library(1013, Decimal.ROUND_FLOOR))(3).ln().sd()).toBe(1013);
    expect(() => new (library(1014, Decimal.ROUND_FLOOR))(3).ln()).toThrow('Precision limit exceeded');
  });

  it('decimal.js then leaves the rounding mode of the constructor changed, when it was pow that threw', () => {
    const Down = library(1100, Decimal.ROUND_FLOOR);
    expect(() => new Down(3).pow('0.5')).toThrow('Precision limit exceeded');
    expect(Down.rounding).not.toBe(Decimal.ROUND_FLOOR);
  });

  it('the interval field goes on: 1100 digits of log 3 hold 2200, and exp leads back', () => {
    const field = intervals(1100);
    const log = field.log(field.integer(3));
    expect(relativeWidth(log).lte('1e-1098')).toBe(true);
    expect(log.contains(intervals(2200).log(intervals(2200).integer(3)))).toBe(true);
    expect(field.exp(log).contains(interval('3'))).toBe(true);
    expect(meets(log, logBounds(Rational.of(3), 110))).toBe(true);
  });

  it('and so do its real powers', () => {
    const field = intervals(1100);
    const root = field.realPow(field.integer(3), interval('0.5'));
    expect(root.overlaps(field.sqrt(field.integer(3)))).toBe(true);
    expect(relativeWidth(root).lte('1e-1097')).toBe(true);
  });
});

describe('a product of 10^(−5·10^15) with itself, rounded up: the true value is positive', () => {
  const text = '1e-5000000000000000';

  it('decimal.js returns 0', () => {
    const Up = Decimal.clone({ defaults: true, precision: 20, rounding: Decimal.ROUND_CEIL, minE: -9e15, maxE: 9e15 });
    expect(new Up(text).times(text).isZero()).toBe(true);
  });

  it('the interval field refuses', () => {
    expect(() => intervals(20).mul(interval(text), interval(text))).toThrow(RangeExceededError);
  });
});
