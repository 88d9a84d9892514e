import { type Approximation, subtractApproximations } from '../arithmetic/approximation.ts';
import * as elementary from '../arithmetic/double-elementary.ts';
import { formulaKernel } from './formula.ts';
import * as series from './gap-series.ts';
import type { WeightSums } from './weights.ts';

// The engine reads an imported constant through a cell each time. Local constants avoid that.
const { EXPONENTIAL_ERROR, exponential, LOG_ERROR, log, NEGATIVE_LOG_ERROR, negativeLog, U } = elementary;
const { LONG, REACH, SHORT_REACH } = series;

/**
 * Error bounds in units of u = 2^−53, to first order. Each has more to spare than the products of two roundings. The weights are rounded:
 * C, w and C_K − C_i err by 1 each.
 *
 * Powers are computed by squaring up to n = SQUARED, and as e^−E with E = −n log F for larger n.
 */
const SQUARED = 16;
/**
 * w/m errs by 1 + 2 + 1, u = nw/m by 5, and v by 11. v|H′|/H < 0.03, the steps of H round by 3.6, and there are three products. The
 * truncation error of the series is added for each n.
 */
const SERIES_ERROR = 5 + 11 + 4 + 4;
/** x = m·(1/2C_K) errs by 5 and x^n by 5n + (n − 1). */
const MIDDLE_POWER_ERROR = 6;
/**
 * E is computed from x and 1 − x, which err by 5 each. So log x errs by 5·1.16 where 1 − x ≤ 1/4 carries the precision, and by 5/0.2876
 * where x does. The product with n adds 1.
 */
const MIDDLE_LOG_ERROR = NEGATIVE_LOG_ERROR + 18 + 1;
/** F_i = C_i·(1/C_K) errs by 4, so the power errs by 4n + (n − 1), and E by 4/0.2876. */
const QUANTILE_POWER_ERROR = 5;
const QUANTILE_LOG_ERROR = NEGATIVE_LOG_ERROR + 14 + 1;
/** For q = (C_{i−1}/C_i)^n the quotient errs by 4, q by 4n + (n − 1) where it is computed by squaring, and E by 4/0.2876. */
const RATIO_POWER_ERROR = 5;
const RATIO_LOG_ERROR = NEGATIVE_LOG_ERROR + 14 + 1;
/**
 * Outside the range of the series E > 1. So q errs by at most 5·16·e^−1 < 29.5 or (25 + 4)e^−1. The relative errors of 1 − q ≥ 0.63 and
 * of its inverse are 48 and 49. In B = log z − (n−1)/n + V, z = nt/(1−q) errs by 1 + 4 + 49 + 1, which adds to the error of the logarithm.
 * V = (n−1)λq/(1−q) < 0.59 has a relative error of at most 25 + 80 + 49 + 3, so it errs by less than 93. (n−1)/n and the two sums round
 * by 1 + 2(1 + log z) + 1.
 */
const ONE_MINUS_ERROR = 48;
const BRACKET_ERROR = 55 + 93 + 4 + LOG_ERROR;
const BRACKET_LOG_ERROR = 2 + LOG_ERROR;
/** A factor for the rounding of running sums of at most 10^7 positive bounds, and for all neglected higher-order terms. */
const BOUND_SLACK = 1 + 2 ** -20;
/** Smaller powers are set to 0, and the error covers their terms. Denormal products would cost a hundred cycles each. */
const FLUSHED = 2 ** -900;
/** Atoms are left out where the sum of their gaps is less than this share of the whole sum. */
const NEGLIGIBLE = 2 ** -60;

interface Constants extends series.GapSeries {
  readonly formula: Approximation;
}

const constants = new Map<number, Constants>();
const REMEMBERED = 4096;
let last: Constants & { readonly n: number } = {
  n: 0,
  coefficients: new Float64Array(LONG),
  truncation: 0,
  formula: formulaKernel(1),
};

function constantsOf(n: number): Constants {
  if (last.n !== n) last = { n, ...remembered(n) };
  return last;
}

function remembered(n: number): Constants {
  let found = constants.get(n);
  if (!found) {
    if (constants.size >= REMEMBERED) constants.clear();
    found = { ...series.gapSeries(n), formula: formulaKernel(n) };
    constants.set(n, found);
  }
  return found;
}

function powerBySquaring(x: number, n: number): number {
  let result = (n & 1) === 1 ? x : 1;
  let base = x;
  for (let k = n >> 1; k > 0; k >>= 1) {
    base *= base;
    if ((k & 1) === 1) result *= base;
  }
  return result;
}

/**
 * D̃_n − KL = Σ g_i in plain doubles, from the best atom down, by the series of `gapSeries` or, where n·w is not small against C, by
 * g_i = F_i^n·(1 − q)·B as in docs/arithmetic.md. All terms are positive, so the error is relative. The form presupposes the theorem
 * KL ≤ D̃_n: it is a fast enclosure and a cross-check, and no evidence for the theorem.
 *
 * @param negligible share of the sum below which atoms are left out. Those up to i add at most F_i^n·D̃_n, which is in the error.
 */
