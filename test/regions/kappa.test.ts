import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { topGap } from '../../src/quantities/local-gap.ts';
import { kappa, kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { constantsTable } from '../../src/regions/table.ts';

const DRAWS = [2, 3, 4, 5, 6, 7, 10, 33, 64, 100, 1000, 10 ** 6, 10 ** 9];
const WIDTH = Rational.of(1, 10n ** 20n);
const field = intervals(60);

const ratio = (n: number, t: Rational) => field.div(topGap(field, t, n), field.rational(t.mul(t)));

describe('the sharp quadratic constant', () => {
  it('has the values that other work found', () => {
    const near = (n: number, value: string, digits: bigint): void => {
      const unit = Rational.of(1, 10n ** digits);
      const { lo, hi } = sharpQuadraticConstant(n);
      expect(lo.compare(Rational.parse(value).sub(unit)), `n = ${n}`).toBe(1);
      expect(hi.compare(Rational.parse(value).add(unit)), `n = ${n}`).toBe(-1);
    };
    near(2, '0.193147', 6n);
    near(3, '0.431946', 6n);
    near(5, '0.95628', 5n);
    near(10, '3.47190', 5n);
    near(100, '332.541', 3n);
    near(1000, '33163.976', 3n);
  });

  it('is enclosed to 20 digits and attained where it says', () => {
    for (const n of DRAWS) {
      const { lo, hi, at } = sharpQuadraticConstant(n);
      expect(hi.sub(lo).compare(hi.mul(WIDTH)), `n = ${n}`).toBe(-1);
      expect(at.hi.sub(at.lo).compare(at.hi.mul(WIDTH)), `n = ${n}`).toBe(-1);
      for (const t of [at.lo, at.hi]) {
        const value = ratio(n, t);
        expect(field.sub(value, field.rational(lo)).lo.gte(0), `n = ${n}`).toBe(true);
        expect(field.sub(value, field.rational(hi)).hi.lte(0), `n = ${n}`).toBe(true);
      }
    }
  });

  it('is γ(1) for n = 2 and 3 and attained before 1 from 4 on', () => {
    expect(kappa(2).exact?.toString()).toBe('log(2) - 1/2');
    expect(kappa(3).exact?.toString()).toBe('log(3) - 2/3');
    for (const n of DRAWS) {
      const { at } = sharpQuadraticConstant(n);
      expect(at.lo.equals(Rational.ONE) && at.hi.equals(Rational.ONE)).toBe(n <= 3);
      expect(at.hi.compare(Rational.ONE)).toBe(n <= 3 ? 0 : -1);
    }
    for (const n of [2, 3]) {
      const value = kappa(n).enclose(30);
      expect(field.rational(kappaUpper(n)).hi.gte(value.hi)).toBe(true);
    }
  });

  it('is nowhere exceeded on a grid that the boxes know nothing of', () => {
    for (const n of [2, 3, 4, 5, 10, 100]) {
      for (let k = 1; k <= 40; k += 1) {
        const value = ratio(n, Rational.of(k, 40));
        expect(value.hi.lt(field.rational(kappaUpper(n)).hi), `n = ${n}, t = ${k}/40`).toBe(true);
      }
    }
  });

  it('comes with as many digits as are asked for', () => {
    const value = kappa(7).enclose(60);
    expect(value.hi.minus(value.lo).lt('1e-58')).toBe(true);
    expect(value.lo.toFixed(12)).toBe('1.759583428583');
    const { lo, hi } = sharpQuadraticConstant(7);
    expect(lo.compare(sharpQuadraticConstant(7, 60).lo) <= 0 && sharpQuadraticConstant(7, 60).hi.compare(hi) <= 0).toBe(
      true,
    );
  });

  it('is refused for other n', () => {
    for (const n of [1, 0, -3, 2.5, 10 ** 9 + 1, Number.NaN]) {
      expect(() => kappaUpper(n)).toThrow(`${n} is not an integer n from 2 to 10^9`);
    }
  });
});

describe('the limit of κ_n/n²', () => {
  const { lo, hi, at } = sharpQuadraticConstant(null);

  it('is .033154475… at x = 2.3757110…', () => {
    expect(lo.compare(Rational.parse('0.033154475')) > 0 && hi.compare(Rational.parse('0.033154476')) < 0).toBe(true);
    expect(at.lo.compare(Rational.parse('2.375710')) > 0 && at.hi.compare(Rational.parse('2.375712')) < 0).toBe(true);
    expect(hi.sub(lo).compare(hi.mul(WIDTH))).toBe(-1);
  });

  it('is the ratio of G(x) = −(1 − e^−x)(log((1 − e^−x)/x) + 1) + x·e^−x at its place', () => {
    const x = field.rational(at.lo);
    const decay = field.exp(field.neg(x));
    const missed = field.sub(field.integer(1), decay);
    const G = field.sub(
      field.mul(x, decay),
      field.mul(missed, field.add(field.log(field.div(missed, x)), field.integer(1))),
    );
    const value = field.div(G, field.mul(x, x));
    expect(value.lo.gte(field.rational(lo).lo) && value.hi.lte(field.rational(hi).hi)).toBe(true);
  });

  it('is approached from above', () => {
    let last = Rational.ONE;
    for (const n of DRAWS) {
      const scaled = sharpQuadraticConstant(n);
      const square = Rational.of(n).pow(2);
      expect(scaled.hi.div(square).compare(last), `n = ${n}`).toBe(-1);
      expect(scaled.lo.div(square).compare(hi), `n = ${n}`).toBe(1);
      last = scaled.lo.div(square);
    }
  });
});

it('reports/constants.json is what the constants make it', () => {
  expect(readFileSync(new URL('../../reports/constants.json', import.meta.url), 'utf8')).toBe(constantsTable());
});
