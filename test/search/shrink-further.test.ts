import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inDomain } from '../../src/claims/in-domain.ts';
import { compareInstances, type Instance, untied } from '../../src/claims/instance.ts';
import { reduce } from '../../src/search/reduce.ts';
import { shrinkFurther } from '../../src/search/shrink-further.ts';

const weight = fc.bigInt(1n, 5000n);

it('gives only smaller instances of the domain', () => {
  const instances = fc
    .array(fc.tuple(weight, fc.bigInt(0n, 10n ** 20n)), { minLength: 1, maxLength: 9 })
    .chain((pairs) =>
      fc.record({
        pairs: fc.constant(pairs),
        n: fc.integer({ min: 1, max: 40 }),
        hasOther: fc.boolean(),
      }),
    )
    .filter(({ pairs }) => pairs.some(([, other]) => other > 0n));
  fc.assert(
    fc.property(instances, ({ pairs, n, hasOther }) => {
      const plain = untied(
        pairs.map(([first]) => first),
        n,
      );
      const instance: Instance = hasOther ? { ...plain, auxiliary: pairs.map(([, other]) => other) } : plain;
      const domain = { atoms: 2, draws: 1, ...(hasOther && { auxiliary: true as const }) };
      for (const simpler of shrinkFurther(instance, domain)) {
        expect(compareInstances(simpler, instance)).toBeLessThan(0);
        expect(inDomain(simpler, domain)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

it('merges a run of equal outcomes, and turns the order round', () => {
  const domain = { atoms: 2, draws: 2 };
  const isLightTop = ({ weights }: Instance): boolean =>
    weights.length === 2 && 300n * (weights[1] as bigint) <= (weights[0] as bigint);
  const run = untied([...Array<bigint>(300).fill(1n), 1n], 2);
  const start = untied([1n, 400n], 2);
  const shrunk = (instance: Instance, isWanted: (one: Instance) => boolean): readonly bigint[] => {
    if (!inDomain(instance, domain)) throw new Error('outside the domain');
    return reduce(instance, domain, isWanted, { maxOutcomes: 1e6, further: shrinkFurther }).instance.weights;
  };
  expect(shrunk(run, isLightTop)).toEqual([300n, 1n]);
  expect(shrunk(start, (one) => one === start || isLightTop(one))).toEqual([300n, 1n]);
});

it('keeps the ratios of a second policy', () => {
  const domain = { atoms: 2, draws: 1, auxiliary: true as const };
  const instance: Instance = { ...untied([30n, 20n, 10n], 1), auxiliary: [60_000n, 80_000n, 60_000n] };
  const isWanted = ({ weights, auxiliary = [] }: Instance): boolean =>
    weights.length === 3 && auxiliary.every((other, i) => other * 10n >= (weights[i] as bigint) * 20n * BigInt(i + 1));
  if (!inDomain(instance, domain)) throw new Error('outside the domain');
  const { weights } = reduce(instance, domain, isWanted, { maxOutcomes: 1e6, further: shrinkFurther }).instance;
  expect(weights).toEqual([1n, 1n, 1n]);
});
