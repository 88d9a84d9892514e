import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { shrinkOutside } from '../../src/conform/shrinking.ts';

const domain = { atoms: 1, draws: 1 };
const from = untied([30n, 4n, 1n, 50n], 12);
const limits = { atOnce: 7, most: 5000, hasTime: () => true };

const outside = (isWanted: (instance: Instance) => boolean) => async (candidates: readonly Instance[]) =>
  candidates.map((candidate) => (isWanted(candidate) ? String(candidate.n) : null));

describe('shrinking by asking outside', () => {
  it('finds the smallest wanted instance, whatever is asked at once', async () => {
    const ask = outside(({ weights, n }) => sumOf(weights) >= 10n && n >= 3);
    for (const atOnce of [1, 7, 1000]) {
      const { instance, found, isCutShort } = await shrinkOutside(from, domain, ask, { ...limits, atOnce });
      expect(instance).toMatchObject({ weights: [10n], n: 3 });
      expect([found, isCutShort]).toEqual(['3', false]);
    }
  });

  it('keeps the instance where no simpler one is wanted', async () => {
    const shrunk = await shrinkOutside(
      from,
      domain,
      outside(() => false),
      limits,
    );
    expect(shrunk).toEqual({ instance: from, found: null, isCutShort: false });
  });

  it('says where it was cut short', async () => {
    const ask = outside(() => false);
    expect(await shrinkOutside(from, domain, ask, { ...limits, most: 3 })).toMatchObject({ isCutShort: true });
    expect(await shrinkOutside(from, domain, ask, { ...limits, hasTime: () => false })).toMatchObject({
      isCutShort: true,
    });
  });
});
