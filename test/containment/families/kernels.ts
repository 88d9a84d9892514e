/** The kernels against the definitions at 384 bits, on every grid and on random policies. */
import type { Approximation } from '../../../src/arithmetic/approximation.ts';
import { estimatorMeanKernel } from '../../../src/kernels/estimator.ts';
import { formulaKernel } from '../../../src/kernels/formula.ts';
import { gapKernel, klByGap } from '../../../src/kernels/gap.ts';
import { klKernel } from '../../../src/kernels/kl.ts';
import { WeightSums } from '../../../src/kernels/weights.ts';
import { winRateKernel } from '../../../src/kernels/win-rate.ts';
import { FinitePolicy } from '../../../src/policy/finite-policy.ts';
import { integer } from '../draws.ts';
import { drawn, type Family, grid, SIDE, type Tape } from '../family.ts';
import { DRAWS, drawDeep, drawInstance, drawLong, drawTied, drawTiniest, showInstance } from '../policies.ts';
import { policyGrids } from '../policy-grids.ts';
import { dyadic, floorAt, quotientUp, ratio, size, sumOf } from '../reference/dyadic.ts';
import * as reference from '../reference/policy.ts';

type Instance = reference.Instance;

interface Kernel {
  readonly name: string;
  readonly exact: (instance: Instance) => bigint;
  /** One enclosure for each way of calling it. */
  readonly run: (instance: Instance) => readonly Approximation[];
}

function sumsOf(instance: Instance): WeightSums {
  const weights = reference.levels(instance);
  const sums = WeightSums.of(
    weights,
    weights.reduce((a, b) => a + b, 0n),
  );
  if (!sums) throw new RangeError('weights from 2^106 on have no kernel');
  return sums;
}

function policyOf({ weights, ranks }: Instance): FinitePolicy {
  return ranks ? FinitePolicy.fromRanked(weights, ranks) : FinitePolicy.fromWeights(weights);
}

type Stopping = (weights: WeightSums, n: number, negligible?: number) => Approximation;

/** Stopping as it does by itself, and never. */
function bothWays(kernel: Stopping): Kernel['run'] {
  return (instance) => {
    const sums = sumsOf(instance);
    return [kernel(sums, instance.n), kernel(sums, instance.n, 0)];
  };
}

/** So early that what is left out is most of the error. */
function early(kernel: Stopping): Kernel['run'] {
  return (instance) => [2 ** -4, 2 ** -20].map((share) => kernel(sumsOf(instance), instance.n, share));
}

const kernels: Kernel[] = [
  {
    name: 'klKernel',
    exact: reference.kl,
    run: bothWays(klKernel),
  },
  {
    name: 'winRateKernel',
    exact: reference.winRate,
    run: (instance) => [winRateKernel(sumsOf(instance), instance.n)],
  },
  {
    name: 'estimatorMeanKernel',
    exact: reference.estimatorMean,
    run: (instance) => {
      const policy = policyOf(instance);
      const sums = WeightSums.of(policy.atoms, policy.total) as WeightSums;
      return [estimatorMeanKernel(policy, sums, instance.n)];
    },
  },
  {
    name: 'gapKernel',
    exact: reference.gap,
    run: bothWays(gapKernel),
  },
  {
    name: 'klByGap',
    exact: reference.kl,
    run: bothWays(klByGap),
  },
];

/** |hi + lo − value| over the error. The reference is 0 only for values that are 0 by structure, and then it has no error. */
function shareOf({ hi, lo, error }: Approximation, value: bigint): number {
  if (!(error >= 0) || !Number.isFinite(hi) || !Number.isFinite(lo)) return Number.POSITIVE_INFINITY;
  const middle = sumOf(hi, lo);
  if (value === 0n) return ratio(size(middle), dyadic(error));
  const off = floorAt(middle, reference.BITS) - value;
  return quotientUp((off < 0n ? -off : off) + reference.ERROR, floorAt(dyadic(error), reference.BITS));
}

function worstShare({ exact, run }: Kernel, instance: Instance): number {
  const value = exact(instance);
  return Math.max(...run(instance).map((approximation) => shareOf(approximation, value)));
}

const random: [string, (tape: Tape) => Instance, boolean, number][] = [
  ['few outcomes', drawInstance, false, 16_384],
  ['many outcomes', drawLong, false, 2048],
  ['many small outcomes below', drawDeep, true, 1024],
  ['ties', drawTied, false, 2048],
  ['masses near 2^−106', drawTiniest, true, 8192],
];

const stopping: Kernel[] = [
  { name: 'klKernel stopped early', exact: reference.kl, run: early(klKernel) },
  { name: 'gapKernel stopped early', exact: reference.gap, run: early(gapKernel) },
];

function onGrids(kernel: Kernel): Family[] {
  return policyGrids.map(({ name, at, rows = SIDE }) => {
    const slow = rows * SIDE;
    return grid({ name: `${kernel.name}: ${name}`, at, slow, fast: rows < SIDE ? 256 : 512, ...shared(kernel) });
  });
}

function atRandom(kernel: Kernel): Family[] {
  return random.map(([name, draw, nearDegenerate, slow]) => {
    const fast = Math.ceil(slow / 16);
    return drawn({ name: `${kernel.name}: ${name}`, draw, nearDegenerate, slow, fast, ...shared(kernel) });
  });
}

function shared(kernel: Kernel) {
  const share = (instance: Instance): number => worstShare(kernel, instance);
  return { bound: `${kernel.name}’s enclosure`, share, show: showInstance };
}

const formulaShare = (n: number): number => shareOf(formulaKernel(n), n === 1 ? 0n : reference.formula(n));

export const kernelFamilies: Family[] = [
  ...kernels.flatMap((kernel) => [...onGrids(kernel), ...atRandom(kernel)]),
  ...stopping.flatMap(atRandom),
  grid({
    name: 'formulaKernel: n = 1 … 16384',
    bound: 'formulaKernel’s enclosure',
    nearDegenerate: false,
    at: (row, column) => 1 + SIDE * row + column,
    share: formulaShare,
  }),
  drawn({
    name: 'formulaKernel: any n',
    bound: 'formulaKernel’s enclosure',
    draw: (tape) => (tape() < 0.1 ? (DRAWS[integer(tape, 0, DRAWS.length - 1)] as number) : integer(tape, 1, 10 ** 9)),
    share: formulaShare,
  }),
];
