import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plugInKl } from '../../src/estimates/plug-in.ts';
import { truthOf } from './regimes.ts';

it('is the KL of the empirical policy, at most the logarithm of the number of samples', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 200 }), (levels, n) => {
      expect(plugInKl({ counts: levels }, n)).toBeCloseTo(truthOf(levels, n).kl, 9);
    }),
  );
  for (const n of [1, 10, 10 ** 9]) {
    const kl = plugInKl({ counts: [3, 1, 4] }, n);
    expect(kl).toBeGreaterThanOrEqual(0);
    expect(kl).toBeLessThanOrEqual(Math.log(2) + 1e-12);
  }
});
