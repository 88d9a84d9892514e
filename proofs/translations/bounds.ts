/** Bounds.v */

import type { Rational } from '../../src/arithmetic/rational.ts';
import { atMost, translate } from './translation.ts';
import { enclosed, ln, ONE, rational, share, sum } from './words.ts';

/** 2 Σ_{j<m} z^{2j+1}/(2j+1) */
export function lnSeries(m: number, z: Rational): Rational {
  return rational(2).mul(sum(m, (j) => z.pow(2 * j + 1).div(rational(2 * j + 1))));
}

export function lnTail(m: number, z: Rational): Rational {
  const below = rational(2 * m + 1).mul(ONE.sub(z.pow(2)));
  return rational(2).mul(z.pow(2 * m + 1).div(below));
}

function expSeries(m: number, x: Rational): Rational {
  return sum(m, (j) => x.pow(j).div(factorial(j)));
}

function factorial(m: number): Rational {
  let product = ONE;
  for (let j = 2; j <= m; j += 1) product = product.mul(rational(j));
  return product;
}

export const bounds = [
  translate('ln_series_bounds', 'b177af9c1423', ({ random }) => {
    const [m, z] = [random.integer(0, 6), ONE.sub(share(random))];
    const value = ln(ONE.add(z).div(ONE.sub(z)));
    const series = lnSeries(m, z);
    return [atMost(series, value), atMost(value, series.add(lnTail(m, z)))];
  }),
  // Weaker: at x = 0, and below at m = 0, both sides are one number, which enclosures do not decide.
  translate('exp_series_lower', '00d8eeda164f', ({ random }) => {
    const [m, x] = [random.integer(0, 6), share(random).mul(rational(3))];
    return [
      atMost(
        expSeries(m, x),
        enclosed((field) => field.exp(field.rational(x))),
      ),
    ];
  }),
  translate('exp_series_upper', '24570ce3805d', ({ random }) => {
    const [m, x] = [random.integer(1, 6), share(random).mul(rational(3))];
    const factor = ONE.sub(x.pow(m).div(factorial(m)));
    const value = enclosed((field) => field.mul(field.exp(field.rational(x)), field.rational(factor)));
    return [atMost(value, expSeries(m, x))];
  }),
];