export function gapKernel(weights: WeightSums, n: number, negligible = NEGLIGIBLE): Approximation {
  return n === 1 ? { hi: 0, lo: 0, error: 0 } : sumOfGaps(weights, n, constantsOf(n), negligible);
}

function sumOfGaps(
  weights: WeightSums,
  n: number,
  { coefficients, formula, truncation }: Constants,
  negligible: number,
): Approximation {
  const { cumulative, size } = weights;
  const h0 = coefficients[0] as number;
  const h1 = coefficients[1] as number;
  const h2 = coefficients[2] as number;
  const h3 = coefficients[3] as number;
  const h4 = coefficients[4] as number;
  const h5 = coefficients[5] as number;
  const heads = weights.cumulativeRest ? weights.mass.heads : null;
  const squared = n <= SQUARED;
  // Used only where powers are not computed by squaring.
  const above = squared ? cumulative : weights.above;
  const total = cumulative[size] as number;
  const inverse = 1 / total;
  const half = 0.5 * inverse;
  const stop = formula.hi / negligible;
  const share = (n - 1) / n;
  let sum = 0;
  let sumRest = 0;
  let bound = 0;
  let rest = FLUSHED * formula.hi;
  let up = total;
  // F_i^n and its error as the previous atom computed them; −1 where it did not compute them.
  let power = 1;
  let powerError = 0;
  for (let i = size; i > 0; i -= 1) {
    const c = up;
    const lower = cumulative[i - 1] as number;
    const w = heads ? (heads[i - 1] as number) : c - lower;
    const m = c + lower;
    up = lower;
    const u = n * (w / m);
    const isSmall = u <= REACH;
    // x is the middle of F_i and F_{i−1}, or F_{i−1}/F_i, or F_1 for the first atom, which has the interval [0, F_1]; t = 1 − x.
    let x: number;
    let t: number;
    if (isSmall) {
      x = m * half;
      t = ((above[i] as number) + (above[i - 1] as number)) * half;
    } else if (i > 1) {
      const perC = 1 / c;
      x = lower * perC;
      t = w * perC;
    } else {
      x = c * inverse;
      t = (above[1] as number) * inverse;
    }
    // One call of each function for the three: the engine inlines only so much code into one function.
    const negative = squared && (isSmall || i === 1) ? 0 : negativeLog(x, t);
    const E = n * negative;
    const q = squared ? powerBySquaring(x, n) : exponential(E);
    let g: number;
    let below: number;
    if (isSmall) {
      const v = u * u;
      let H = h0 + v * (h1 + v * (h2 + v * (h3 + v * (h4 + v * h5))));
      if (u > SHORT_REACH) {
        H = 0;
        for (let k = LONG - 1; k >= 0; k -= 1) H = H * v + (coefficients[k] as number);
      }
      below = q;
      g = below * (u * v * H);
      bound += MIDDLE_LOG_ERROR * (g * E);
      power = -1;
    } else if (i > 1) {
      if (power < 0) {
        const from = squared ? 0 : n * negativeLog(c * inverse, (above[i] as number) * inverse);
        power = squared ? powerBySquaring(c * inverse, n) : exponential(from);
        powerError = squared ? QUANTILE_POWER_ERROR * n : QUANTILE_LOG_ERROR * from + EXPONENTIAL_ERROR;
      }
      const missed = 1 - q;
      const perMissed = 1 / missed;
      const logarithm = log(n * t * perMissed);
      const B = logarithm - share + (n - 1) * negative * q * perMissed;
      const pi = power * missed;
      g = pi * B;
      bound += g * (powerError + ONE_MINUS_ERROR + 2) + pi * (BRACKET_ERROR + BRACKET_LOG_ERROR * logarithm);
      power = power * q < FLUSHED ? 0 : power * q;
      powerError += 1 + (squared ? RATIO_POWER_ERROR * n : RATIO_LOG_ERROR * E + EXPONENTIAL_ERROR);
      below = power;
    } else {
      // The local gap F_1^n·D̃_n.
      below = 0;
      g = q * formula.hi;
      bound += g * (3 + (squared ? QUANTILE_POWER_ERROR * n : QUANTILE_LOG_ERROR * E + EXPONENTIAL_ERROR));
    }
    const s = sum + g;
    const z = s - sum;
    sumRest += sum - (s - z) + (g - z);
    sum = s;
    if ((i & 31) === 0 && below * stop < sum) {
      rest += below * formula.hi * BOUND_SLACK;
      break;
    }
  }
  const everyTerm = SERIES_ERROR + (squared ? MIDDLE_POWER_ERROR * n : EXPONENTIAL_ERROR) + 2 + truncation / U;
  const hi = sum + sumRest;
  return { hi, lo: sumRest - (hi - sum), error: (bound + everyTerm * sum) * U * BOUND_SLACK + rest };
}

/** KL = D̃_n − gap, enclosed through the gap. The smaller the gap, the tighter it is. It is no evidence for KL ≤ D̃_n. */
export function klByGap(weights: WeightSums, n: number, negligible = NEGLIGIBLE): Approximation {
  if (n === 1) return { hi: 0, lo: 0, error: 0 };
  const found = constantsOf(n);
  return subtractApproximations(found.formula, sumOfGaps(weights, n, found, negligible));
}
