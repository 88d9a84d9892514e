import { Rational } from '../arithmetic/rational.ts';

/** The number of coefficients, more than the certifier uses. */
const TERMS = 18;
/** |γ_k| ≤ 8n^k, by Cauchy's estimate on |t| = 1/n: docs/regions.md. */
const COEFFICIENT = Rational.of(8);

/**
 * γ_0, …, γ_(TERMS−1) of γ(t) = −(1 − q^n)(log μ + 1 − 1/n) − (n−1)q^n log q, with q = 1 − t and μ = (1 − q^n)/(nt), from binomial
 * coefficients; log μ is the integral of μ′/μ.
 */
function topGapCoefficients(n: number): Rational[] {
  const ks = Array.from({ length: TERMS }, (_, k) => k);
  const draws = BigInt(n);
  let binomial = 1n;
  const power = [...ks, TERMS].map((k) => {
    if (k > 0) binomial = (binomial * (BigInt(k) - 1n - draws)) / BigInt(k);
    return Rational.of(binomial);
  });
  const missed = power.map((c, k) => (k === 0 ? Rational.ZERO : c.neg()));
  const mean = ks.map((k) => (missed[k + 1] as Rational).div(Rational.of(n)).reduced());
  // Solve μ·r = μ′ from the lowest coefficient up; μ_0 = 1.
  const rate: Rational[] = [];
  for (const k of ks.slice(0, -1)) {
    let left = (mean[k + 1] as Rational).mul(Rational.of(k + 1));
    rate.forEach((r, j) => {
      left = left.sub(r.mul(mean[k - j] as Rational));
    });
    rate.push(left.reduced());
  }
  const share = Rational.of(draws - 1n, draws);
  const logMean = ks.map((k) => (k === 0 ? share : (rate[k - 1] as Rational).div(Rational.of(k))));
  const logRest = ks.map((k) => (k === 0 ? Rational.ZERO : Rational.of(1n - draws, -k)));
  return ks.map((k) => {
    let sum = Rational.ZERO;
    for (let j = 0; j <= k; j += 1) {
      sum = sum.sub((missed[j] as Rational).mul(logMean[k - j] as Rational));
      sum = sum.add((power[j] as Rational).mul(logRest[k - j] as Rational));
    }
    return sum.reduced();
  });
}

/**
 * Whether d(t) ≥ 0 on (0, to], with to < 1/n, for d = bound·t^p − γ, or d = γ′ − bound·t² where p is null. The lowest nonzero term must
 * outweigh all negative terms and the tail at `to`, and then it does so on all of (0, to].
 */
export function holdsNearZero(n: number, power: 2 | 3 | null, bound: Rational, to: Rational): boolean {
  const y = to.mul(Rational.of(n));
  if (y.compare(Rational.ONE) >= 0) return false;
  const gamma = topGapCoefficients(n);
  const away = Rational.ONE.sub(y);
  let d: Rational[];
  let tail: Rational;
  if (power === null) {
    d = gamma.slice(1).map((c, k) => c.mul(Rational.of(k + 1)));
    d[2] = (d[2] as Rational).sub(bound);
    // Σ_{k ≥ T} k·n·y^(k−1) = n·y^(T−1)·(T − (T−1)y)/(1 − y)².
    const sum = y.pow(TERMS - 1).mul(Rational.of(TERMS).sub(y.mul(Rational.of(TERMS - 1))));
    tail = COEFFICIENT.mul(Rational.of(n)).mul(sum).div(away.pow(2));
  } else {
    d = gamma.map((c) => c.neg());
    d[power] = (d[power] as Rational).add(bound);
    tail = COEFFICIENT.mul(y.pow(TERMS)).div(away);
  }
  const lowest = d.findIndex((c) => c.sign() !== 0);
  if (lowest < 0) return false;
  let total = (d[lowest] as Rational).mul(to.pow(lowest)).sub(tail);
  for (let k = lowest + 1; k < d.length; k += 1) {
    const c = d[k] as Rational;
    if (c.sign() < 0) total = total.add(c.mul(to.pow(k)));
  }
  return total.sign() >= 0;
}
