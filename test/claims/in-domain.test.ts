import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain, isSound } from '../../src/claims/in-domain.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { emptiness, leastDraws, leastInstance } from '../../src/claims/least-instance.ts';

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

describe('a domain has limits', () => {
  const one: Instance = { weights: [1n], ranks: [0], n: 2 };
  const three = untied([1n, 2n, 3n], 2);
  const tied: Instance = { ...three, ranks: [0, 0, 1] };
  const mixed: Instance = { ...three, continuousParts: [0, 2] };
  const atomless: Instance = { ...three, continuousParts: [0, 1, 2] };
  const beside: Instance = { ...three, auxiliary: [0n, 0n, 1n] };
  const worst: Instance = { ...three, selection: 'worst-of-n' };
  const second: Instance = { ...three, selection: 'second-best-of-n' };

  it.each<[string, Partial<Domain>, Instance[], Instance[]]>([
    ['atoms', { atoms: 3, maxAtoms: 3 }, [three], [tied, untied([1n, 1n, 1n, 1n], 2)]],
    [
      'draws',
      { draws: 2, maxDraws: 3 },
      [one, { ...one, n: 3 }],
      [
        { ...one, n: 1 },
        { ...one, n: 4 },
      ],
    ],
    [
      'all draws',
      { draws: 1 },
      [
        { ...one, n: 1 },
        { ...one, n: 10 ** 9 },
      ],
      [
        { ...one, n: 0 },
        { ...one, n: 10 ** 9 + 1 },
      ],
    ],
    ['integers', {}, [one], [{ ...one, n: 2.5 }]],
    ['real n', { realDraws: true, draws: 1.5 }, [one, { ...one, n: 1.5 }], [{ ...one, n: 1.25 }]],
    ['ties', { ties: true }, [tied], [three, one]],
    ['atoms only', {}, [three], [mixed, atomless]],
    ['continuous parts', { continuousParts: true }, [three, mixed, atomless], []],
    ['no atoms', { atomless: true }, [atomless], [three, mixed]],
    ['no auxiliary weights', {}, [three], [beside]],
    ['auxiliary weights', { auxiliary: true }, [beside], [three]],
    ['best-of-n', {}, [three], [worst, second]],
    ['worst-of-n', { selection: 'worst-of-n' }, [worst, { ...worst, n: 1 }], [three, second]],
    [
      'second-best-of-n',
      { selection: 'second-best-of-n' },
      [second],
      [worst, { ...second, n: 1 }, { ...second, n: 1025 }],
    ],
    ['exact forms', { exactForms: true }, [three], [{ ...three, n: 10 ** 6 }]],
  ])('of %s', (_, limits, inside, outside) => {
    const domain: Domain = { atoms: 1, draws: 1, ...limits };
    expect(inside.map((instance) => inDomain(instance, domain))).toEqual(inside.map(() => true));
    expect(outside.map((instance) => inDomain(instance, domain))).toEqual(outside.map(() => false));
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
    ['has too many levels', { ...good, ranks: [0, 0, 1, 2] }],
    ['has levels and no outcomes', { ...good, weights: [] }],
    ['has an outcome and no levels', { ...untied([1n], 2), ranks: [] }],
    ['has no levels', { ...good, ranks: [] }],
    ['has a level between two', { ...good, ranks: [0, 0.5, 1] }],
    ['has a weight below 0', { ...good, weights: [1n, 2n, -3n] }],
    ['has a first weight of 0', { ...good, weights: [0n, 2n, 3n] }],
    ['has too few levels', { ...good, ranks: [0, 0] }],
    ['has too few draws', { ...good, n: 0.5 }],
    ['has no number of draws', { ...good, n: Number.NaN }],
    ['has more draws than 10^9', { ...good, n: 1e9 + 1 }],
    ['has an order of ties and no ties', { ...untied([1n, 2n], 2), ties: 'order' }],
    ['has a continuous part that ties', { ...good, continuousParts: [0] }],
    ['has a continuous part that ties with the one below', { ...good, continuousParts: [1] }],
    ['has one of its continuous parts in a tie', { ...good, ranks: [0, 1, 1], continuousParts: [0, 2] }],
    ['has a continuous part below its outcomes', { ...good, continuousParts: [-1] }],
    ['has continuous parts that fall', { ...untied([1n, 2n, 3n], 2), continuousParts: [2, 0] }],
    ['has a continuous part twice', { ...good, continuousParts: [2, 2] }],
    ['has a continuous part beyond its outcomes', { ...good, continuousParts: [3] }],
    ['has a continuous part between its outcomes', { ...good, continuousParts: [1.5] }],
  ])('%s', (_, instance) => {
    expect([inDomain(instance, widest), isSound(instance)]).toEqual([false, false]);
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
  it.each<[string, Domain, Instance]>([
    ['plain', { atoms: 2, draws: 3 }, untied([1n, 1n], 3)],
    ['with ties', { atoms: 2, draws: 1, ties: true }, { weights: [1n, 1n, 1n], ranks: [0, 1, 1], n: 1 }],
    ['of the next integer', { atoms: 1, draws: 1.125 }, untied([1n], 2)],
    ['of real n', { atoms: 1, draws: 1.125, realDraws: true }, untied([1n], 1.125)],
    ['without atoms', { atoms: 2, draws: 1, atomless: true }, { ...untied([1n, 1n], 1), continuousParts: [0, 1] }],
    ['beside another policy', { atoms: 2, draws: 1, auxiliary: true }, { ...untied([1n, 1n], 1), auxiliary: [0n, 1n] }],
    ['of a selection', { atoms: 1, draws: 2, selection: 'second-best-of-n' }, untied([1n], 2, 'second-best-of-n')],
  ])('is as small as can be: %s', (_, domain, least) => {
    expect(leastInstance(domain)).toEqual(least);
    expect(leastDraws(domain)).toBe(least.n);
    expect(emptiness(domain)).toBeNull();
  });

  it.each<[Domain, string]>([
    [
      { atoms: 1, draws: 1, selection: 'second-best-of-n' },
      'second-best-of-n is for integers n from 2 to 1024, and the least n of the domain is 1',
    ],
    [
      { atoms: 1, draws: 1025, selection: 'second-best-of-n', ties: true, atomless: true },
      'second-best-of-n is for integers n from 2 to 1024, and the least n of the domain is 1025',
    ],
    [
      { atoms: 3, draws: 2, selection: 'tilt-by-n', exactForms: true },
      'exact forms of 3 atoms at n = 2 exceed the size rule',
    ],
    [{ atoms: 2, draws: 2, maxDraws: 2, ties: true, atomless: true }, 'exclude each other'],
    [{ atoms: 5000, draws: 2, ties: true, exactForms: true }, 'exact forms of 5000 atoms'],
    [{ atoms: 5000, draws: 2, atomless: true, exactForms: true }, 'exact forms of 5000 atoms'],
    [{ atoms: 5000, draws: 2, exactForms: true }, 'exact forms of 5000 atoms at n = 2'],
    [{ atoms: 2, draws: 10 ** 6, exactForms: true }, 'exact forms of 2 atoms at n = 1000000'],
    [{ atoms: 2, draws: 1, ties: true, atomless: true }, 'exclude each other'],
    [{ atoms: 2, draws: 1.5, maxDraws: 1.75 }, 'there is no integer from 1.5 to 1.75'],
  ])('of %o is none, and a clause says why', (domain, why) => {
    expect(leastInstance(domain)).toBeNull();
    expect(emptiness(domain)).toContain(why);
  });
});
