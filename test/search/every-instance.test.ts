import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { instanceKey } from '../../src/claims/instance.ts';
import { everyInstance, type Scale, scaleOf } from '../../src/search/every-instance.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { limited } from './planted.ts';

const DOMAINS: readonly (readonly [string, Domain, number])[] = [
  // Of the 31 ordered sums of totals up to 5, 4 + 1 have a common divisor: 1+1 twice, 2+2, 3, 2, …
  ['plain', { atoms: 1, draws: 1 }, 5],
  ['real n', { atoms: 2, draws: 1, maxDraws: 2, realDraws: true }, 4],
  ['ties', { atoms: 1, draws: 2, ties: true }, 6],
  ['continuousParts', { atoms: 1, draws: 2, continuousParts: true }, 6],
  ['auxiliary weights', { atoms: 1, draws: 1, maxDraws: 1, auxiliary: true }, 6],
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

const PLAIN: Domain = { atoms: 1, draws: 1 };

describe('the scale of a domain', () => {
  const grid = (...sizes: [atoms: number, maxWeight: number][]): object[] =>
    sizes.map(([atoms, maxWeight]) => ({ atoms, maxWeight }));
  const whole = grid([2, 20], [3, 10], [4, 5]);
  const half = grid([2, 10], [3, 5], [4, 2]);

  it.each<[string, Domain, Scale]>([
    ['plain', PLAIN, { maxTotal: 8, maxDraws: 8, maxAuxiliary: null, grid: whole } as Scale],
    ['ties', { ...PLAIN, ties: true }, { maxTotal: 6, maxDraws: 8, maxAuxiliary: null, grid: half } as Scale],
    [
      'continuousParts',
      { ...PLAIN, continuousParts: true },
      { maxTotal: 6, maxDraws: 8, maxAuxiliary: null, grid: half } as Scale,
    ],
    ['real n', { ...PLAIN, realDraws: true }, { maxTotal: 8, maxDraws: 3, maxAuxiliary: null, grid: half } as Scale],
    [
      'auxiliary weights',
      { ...PLAIN, auxiliary: true },
      { maxTotal: 6, maxDraws: 3, maxAuxiliary: 3, grid: half } as Scale,
    ],
    [
      'three atoms',
      { ...PLAIN, atoms: 3 },
      { maxTotal: 8, maxDraws: 8, maxAuxiliary: null, grid: whole.slice(1) } as Scale,
    ],
  ])('is smaller where more varies: %s', (_, domain, scale) => {
    expect(scaleOf(domain, 8, 10)).toEqual(scale);
  });

  it('has no lists of weights without a weight', () => {
    expect(scaleOf(PLAIN, 8, 1).grid).toEqual(grid([2, 2], [3, 1]));
    expect(scaleOf(PLAIN, 8).grid).toEqual([]);
  });
});

describe('every instance up to a scale, and no other', () => {
  const SCALE: Scale = { maxTotal: 3, maxDraws: 2, maxAuxiliary: null, grid: [{ atoms: 2, maxWeight: 3 }] };
  const isWithin = (weights: readonly number[]): boolean =>
    weights.reduce((a, b) => a + b, 0) <= 3 || (weights.length === 2 && weights.every((weight) => weight <= 3));

  /** All lists of a length of values from 0 on, below a limit. */
  const lists = (length: number, limit: number): number[][] =>
    Array.from({ length: limit ** length }, (_, code) =>
      Array.from({ length }, (_, place) => Math.floor(code / limit ** place) % limit),
    );

  /** Whatever an instance may be, sorted out by its domain. */
  function counted(domain: Domain, { maxAuxiliary }: Scale): string[] {
    const { maxDraws = 2, realDraws } = domain;
    const found: string[] = [];
    for (const length of [1, 2, 3]) {
      const sets = lists(length, 2).map((bits) => bits.flatMap((bit, place) => (bit === 1 ? [place] : [])));
      const others = maxAuxiliary === null ? [undefined] : lists(length, maxAuxiliary + 1);
      for (const weights of lists(length, 4)) {
        const isCoprime = [2, 3].every((divisor) => weights.some((weight) => weight % divisor !== 0));
        if (!isWithin(weights) || !isCoprime) continue;
        for (const ranks of lists(length, length)) {
          if (!domain.ties && ranks.some((rank, place) => rank !== place)) continue;
          for (const continuousParts of sets) {
            // Continuous parts are listed where the domain has them, at least one.
            if (continuousParts.length === 0 && (domain.continuousParts || domain.atomless)) continue;
            for (const other of others) {
              if (other && other.reduce((a, b) => a + b, 0) > (maxAuxiliary as number)) continue;
              for (let n = 1; n <= Math.min(2, maxDraws); n += realDraws ? 1 / 8 : 1) {
                const instance = {
                  ...{ weights: weights.map(BigInt), ranks, n },
                  ...(continuousParts.length > 0 && { continuousParts }),
                  ...(other && { auxiliary: other.map(BigInt) }),
                };
                if (inDomain(instance, domain)) found.push(instanceKey(instance));
              }
            }
          }
        }
      }
    }
    return found.sort();
  }

  it.each<[string, Domain, Partial<Scale>]>([
    ['plain', PLAIN, {}],
    ['two atoms and draws', { atoms: 2, draws: 2 }, {}],
    ['one draw', { ...PLAIN, maxDraws: 1 }, {}],
    ['n from a fraction on', { ...PLAIN, draws: 1.5 }, {}],
    ['real n', { atoms: 1, draws: 1.125, maxDraws: 1.5, realDraws: true }, {}],
    ['ties', { ...PLAIN, ties: true }, {}],
    ['continuousParts', { ...PLAIN, continuousParts: true }, {}],
    ['continuous parts and ties', { ...PLAIN, continuousParts: true, ties: true }, {}],
    ['no atoms', { ...PLAIN, atomless: true }, {}],
    ['auxiliary weights', { ...PLAIN, auxiliary: true }, { maxAuxiliary: 2 }],
    ['auxiliary weights and ties', { ...PLAIN, auxiliary: true, ties: true }, { maxAuxiliary: 2 }],
  ])('comes once: %s', (_, domain, more) => {
    const scale = { ...SCALE, ...more };
    const listed = [...everyInstance(domain, scale)].map(instanceKey);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.sort()).toEqual(counted(domain, scale));
  });
});

describe('the enumeration', () => {
  it('has every ordered policy of coprime weights: 1, 1+1, and 2^(t−1) less those with a divisor for each total t', () => {
    const count = [...everyInstance({ atoms: 1, draws: 1, maxDraws: 1 }, scaleOf({ atoms: 1, draws: 1 }, 6))].length;
    // Totals 1…6 have 1, 2−1, 4−1, 8−2, 16−1, 32−1−2−1−… ordered sums without a divisor (Möbius over the divisors of t).
    expect(count).toBe(1 + 1 + 3 + 6 + 15 + 27);
  });

  it('finds what a search of one instance does not, and says so', () => {
    const claim = {
      ...limited('few', (q) => q.policy.weights.length, 3, { atoms: 1, draws: 1 }),
      expected: 'holds' as const,
    };
    const run = runClaim(claim, { runs: 0, seed: 1, exhaustive: 5 });
    expect(run.exhaustive).toMatchObject({ maxTotal: 5, maxDraws: 8, maxAuxiliary: null });
    expect(run.exhaustive?.outcomes.refuted).toBeGreaterThan(0);
    expect(run.counterexample).toMatchObject({
      instance: { weights: ['1', '1', '1', '1'], n: 1 },
      found: { by: 'exhaustive' },
    });
  });
});
