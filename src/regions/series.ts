import { Rational } from '../arithmetic/rational.ts';

/** The series are used on 0 < x ≤ REACH. */
export const REACH = Rational.of(1, 4);

/**
 * |G_k| ≤ COEFFICIENT for all coefficients of G(x) = Σ G_k x^k, for all n ≥ 2 and the limit, by Cauchy's estimate on |x| = 1. There
 * |E| ≤ e, |xM| = |1 − E| ≤ e − 1, |M − 1| ≤ Σ_{k≥1} 1/(k+1)! = e − 2, so |log M| ≤ −log(3 − e) < 1.27, and |log E| ≤ −n log(1 − 1/n)
 * ≤ 2 log 2. So |G| ≤ 1.72·(1.27 + 1) + 2.72·1.39 < 7.7.
 */
const COEFFICIENT = Rational.of(8);

/** The number of coefficients: G_0 to G_(TERMS−1). */
export const TERMS = 15;

type Series = readonly Rational[];

function series(coefficient: (k: number) => Rational): Rational[] {
  return Array.from({ length: TERMS }, (_, k) => coefficient(k).reduced());
}

function at(a: Series, k: number): Rational {
  return a[k] as Rational;
}

function convolution(a: Series, b: Series): Rational[] {
  return series((k) => {
    let sum = Rational.ZERO;
    for (let j = 0; j <= k; j += 1) sum = sum.add(at(a, j).mul(at(b, k - j)));
    return sum;
  });
}

/** The logarithm of a series with constant term 1: k·l_k = k·a_k − Σ j·l_j·a_(k−j). */
function logarithm(a: Series): Rational[] {
  const l: Rational[] = [Rational.ZERO];
  for (let k = 1; k < TERMS; k += 1) {
    let sum = at(a, k).mul(Rational.of(k));
    for (let j = 1; j < k; j += 1)
      sum = sum.sub(
        at(l, j)
          .mul(at(a, k - j))
          .mul(Rational.of(j)),
      );
    l.push(sum.div(Rational.of(k)).reduced());
  }
  return l;
}

/**
 * G_0, …, G_(TERMS−1), exactly, from G′ = F(log F − log M) − F + M. The coefficients of F = (1 − νx)^(n−1) are
 * (−1)^k Π_{j≤k} (1 − jν)/j. M is the mean of F(sx) over 0 ≤ s ≤ 1, so its coefficients are those divided by k + 1.
 */
export function gapCoefficients(n: number | null): Rational[] {
  const nu = n === null ? Rational.ZERO : Rational.of(1, n);
  const rest = Rational.ONE.sub(nu);
  let power = Rational.ONE;
  const F = series((k) => {
    if (k > 0) power = power.mul(Rational.of(k).mul(nu).sub(Rational.ONE)).div(Rational.of(k)).reduced();
    return power;
  });
  const M = F.map((c, k) => c.div(Rational.of(k + 1)));
  const logF = series((k) => (k === 0 ? Rational.ZERO : rest.mul(nu.pow(k - 1)).div(Rational.of(-k))));
  const logM = logarithm(M);
  const product = convolution(
    F,
    logF.map((c, k) => c.sub(at(logM, k))),
  );
  const slope = product.map((c, k) => c.sub(at(F, k)).add(at(M, k)));
  return series((k) => (k === 0 ? Rational.ZERO : at(slope, k - 1).div(Rational.of(k))));
}

/** Σ_{k ≥ TERMS} COEFFICIENT·x^k. */
export function tailOfGap(x: Rational): Rational {
  return COEFFICIENT.mul(x.pow(TERMS)).div(Rational.ONE.sub(x));
}

/** Σ_{k ≥ TERMS} COEFFICIENT·k·x^(k−1). */
export function tailOfSlope(x: Rational): Rational {
  const gone = Rational.ONE.sub(x);
  const sum = x.pow(TERMS - 1).mul(Rational.of(TERMS).sub(x.mul(Rational.of(TERMS - 1))));
  return COEFFICIENT.mul(sum).div(gone.mul(gone));
}

/**
 * The sign on (0, reach] of the series Σ d_k x^k with the given tail at `reach`: 1 for ≥ 0, −1 for < 0, 0 where neither is shown. The
 * lowest nonzero term must outweigh the tail and the terms of opposite sign at `reach`. All these are of higher order, so that it outweighs
 * them at smaller x too.
 */
export function signNearZero(d: readonly Rational[], tail: Rational, reach: Rational): -1 | 0 | 1 {
  const lowest = d.findIndex((c) => c.sign() !== 0);
  if (lowest < 0) return 0;
  const first = at(d, lowest);
  let others = tail.div(reach.pow(lowest));
  for (let k = lowest + 1; k < d.length; k += 1) {
    if (at(d, k).sign() === -first.sign())
      others = others.add(
        at(d, k)
          .abs()
          .mul(reach.pow(k - lowest)),
      );
  }
  return first.abs().compare(others) > 0 ? (first.sign() as -1 | 1) : 0;
}
