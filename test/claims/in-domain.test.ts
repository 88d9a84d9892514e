import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { emptiness, leastInstance } from '../../src/claims/least-instance.ts';

const twoTied: Instance = { weights: [1n, 1n], ranks: [0, 0], n: 3 };

describe('the domain of a claim', () => {
  const domain = { atoms: 2, draws: 3 };

  it.each([
    [untied([1n, 1n], 3), true],
    [untied([1n, 1n, 1n], 4), true],
    [untied([1n, 1n], 2), false],
    [untied([1n], 3), false],
    [twoTied, false],
    [{ weights: [1n, 1n, 1n], ranks: [0, 0, 1], n: 3 }, true],
  ])('counts levels, not outcomes: %o', (instance, inside) => {
    expect(inDomain(instance, domain)).toBe(inside);
  });
});

describe('nothing is in any domain that', () => {
  const widest: Domain = { atoms: 1, draws: 1, realDraws: true, continuousParts: true };
  const good: Instance = { weights: [1n, 2n, 3n], ranks: [0, 0, 1], n: 2 };

  it('is checked against what is', () => {
    expect(inDomain(good, widest)).toBe(true);
    expect(inDomain({ ...good, ties: 'order' }, widest)).toBe(true);
    expect(inDomain({ ...good, continuousParts: [2] }, widest)).toBe(true);
    expect(inDomain({ ...good, auxiliary: [0n, 1n, 0n] }, { ...widest, auxiliary: true })).toBe(true);
  });

  it.each<[string, Instance]>([
    ['has no outcomes', untied([], 2)],
    ['has a weight of 0', { ...good, weights: [1n, 0n, 3n] }],
    ['has levels that begin above 0', { ...good, ranks: [1, 1, 2] }],
    ['has levels that skip one', { ...good, ranks: [0, 0, 2] }],
    ['has levels that fall', { ...good, ranks: [0, 1, 0] }],
    ['has too few levels', { ...good, ranks: [0, 0] }],
    ['has too few draws', { ...good, n: 0.5 }],
    ['has no number of draws', { ...good, n: Number.NaN }],
    ['has more draws than 10^9', { ...good, n: 1e9 + 1 }],
    ['has an order of ties and no ties', { ...untied([1n, 2n], 2), ties: 'order' }],
    ['has a continuous part that ties', { ...good, continuousParts: [0] }],
    ['has a continuous part twice', { ...good, continuousParts: [2, 2] }],
    ['has a continuous part beyond its outcomes', { ...good, continuousParts: [3] }],
    ['has a continuous part between its outcomes', { ...good, continuousParts: [1.5] }],
  ])('%s', (_, instance) => {
    expect(inDomain(instance, widest)).toBe(false);
  });

  it.each<[string, readonly bigint[]]>([
    ['fewer', [1n, 1n]],
    ['negative', [1n, 1n, -1n]],
    ['only zero', [0n, 0n, 0n]],
  ])('has %s auxiliary weights', (_, auxiliary) => {
    expect(inDomain({ ...good, auxiliary }, { ...widest, auxiliary: true })).toBe(false);
  });
});

describe('the least instance', () => {
  it.each(catalogue)('of the domain of $id is in it', ({ domain }) => {
    const least = leastInstance(domain);
    expect(least && inDomain(least, domain)).toBe(true);
    expect(emptiness(domain)).toBeNull();
  });

  it.each<[Domain, string]>([
    [{ atoms: 5000, draws: 2, exactForms: true }, 'exact forms of 5000 atoms at n = 2'],
    [{ atoms: 2, draws: 10 ** 6, exactForms: true }, 'exact forms of 2 atoms at n = 1000000'],
    [{ atoms: 2, draws: 1, ties: true, atomless: true }, 'exclude each other'],
    [{ atoms: 2, draws: 1.5, maxDraws: 1.75 }, 'there is no integer from 1.5 to 1.75'],
  ])('of %o is none, and a clause says why', (domain, why) => {
    expect(leastInstance(domain)).toBeNull();
    expect(emptiness(domain)).toContain(why);
  });
});
