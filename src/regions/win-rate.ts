import { DomainError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';

/**
 * 2(n+1) times the local term of the win rate is (n−1) − (n+1)a + (n+1)a^n − (n−1)a^(n+1), which is divisible by (1 − a)³. This returns the
 * coefficients of the quotient, from a^0 up, by three synthetic divisions, each of which is a running sum.
 */
export function quotientCoefficients(n: number): bigint[] {
  let polynomial: bigint[] = Array.from({ length: n + 2 }, () => 0n);
  const add = (k: number, value: bigint): void => {
    polynomial[k] = (polynomial[k] as bigint) + value;
  };
  const draws = BigInt(n);
  add(0, draws - 1n);
  add(1, -draws - 1n);
  add(n, draws + 1n);
  add(n + 1, 1n - draws);
  for (let division = 0; division < 3; division += 1) {
    let sum = 0n;
    polynomial = polynomial.map((c) => {
      sum += c;
      return sum;
    });
    if (polynomial.pop() !== 0n) throw new DomainError('(1 − a)³ does not divide the local term');
  }
  return polynomial;
}

/** The quotient at a, divided by 2(n+1): the local term divided by t³ at t = 1 − a. */
export function ratioAt(coefficients: readonly bigint[], n: number, a: Rational): Rational {
  // Horner on integers: with a = p/q, Σ c_k p^k q^(d−k) over q^d.
  let value = 0n;
  let scale = 1n;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) {
    value = value * a.num + (coefficients[k] as bigint) * scale;
    scale *= a.den;
  }
  return Rational.of(value, (scale / a.den) * (2n * BigInt(n) + 2n));
}
