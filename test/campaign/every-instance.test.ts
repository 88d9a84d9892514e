import { describe, expect, it } from 'vitest';
import { everyInstance, scaleOf } from '../../src/campaign/every-instance.ts';
import { runClaim } from '../../src/campaign/run-claim.ts';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { instanceKey } from '../../src/claims/instance.ts';
import { limited } from './planted.ts';

const DOMAINS: readonly (readonly [string, Domain, number])[] = [
  // Of the 31 ordered sums of totals up to 5, 4 + 1 have a common divisor: 1+1 twice, 2+2, 3, 2, …
  ['plain', { atoms: 1, draws: 1 }, 5],
  ['real n', { atoms: 2, draws: 1, mostDraws: 2, realDraws: true }, 4],
  ['ties', { atoms: 1, draws: 2, ties: true }, 6],
  ['stretches', { atoms: 1, draws: 2, stretches: true }, 6],
  ['other weights', { atoms: 1, draws: 1, mostDraws: 1, other: true }, 6],
];

describe.each(DOMAINS)('every instance with %s', (_, domain, total) => {
  const scale = scaleOf(domain, total);
  const instances = [...everyInstance(domain, scale)];

  it('is in the domain, within the scale, and comes once', () => {
    expect(instances.length).toBeGreaterThan(20);
    expect(instances.every((instance) => inDomain(instance, domain))).toBe(true);
    expect(new Set(instances.map(instanceKey)).size).toBe(instances.length);
    for (const { weights, n } of instances) {
      expect(weights.reduce((a, b) => a + b)).toBeLessThanOrEqual(scale.maxTotal);
      expect(n).toBeLessThanOrEqual(scale.maxDraws);
    }
  });
});

describe('the enumeration', () => {
  it('has every ordered policy of coprime weights: 1, 1+1, and 2^(t−1) less those with a divisor for each total t', () => {
    const count = [...everyInstance({ atoms: 1, draws: 1, mostDraws: 1 }, scaleOf({ atoms: 1, draws: 1 }, 6))].length;
    // Totals 1…6 have 1, 2−1, 4−1, 8−2, 16−1, 32−1−2−1−… ordered sums without a divisor (Möbius over the divisors of t).
    expect(count).toBe(1 + 1 + 3 + 6 + 15 + 27);
  });

  it('finds what a search of one instance does not, and says so', () => {
    const claim = {
      ...limited('few', (q) => q.policy.outcomes.length, 3, { atoms: 1, draws: 1 }),
      expected: 'holds' as const,
    };
    const run = runClaim(claim, { runs: 0, seed: 1, exhaustive: 5 });
    expect(run.exhaustive).toMatchObject({ maxTotal: 5, maxDraws: 8, maxOther: null });
    expect(run.exhaustive?.outcomes.refuted).toBeGreaterThan(0);
    expect(run.counterexample).toMatchObject({
      instance: { weights: ['1', '1', '1', '1'], n: 1 },
      found: { by: 'exhaustive' },
    });
  });
});
