import { intervals } from '../arithmetic/interval-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkDraws } from '../policy/draws.ts';

/** Up to this n the coefficients are looked at one by one, beyond as values of a polynomial. */
const ONE_BY_ONE = 64;
/** For larger n Euler and Maclaurin's formula encloses e closely enough; for others H_n is summed. */
const SUMMED = 64;
const DIGITS = 40;
/** Euler's constant lies between this and the next number of 30 decimals. Source: OEIS A001620. */
const EULER = Rational.parse('0.577215664901532860606512090082');
const EULER_ERROR = Rational.of(1, 10n ** 30n);

type Polynomial = readonly Rational[];

/** What is added to H_k − e for k = 2, 3, 4. For k = 1 it is always e − 1, so that the weight is 0. */
type Changes = readonly [Rational, Rational, Rational];

/**
 * Certifies E h(K) ≤ gap for all policies, with the lower weights of `tieWeights`, in exact arithmetic. docs/estimates.md derives the
 * criterion: the coefficients of a polynomial, which has no more positive roots than they have changes of sign, change their sign once,
 * from − to +. They are affine in e, so it is enough that they do so, in the same places, at both ends of an enclosure of e.
 *
 * @param changes what is added to H_k − e for k = 2, 3, 4, to certify other weights
 * @returns whether it is certified; for n ≤ 2, where the weights are 0, always.
 * @throws InputError unless n is an integer from 1 to 10^9.
 *
 * @example
 * certifyLowerWeights(16); // 'true'
 */
export function certifyLowerWeights(n: number, changes = lowerChanges, oneByOne = n <= ONE_BY_ONE): boolean {
  checkDraws(n);
  if (n <= 2) return true;
  const signs = oneByOne ? coefficientSigns : polynomialSigns;
  return changesOnce(
    excess(n).map((e) => signs(n, derivative(n, e, changes(e, n)))),
    -1,
  );
}

/** The same for the upper weights and gap ≤ E h(K), where the change is from + to −. A proof in docs/estimates.md covers all n. */
export function certifyUpperWeights(n: number, changes = upperChanges): boolean {
  checkDraws(n);
  if (n === 1) return true;
  return changesOnce(
    excess(n).map((e) => coefficientSigns(n, derivative(n, e, changes(e, n)))),
    1,
  );
}

/** An enclosure of e = H_n − D̃_n = H_n − log n + 1 − 1/n. */
function excess(n: number): [Rational, Rational] {
  const rest = Rational.of(BigInt(n) - 1n, n);
  if (n > SUMMED) {
    // 1/2n − 1/12n² < H_n − log n − γ < 1/2n − 1/12n² + 1/120n⁴, by Euler and Maclaurin.
    const near = EULER.add(Rational.of(1, 2n * BigInt(n))).sub(Rational.of(1, 12n * BigInt(n) ** 2n));
    const error = Rational.of(1, 120n * BigInt(n) ** 4n);
    return [near.add(rest), near.add(EULER_ERROR).add(error).add(rest)];
  }
  let harmonic = Rational.ZERO;
  for (let k = 1; k <= n; k += 1) harmonic = harmonic.add(Rational.of(1, k));
  const field = intervals(DIGITS);
  const { lo, hi } = field.log(field.rational(Rational.of(n)));
  const end = (log: { toString(): string }): Rational => harmonic.sub(Rational.parse(log.toString())).add(rest);
  return [end(hi), end(lo)];
}

export function upperChanges(e: Rational, _n: number): Changes {
  const second = e.sub(Rational.of(3, 2));
  return [second.sign() > 0 ? second : Rational.ZERO, Rational.ZERO, Rational.ZERO];
}

export function lowerChanges(e: Rational, n: number): Changes {
  const second = e.sub(Rational.of(3, 2));
  if (n === 3) return [second, Rational.ZERO, Rational.ZERO];
  const third = notPositive(second.sub(Rational.of(n - 5, 12 * (n - 2))));
  return [second, third, notPositive(third.add(Rational.of(1, 4 * (n - 2))))];
}

function notPositive(x: Rational): Rational {
  return x.sign() > 0 ? Rational.ZERO : x;
}

