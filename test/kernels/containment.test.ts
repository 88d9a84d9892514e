import { describe, expect, test } from 'vitest';
import type { Approximation } from '../../src/arithmetic/approximation.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { estimatorMeanKernel } from '../../src/kernels/estimator.ts';
import { formulaKernel } from '../../src/kernels/formula.ts';
import { gapKernel, klByGap } from '../../src/kernels/gap.ts';
import { klKernel } from '../../src/kernels/kl.ts';
import { WeightSums } from '../../src/kernels/weights.ts';
import { winRateKernel } from '../../src/kernels/win-rate.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const DIGITS = 70;
/** A larger bound would decide nothing that plain doubles do not. */
const USEFUL = 1e-17;

/** The reference enclosure must lie wholly within hi + lo ± error. */
function expectContained({ hi, lo, error }: Approximation, reference: Real, name: string): void {
  const field = intervals(DIGITS);
  const middle = Rational.fromDouble(hi).add(Rational.fromDouble(lo));
  const radius = Rational.fromDouble(error);
  const { lo: low, hi: high } = reference.enclose(DIGITS);
  expect(field.rational(middle.sub(radius)).hi.lte(low), `${name}: too high`).toBe(true);
  expect(field.rational(middle.add(radius)).lo.gte(high), `${name}: too low`).toBe(true);
}

function expectInside(approximation: Approximation, reference: Real, name: string): void {
  expectContained(approximation, reference, name);
  expect(approximation.error, name).toBeLessThan(USEFUL);
}

const shapes: [string, (size: number) => bigint[]][] = [
  ['uniform', (size) => Array.from({ length: size }, () => 1n)],
  ['mixed', (size) => Array.from({ length: size }, (_, i) => 1n + BigInt((i * 7919) % 1009))],
  ['one huge at the bottom', (size) => Array.from({ length: size }, (_, i) => (i === 0 ? 2n ** 45n : 1n))],
  ['one huge at the top', (size) => Array.from({ length: size }, (_, i) => (i === size - 1 ? 2n ** 45n : 1n))],
  ['geometric', (size) => Array.from({ length: size }, (_, i) => 2n ** BigInt(i % 40))],
  ['thirty digits', (size) => Array.from({ length: size }, (_, i) => 1n + (7919n ** BigInt(i + 9) % 10n ** 30n))],
  [
    'one mass of 10^−31 at the top',
    (size) => Array.from({ length: size }, (_, i) => (i === size - 1 ? 1n : 10n ** 30n + BigInt(i))),
  ],
  [
    'masses of 10^−31 at the bottom',
    (size) => Array.from({ length: size }, (_, i) => (i < size - 1 ? 1n + BigInt(i) : 10n ** 31n)),
  ],
];
const SIZES = [1, 2, 3, 10, 60];
const DRAWS = [1, 2, 3, 16, 1000, 10 ** 6, 10 ** 9];

function weightsOf(policy: FinitePolicy): WeightSums {
  const weights = WeightSums.of(policy.atoms, policy.total);
  if (!weights) throw new Error('the policy does not fit into doubles');
  return weights;
}

describe.each(shapes)('kernels contain the sums of %s policies', (_, make) => {
  test.each(SIZES)('of %i outcomes', (size) => {
    for (const n of DRAWS) {
      const policy = FinitePolicy.fromWeights(make(size));
      const weights = weightsOf(policy);
      const q = new BestOfN(policy, n);
      expectInside(klKernel(weights, n), q.kl, `KL, n = ${n}`);
      expectInside(winRateKernel(weights, n), q.winRate, `W, n = ${n}`);
      expectInside(estimatorMeanKernel(policy, weights, n), q.estimatorMean, `E D̂, n = ${n}`);
      expectInside(formulaKernel(n), q.atomlessKl, `formula, n = ${n}`);
      expectContained(gapKernel(weights, n), q.gap, `gap, n = ${n}`);
      expectContained(klByGap(weights, n), q.kl, `KL by the gap, n = ${n}`);
    }
  });
});

test('ties: the estimator is taken at the outcomes’ own masses', () => {
  const policy = FinitePolicy.fromRanked([3n, 1n, 4n, 1n, 5n, 9n], [0, 0, 1, 2, 2, 2]);
  for (const n of DRAWS) {
    const q = new BestOfN(policy, n);
    expectInside(estimatorMeanKernel(policy, weightsOf(policy), n), q.estimatorMean, `n = ${n}`);
  }
});

test('totals from 2^106 on are left to the next tier', () => {
  const [{ atoms, total }, larger] = [
    [1n, 2n ** 106n - 2n],
    [1n, 2n ** 106n - 1n],
  ].map((w) => FinitePolicy.fromWeights(w)) as [FinitePolicy, FinitePolicy];
  expect(WeightSums.of(atoms, total)).not.toBeNull();
  expect(WeightSums.of(larger.atoms, larger.total)).toBeNull();
});
