import { DomainError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** The most samples. The numbers of partitions are added one by one. */
const MAX_SAMPLES = 1000;

/**
 * The mean of the plug-in estimate Σ x_(i) ((i/N)^n − ((i−1)/N)^n) of the mean reward of best-of-n, over N independent samples with the
 * sorted rewards x_(1) ≤ … ≤ x_(N).
 *
 * The estimate is the mean of the best of n places drawn with replacement. If these are d different places, it is the best of d samples, so
 * the mean is Σ_d P(d) E max of d, with P(d) = N!/(N−d)! S(n, d)/N^n and S the Stirling numbers of the second kind.
 *
 * Source: docs/theory-falsehoods.md. Guarantee: exact.
 * @param rewards the rewards of the atoms
 * @throws DomainError unless n and N are integers from 1 to 1000.
 */
export function plugInMean(policy: FinitePolicy, rewards: readonly Rational[], n: number, samples: number): Rational {
  for (const [name, value] of [
    ['n', n],
    ['N', samples],
  ] as const)
    if (!Number.isInteger(value) || value < 1 || value > MAX_SAMPLES)
      throw new DomainError(`${name} must be an integer from 1 to ${MAX_SAMPLES}, not ${value}`);
  const all = BigInt(samples);
  const places = all ** BigInt(n);
  let sum = Rational.ZERO;
  let choices = 1n;
  for (const [i, partitions] of partitionsOf(n).entries()) {
    const d = i + 1;
    if (d > samples) break;
    choices *= all - BigInt(i);
    sum = sum.add(Rational.of(choices * partitions, places).mul(meanOfBest(policy, rewards, d)));
  }
  return sum;
}

/** S(n, 1), …, S(n, n): the numbers of partitions of n things into so many sets. */
function partitionsOf(n: number): bigint[] {
  let row = [1n];
  for (let size = 2; size <= n; size += 1)
    row = Array.from({ length: size }, (_, i) => (row[i - 1] ?? 0n) + BigInt(i + 1) * (row[i] ?? 0n));
  return row;
}

/** E max of d samples, exactly: Σ r_i (F_i^d − F_{i−1}^d). */
export function meanOfBest(
  { cumulative, total, atoms }: FinitePolicy,
  rewards: readonly Rational[],
  d: number,
): Rational {
  const power = BigInt(d);
  const whole = total ** power;
  return atoms.reduce((sum, _, i) => {
    const rise = (cumulative[i + 1] as bigint) ** power - (cumulative[i] as bigint) ** power;
    return sum.add((rewards[i] as Rational).mul(Rational.of(rise, whole)));
  }, Rational.ZERO);
}