/** The coefficients p_0, …, p_3 of P′ in docs/estimates.md. */
function derivative(n: number, e: Rational, [c2, c3, c4]: Changes): Polynomial {
  const N = BigInt(n);
  const falling = [N - 1n, (N - 1n) * (N - 2n), (N - 1n) * (N - 2n) * (N - 3n)];
  const times = (c: Rational, factor: bigint, divisor: bigint): Rational => c.mul(Rational.of(factor, divisor));
  const [f1, f2, f3] = falling as [bigint, bigint, bigint];
  return [
    times(e.sub(Rational.ONE).sub(c2), f1, 1n),
    times(c2.sub(c3), f2, 1n),
    times(c3.sub(c4), f3, 2n),
    times(c4, f3 * (N - 4n), 6n),
  ];
}

/** The signs of (k−1)·C(n,k) − Σ_j p_j·C(n,k−1−j), with k−1−j ≥ 1, for k = 2, …, `last`. */
function coefficientSigns(n: number, p: Polynomial, last = n + 4): number[] {
  const binomials = [1n];
  for (let k = 1; k <= Math.min(n, last); k += 1) {
    binomials.push(((binomials[k - 1] as bigint) * BigInt(n - k + 1)) / BigInt(k));
  }
  const choose = (k: number): Rational => Rational.of(k >= 1 ? (binomials[k] ?? 0n) : 0n);
  return Array.from({ length: last - 1 }, (_, i) => i + 2).map((k) =>
    p.reduce((sum, pj, j) => sum.sub(pj.mul(choose(k - 1 - j))), choose(k).mul(Rational.of(k - 1))).sign(),
  );
}

/**
 * The same for n ≥ 4, with at least as many changes. For k ≥ 5 the coefficients are positive multiples of the values T(k), at integers of
 * [5, n + 4], of a polynomial of degree 5. The signs of T on the interval change no more often than those of the coefficients of
 * (1+z)^5·T((5 + (n+4)z)/(1+z)), in the same direction; these stand in for them.
 */
function polynomialSigns(n: number, p: Polynomial): number[] {
  const below = (j: number): Polynomial => [Rational.of(n + j), Rational.of(-1)];
  const above = (j: number): Polynomial => [Rational.of(-j), Rational.ONE];
  const term = (scale: Rational, ...factors: Polynomial[]): Polynomial => factors.reduce(times, [scale]);
  const [p0, p1, p2, p3] = p.map((pj) => pj.neg()) as [Rational, Rational, Rational, Rational];
  const T = [
    term(Rational.ONE, above(1), below(1), below(2), below(3), below(4)),
    term(p0, above(0), below(2), below(3), below(4)),
    term(p1, above(0), above(1), below(3), below(4)),
    term(p2, above(0), above(1), above(2), below(4)),
    term(p3, above(0), above(1), above(2), above(3)),
  ].reduce(plus);
  const to: Polynomial = [Rational.of(5), Rational.of(n + 4)];
  const one: Polynomial = [Rational.ONE, Rational.ONE];
  const power = (base: Polynomial, k: number): Polynomial =>
    Array.from({ length: k }, () => base).reduce(times, [Rational.ONE]);
  const mapped = T.map((t, k) => times([t], times(power(to, k), power(one, T.length - 1 - k)))).reduce(plus);
  return [...coefficientSigns(n, p, 4), ...mapped.map((c) => c.sign())];
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  const product = Array.from({ length: a.length + b.length - 1 }, () => Rational.ZERO);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product[i + j] = (product[i + j] as Rational).add(x.mul(y)).reduced();
  return product;
}

function plus(a: Polynomial, b: Polynomial): Polynomial {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => (a[i] ?? Rational.ZERO).add(b[i] ?? Rational.ZERO).reduced());
}

/** Whether all lists of signs are equal and, without zeros, begin with some of `first` and end with some of the other sign. */
function changesOnce(lists: readonly (readonly number[])[], first: -1 | 1): boolean {
  const [signs = []] = lists;
  if (lists.some((list) => list.join() !== signs.join())) return false;
  const shown = signs.filter((sign) => sign !== 0);
  const changes = shown.filter((sign, i) => i > 0 && sign !== shown[i - 1]).length;
  return shown[0] === first && changes === 1;
}
