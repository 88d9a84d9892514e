/**
 * The coefficients of H by expanding the local gap itself in u, not through the Bregman form that the sources use: with b = 1 + u/n and
 * a = 1 − u/n, g = (n−1)(b^n log b − a^n log a) − (b^n − a^n)((n−1)/n + log S), S = (b^n − a^n)/2u, and H(u²) = g/u³.
 *
 * Fixed point at 1024 bits with TERMS powers of u: coefficients and their products are below 2^8, so that the roundings of all sums
 * together stay below 2^−1000, and what is left out at u ≤ 1/2 below 2^−160: the nearest singularity is that of log a at u = n ≥ 2.
 */
export const BITS = 1024n;
const ONE = 1n << BITS;
/** Powers of u²; of u there are twice as many and three. */
export const TERMS = 42;
const POWERS = 2 * TERMS + 3;

type Series = bigint[];

function product(a: Series, b: Series): Series {
  return a.map((_, k) => {
    let sum = 0n;
    for (let j = 0; j <= k; j += 1) sum += (a[j] as bigint) * (b[k - j] as bigint);
    return sum >> BITS;
  });
}

/** log of a series that begins with 1: k·l_k = k·s_k − Σ j·l_j·s_{k−j}. */
function logarithmOf(s: Series): Series {
  const l: Series = [0n];
  for (let k = 1; k < s.length; k += 1) {
    let sum = (BigInt(k) * (s[k] as bigint)) << BITS;
    for (let j = 1; j < k; j += 1) sum -= BigInt(j) * (l[j] as bigint) * (s[k - j] as bigint);
    l.push((sum >> BITS) / BigInt(k));
  }
  return l;
}

/** h_0, …, h_{TERMS−1} in units of 2^−1024. */
export function coefficientsOfH(n: number): Series {
  const N = BigInt(n);
  // (1 + u/n)^n and log(1 + u/n)
  const power: Series = [ONE];
  const log: Series = [0n];
  for (let j = 1n; j < POWERS; j += 1n) {
    power.push(((power.at(-1) as bigint) * (N - j + 1n)) / (N * j));
    log.push((j % 2n === 1n ? ONE : -ONE) / (j * N ** j));
  }
  const both = product(power, log);
  const odd = (series: Series): Series => Array.from({ length: TERMS + 1 }, (_, k) => series[2 * k + 1] as bigint);
  const S = odd(power);
  const bracket = logarithmOf(S);
  bracket[0] = (ONE * (N - 1n)) / N;
  const second = product(S, bracket);
  const first = odd(both);
  // g/2u has the coefficients below, of which the first is 0
  return Array.from({ length: TERMS }, (_, k) => {
    return 2n * ((N - 1n) * (first[k + 1] as bigint) - (second[k + 1] as bigint));
  });
}
