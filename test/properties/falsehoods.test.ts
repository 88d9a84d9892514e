import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { checkInstances } from '../../src/campaign/check-instances.ts';
import { everyInstance, scaleOf } from '../../src/campaign/every-instance.ts';
import { least, upwards } from '../../src/campaign/exhaust.ts';
import { runClaim } from '../../src/campaign/run-claim.ts';
import { untied } from '../../src/claims/instance.ts';

const MOST_TOTAL = 5;

const falsehoods = catalogue.filter(({ expected }) => expected === 'fails');

describe.each(falsehoods)('the falsehood $id', (claim) => {
  it.each([1, 2, 3, 20240119])('is refuted everywhere and shrinks to weights 1, 1 and n = 2, with seed %i', (seed) => {
    const { counterexample, outcomes, instances } = runClaim(claim, { runs: 40, seed });
    expect(outcomes).toEqual({ holds: 0, refuted: instances, undecided: 0 });
    expect(counterexample?.instance).toEqual({ weights: ['1', '1'], n: 2 });
    expect(counterexample?.found).toMatchObject({ run: 1, leastOf: { tried: 0, maxDraws: 16 } });
  });

  it('has no instance below weights 1, 1 and n = 2', () => {
    const [first] = upwards(claim.domain, 3, 16);
    expect(first).toEqual(untied([1n, 1n], 2));
  });

  it('is refuted by every instance up to total weight 6', () => {
    const outcomes = checkInstances(claim, [...upwards(claim.domain, 6, 5)]);
    expect(outcomes.length).toBeGreaterThan(200);
    expect(new Set(outcomes)).toEqual(new Set(['refuted']));
  });

  it('gives the same least instance from any larger one', () => {
    const larger = untied([3n, 1n, 4n], 5);
    const refutes = (instance: typeof larger): boolean => checkInstances(claim, [instance])[0] === 'refuted';
    expect(least(larger, claim.domain, refutes)?.instance).toEqual(untied([1n, 1n], 2));
  });
});

describe('theorems', () => {
  it.each(catalogue.filter(({ expected }) => expected === 'holds'))(
    '$id holds on every small instance of its domain',
    (claim) => {
      const every = [...everyInstance(claim.domain, scaleOf(claim.domain, MOST_TOTAL))];
      expect(every.length).toBeGreaterThan(5);
      expect(new Set(checkInstances(claim, every))).toEqual(new Set(['holds']));
    },
  );
});
