import { bitLength } from '../arithmetic/bigint.ts';
import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Draws, integerDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

/** Each atom needs sums of n terms with numbers of n bits. With more draws these take minutes. */
export const MAX_DRAWS = 1024;
/** Powers of the density are polynomials. This is the largest degree that is integrated. */
const MAX_DEGREE = 4096n;

/**
 * The j-th smallest reward of n draws: G(u) = P(Bin(n, u) ≥ j), the law of Beta(j, n+1−j). j = n is best-of-n, j = 1 worst-of-n.
 * Source: docs/theory-selections.md. @throws InputError unless j and n are integers with 1 ≤ j ≤ n ≤ 1024.
 *
 * @example
 * orderStatistic(2, 3).name; // 'order statistic 2 of 3'
 */
export function orderStatistic(j: number, n: Draws): RankRule {
  const draws = integerDraws(n);
  if (draws > MAX_DRAWS) throw new InputError(`order statistics are limited to ${MAX_DRAWS} draws, not ${draws}`);
  if (!Number.isInteger(j) || j < 1 || j > draws)
    throw new InputError(
      `the place of an order statistic of ${draws} draws must be an integer from 1 to ${draws}, not ${j}`,
    );
  return {
    name: `order statistic ${j} of ${draws}`,
    n: Rational.of(draws),
    shape: j === draws ? 'convex' : j === 1 ? 'concave' : 'neither',
    isIdentity: draws === 1,
    degree: Rational.of(draws),
    // Binomials have n bits, and those of the squared density twice as many.
    guardBits: 2 * draws + 2 * bitLength(BigInt(draws)),
    over: (field) => beta(field, j, draws),
  };
}

function beta<Q, T>(field: LogField<Q, T>, j: number, n: number): Distortion<Q, T> {
  const [one, zero] = [field.rational(Rational.ONE), field.rational(Rational.ZERO)];
  const scale = BigInt(j) * (binomials(n)[j] as bigint);
  const [below, above] = [field.rational(Rational.of(j - 1)), field.rational(Rational.of(n - j))];
  const logScale = (): T => field.log(field.rational(Rational.of(scale)));

  /** P(Bin(m, u) ≥ i) for i = 0 … m + 1, each by the fewer terms: what is at least i, or 1 less what is below. */
  const tails = (m: number, u: Rational): Q[] => {
    const [ups, downs] = [powers(field, u, m), powers(field, Rational.ONE.sub(u), m)];
    const terms = binomials(m).map((count, i) =>
      field.mul(field.rational(Rational.of(count)), field.mul(ups[i] as Q, downs[m - i] as Q)),
    );
    const atLeast = Array<Q>(m + 2).fill(zero);
    for (let i = m; 2 * i > m; i -= 1) atLeast[i] = field.add(atLeast[i + 1] as Q, terms[i] as Q);
    let below = zero;
    for (let i = 0; 2 * i <= m; i += 1) {
      atLeast[i] = field.sub(one, below);
      below = field.add(below, terms[i] as Q);
    }
    return atLeast;
  };
  const tail = (m: number, k: number, u: Rational): Q => tails(m, u)[k] as Q;
  /** Σ_{i=k}^n P(Bin(n, u) ≥ i)/i = ∫_0^u P(Bin(n, t) ≥ k)/t dt, from all these tails. */
  const integral = (k: number, all: readonly Q[]): Q => {
    let sum = zero;
    for (let i = k; i <= n; i += 1) sum = field.add(sum, field.mul(field.rational(Rational.of(1, i)), all[i] as Q));
    return sum;
  };
  /** x log u, and 0 at u = 0, where x is 0 too. */
  const timesLog = (x: Q, u: Rational): T =>
    u.sign() === 0 ? field.lift(zero) : field.scale(x, field.log(field.rational(u)));
  /** ∫_0^u of log t against the density of the k-th smallest, by parts. */
  const withLog = (k: number, u: Rational): T => {
    const all = tails(n, u);
    return field.minus(timesLog(all[k] as Q, u), field.lift(integral(k, all)));
  };
  /** −∫_u^1 g(t) log(1−t) dt, the mirror image of `withLog`. */
  const withLogAway = (u: Rational): T => field.minus(field.lift(zero), withLog(n + 1 - j, Rational.ONE.sub(u)));
  const cdf = (u: Rational): Q => tail(n, j, u);
  /** ∫ log t over [a, b] */
  const logs = (a: Rational, b: Rational): T => {
    const at = (u: Rational): T => field.minus(timesLog(field.rational(u), u), field.lift(field.rational(u)));
    return field.minus(at(b), at(a));
  };
  return {
    cdf,
    entropy(a, b) {
      const constant = field.scale(field.sub(cdf(b), cdf(a)), logScale());
      const low = j === 1 ? field.lift(zero) : field.scale(below, field.minus(withLog(j, b), withLog(j, a)));
      const high = j === n ? field.lift(zero) : field.scale(above, field.minus(withLogAway(b), withLogAway(a)));
      return field.plus(constant, field.plus(low, high));
    },
    crossEntropy(a, b) {
      const constant = field.scale(field.rational(b.sub(a)), logScale());
      const low = field.scale(below, logs(a, b));
      const high = field.scale(above, logs(Rational.ONE.sub(b), Rational.ONE.sub(a)));
      return field.minus(field.lift(zero), field.plus(constant, field.plus(low, high)));
    },
    mean(a, b) {
      const rise = field.sub(tail(n + 1, j + 1, b), tail(n + 1, j + 1, a));
      return field.mul(field.rational(Rational.of(j, n + 1)), rise);
    },
    power(a, b, alpha) {
      if (alpha.den !== 1n || alpha.num * BigInt(n - 1) > MAX_DEGREE)
        throw new DomainError(
          `on a continuous part, the power ${alpha} of the density of order statistic ${j} of ${n} is not supported: it must be an integer of at most ${MAX_DEGREE}/(n − 1)`,
        );
      const order = Number(alpha.num);
      // (scale)^α ∫ t^(α(j−1)) (1−t)^(α(n−j)) dt, an incomplete beta function of integers.
      const [p, q] = [order * (j - 1), order * (n - j)];
      const rise = field.sub(tail(p + q + 1, p + 1, b), tail(p + q + 1, p + 1, a));
      const weight = Rational.of(scale ** BigInt(order), BigInt(p + q + 1) * (binomials(p + q)[p] as bigint));
      return field.mul(field.rational(weight), rise);
    },
    supremum(a, b) {
      const mode = n === 1 ? a : Rational.of(j - 1, n - 1);
      const top = mode.compare(a) < 0 ? a : mode.compare(b) > 0 ? b : mode;
      const powers = field.mul(
        field.pow(field.rational(top), BigInt(j - 1)),
        field.pow(field.rational(Rational.ONE.sub(top)), BigInt(n - j)),
      );
      return field.mul(field.rational(Rational.of(scale)), powers);
    },
  };
}

/** u^0, …, u^m */
function powers<Q, T>(field: LogField<Q, T>, u: Rational, m: number): Q[] {
  const base = field.rational(u);
  const found = [field.rational(Rational.ONE)];
  for (let i = 1; i <= m; i += 1) found.push(field.mul(found[i - 1] as Q, base));
  return found;
}

/** C(m, 0), …, C(m, m) */
function binomials(m: number): bigint[] {
  const row = [1n];
  for (let i = 1; i <= m; i += 1) row.push(((row[i - 1] as bigint) * BigInt(m - i + 1)) / BigInt(i));
  return row;
}
