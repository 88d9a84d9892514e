import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import {
  compareInstances,
  type Instance,
  instanceFromJson,
  instanceToJson,
  untied,
} from '../../src/claims/instance.ts';
import { checkInstances } from '../../src/search/check-instances.ts';
import { everyInstance, scaleOf } from '../../src/search/every-instance.ts';
import { runClaim } from '../../src/search/run-claim.ts';

const oneLevel = (weights: bigint[], n: number): Instance => ({ weights, ranks: weights.map(() => 0), n });
const ones = (count: number): bigint[] => Array.from({ length: count }, () => 1n);

/** The smallest instance that refutes each falsehood, as docs/theory-falsehoods.md and docs/theory.md have them. */
const SMALLEST: Record<string, Instance> = {
  equality: untied([1n, 1n], 2),
  'win-rate-equality': untied([1n, 1n], 2),
  'kl-log-n': untied([1n, 1n], 2),
  'kl-log-n-minus': untied([1n, 1n], 2),
  'kl-by-n-alone': untied([1n, 2n], 2),
  'kl-log2': untied([1n, 1n], 2),
  'kl-below-log-n-minus-one': untied([1n, 1n], 2),
  'kl-near-formula': untied([1n, 1n], 14),
  'kl-concave': untied([1n, 1n], 1),
  'gap-lower-quadratic': untied([1n, 1n], 2),
  'cubic-at-two': untied([12n, ...ones(933)], 2),
  'gap-upper-real': { ...untied([1n, 71n], 9 / 8), continuousParts: [1] },
  'estimator-at-largest': untied([2n, 1n], 4),
  'estimator-pointwise-kl': untied([2n, 1n], 4),
  'estimator-ratio': untied([1n, 1n], 2),
  'estimator-pointwise-ratio': untied([1n, 1n], 2),
  'ties-as-wins': untied([1n, 1n], 2),
  'win-rate-cubic-real': untied([1n, 1n], 9 / 8),
  'atom-masses-under-ties': oneLevel(ones(21), 2),
  'distinct-outcomes': oneLevel([1n, 2n], 3),
  'ties-never-matter': oneLevel(ones(2), 2),
  'total-variation-equality': untied([1n, 1n], 3),
  'chi-square-equality': untied([1n, 1n], 2),
  'renyi-equality': untied([1n, 1n], 2),
  'ideal-curve': untied([2n, 1n, 1n, 1n], 2),
  'entropy-decreases': untied([2n, 1n], 2),
  'uniform-maximises-kl': untied([1n, 2n], 2),
  'kl-additive-iteration': untied([1n, 1n], 2),
  'best-worst-symmetric': untied([1n, 2n], 2),
  'density-at-top': untied([1n], 2),
  'bon-as-tilt': untied([1n, 1n], 2),
  'k2-unbiased': untied([1n, 1n], 2),
  'plug-in-best-of-n': { ...untied([1n, 1n], 2), auxiliary: [0n, 1n] },
  'std-transport': { ...untied([2n, 1n], 2), auxiliary: [0n, 1n] },
  'value-baseline': { ...untied([1n, 3n], 1), auxiliary: [0n, 1n] },
};

const SEEDS = [1, 2, 20240119];
const RUNS = 100;
/** Up to this total weight everything smaller is listed. */
const LISTED = 6n;

const falsehoods = catalogue.filter(({ expected }) => expected === 'fails');

it('every falsehood has a smallest instance', () => {
  expect(Object.keys(SMALLEST).sort()).toEqual(falsehoods.map(({ id }) => id).sort());
});

describe.each(falsehoods)('the falsehood $id', (claim) => {
  const smallest = SMALLEST[claim.id] as Instance;
  const total = sumOf(smallest.weights);

  it.each(SEEDS)('is refuted and shrinks to its smallest instance, with seed %i', (seed) => {
    const { counterexample, outcomes } = runClaim(claim, { runs: RUNS, seed });
    expect(outcomes.refuted).toBeGreaterThan(0);
    expect(outcomes.undecided).toBe(0);
    expect(counterexample?.instance).toEqual(instanceToJson(smallest));
    expect(instanceFromJson(instanceToJson(smallest))).toEqual(smallest);
  });

  it.runIf(total <= LISTED)('is not refuted by anything smaller', () => {
    const scale = {
      ...scaleOf(claim.domain, Number(total)),
      maxTotal: Number(total),
      maxDraws: Math.max(8, smallest.n),
    };
    const smaller = [...everyInstance(claim.domain, scale)].filter((other) => compareInstances(other, smallest) < 0);
    expect(new Set(checkInstances(claim, smaller))).not.toContain('refuted');
    expect(checkInstances(claim, [smallest])).toEqual(['refuted']);
  });
});

/** One outcome more or less, or a weight less by one: what a search would have tried last. */
function* neighboursOf(instance: Instance): Generator<Instance> {
  const { weights, ranks, n } = instance;
  yield { ...instance, weights: weights.slice(0, -1), ranks: ranks.slice(0, -1) };
  for (const [index, weight] of weights.entries()) {
    if (weight > 1n) yield { ...instance, weights: weights.with(index, weight - 1n) };
  }
  if (n > 2) yield { ...instance, n: n - 1 };
}

describe.each(falsehoods.filter(({ id }) => sumOf(SMALLEST[id]?.weights ?? []) > LISTED))(
  'the large smallest instance of $id',
  (claim) => {
    it('is refuted, and nothing next to it that is smaller', () => {
      const smallest = SMALLEST[claim.id] as Instance;
      expect(checkInstances(claim, [smallest])).toEqual(['refuted']);
      expect(checkInstances(claim, [...neighboursOf(smallest)])).not.toContain('refuted');
    });
  },
);

describe('theorems', () => {
  it.each(catalogue.filter(({ expected }) => expected === 'holds'))(
    '$id holds on every instance up to total weight 6',
    (claim) => {
      const instances = [...everyInstance(claim.domain, { ...scaleOf(claim.domain, 6), maxDraws: 4 })];
      expect(new Set(checkInstances(claim, instances))).toEqual(new Set(['holds']));
    },
  );
});

describe('what theorems say is false for every policy', () => {
  it.each(falsehoods.filter(({ proof }) => proof?.refutes === 'every policy'))(
    '$id is refuted by every instance up to total weight 6',
    (claim) => {
      const outcomes = checkInstances(claim, [
        ...everyInstance(claim.domain, { ...scaleOf(claim.domain, 6), maxDraws: 5 }),
      ]);
      expect(outcomes.length).toBeGreaterThan(90);
      expect(new Set(outcomes)).toEqual(new Set(['refuted']));
    },
  );
});
