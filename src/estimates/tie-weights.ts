import { checkDraws } from '../policy/draws.ts';
import { certifyLowerWeights } from './certify-tie-weights.ts';
import { formula } from './formula.ts';
import { remembered } from './remembered.ts';

/**
 * Weights h(0), …, h(n) of the number K of draws that tie for best among n: E h(K) bounds the gap D̃_n − KL, from above with `upper` and
 * from below with `lower`.
 */
export interface TieWeights {
  readonly n: number;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

const REMEMBERED = 64;
const weights = remembered(REMEMBERED, weightsOf);

/**
 * The weights for n draws. With e = H_n − D̃_n and H_k = 1 + 1/2 + … + 1/k:
 *
 *   upper: h(k) = max(0, H_k − e),
 *   lower: h(k) = H_k − e for k ≥ 5, h(1) = h(2) = 0, h(3) = (n−1)/(4(n−2)), h(4) = H_4 − e − max(0, H_3 − e − h(3) − 1/(4(n−2))) for
 *   n ≥ 4, with which the series of Σ C(n,k) t^k (1−t)^(n−k) h(k) at t = 0 agrees with that of γ(t) as far as possible.
 *
 * So h(n) = D̃_n: where all draws tie, nothing is spent. The weights increase with k and lie in [0, D̃_n].
 *
 * Guarantee: doubles with an error below 1e−12. docs/estimates.md derives that the means are bounds. For `lower` it is certified
 * here, by `certifyLowerWeights`; without a certificate they would be 0. Source: ours.
 * @throws InputError unless n is an integer from 1 to 10^9; RangeError where memory for n weights is missing.
 *
 * @example
 * tieWeights(2).upper[2].toFixed(6); // '0.193147'
 */
export function tieWeights(n: number): TieWeights {
  checkDraws(n);
  return weights(n);
}

function weightsOf(n: number): TieWeights {
  const upper = fromTheTop(n);
  const lower = new Float64Array(n + 1);
  if (n <= 2 || !certifyLowerWeights(n)) return { n, upper, lower };
  lower.set(upper.subarray(3), 3);
  if (n >= 4) {
    const third = (n - 1) / (4 * (n - 2));
    const excess = (upper[3] as number) - third;
    lower[3] = third;
    lower[4] = (upper[4] as number) - Math.max(0, excess - 1 / (4 * (n - 2)));
  }
  return { n, upper, lower };
}

/** D̃_n − 1/n − 1/(n−1) − … as long as it is positive, where `lost` is what the sums so far have lost by rounding (Kahan). */
function fromTheTop(n: number): Float64Array {
  const weights = new Float64Array(n + 1);
  let [h, lost] = [formula(n), 0];
  for (let k = n; k >= 1 && h > 0; k -= 1) {
    weights[k] = h;
    const step = -1 / k - lost;
    const next = h + step;
    lost = next - h - step;
    h = next;
  }
  return weights;
}
