import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { atomCount, compareInstances, type Instance, instanceKey, untied } from '../../src/claims/instance.ts';
import { least, upwards } from '../../src/search/exhaust.ts';
import { ANY, within } from './planted.ts';

/** Every list of weights up to a total, by counting through all lists of a length, with every n. */
function everything(domain: Domain, maxTotal: number, maxDraws: number): Instance[] {
  const found: Instance[] = [];
  for (let atoms = domain.atoms; atoms <= maxTotal; atoms += 1) {
    for (let code = 0; code < maxTotal ** atoms; code += 1) {
      const weights = Array.from({ length: atoms }, (_, i) => (Math.floor(code / maxTotal ** i) % maxTotal) + 1);
      if (weights.reduce((a, b) => a + b, 0) > maxTotal) continue;
      for (let n = domain.draws; n <= maxDraws; n += 1) found.push(untied(weights.map(BigInt), n));
    }
  }
  return found.sort(compareInstances);
}

describe('the enumeration upwards', () => {
  it.each([ANY, { atoms: 2, draws: 2 }, { atoms: 3, draws: 1 }])(
    'lists all instances without ties in order, without gaps, for at least $atoms atoms and $draws draws',
    (domain) => {
      const listed = [...upwards(domain, 6, 4)].map(instanceKey);
      expect(listed).toEqual(everything(domain, 6, 4).map(instanceKey));
    },
  );

  it('lists each instance after a strictly smaller one', () => {
    let before: Instance | undefined;
    for (const instance of upwards(ANY, 9, 3)) {
      if (before) expect(compareInstances(before, instance)).toBe(-1);
      before = instance;
    }
  });

  it('lists 2^(t−1) lists of weights for each total t', () => {
    expect([...upwards(ANY, 10, 1)]).toHaveLength(2 ** 10 - 1);
  });
});

describe('the least wanted instance', () => {
  const manyAtoms = (instance: Instance): boolean => atomCount(instance) >= 3;

  it('is found below a larger one', () => {
    const found = least(within(untied([2n, 3n, 1n], 4), ANY), ANY, manyAtoms);
    expect(found?.instance).toEqual(untied([1n, 1n, 1n], 1));
  });

  it('is the given one when nothing below it is wanted, and all below were tried', () => {
    const tried: string[] = [];
    const given = within(untied([1n, 2n], 3), ANY);
    const found = least(given, ANY, (instance) => {
      tried.push(instanceKey(instance));
      return false;
    });
    const below = everything(ANY, 3, 16).filter((instance) => compareInstances(instance, given) < 0);
    expect(found).toEqual({ instance: given, tried: below.length, maxDraws: 16 });
    expect(tried).toEqual(below.map(instanceKey));
  });

  it('is not looked for among policies without atoms, which are not listed', () => {
    const domain: Domain = { atoms: 1, draws: 1, atomless: true };
    const given = { weights: [2n, 3n], ranks: [0, 1], n: 3, continuousParts: [0, 1] } as const satisfies Instance;
    if (!inDomain(given, domain)) throw new Error('it lies in the domain');
    expect(least(given, domain, () => true)).toBeNull();
  });

  it('may tie, and then the same weights without ties count as smaller', () => {
    const tied = within({ weights: [1n, 1n], ranks: [0, 0], n: 2 }, { atoms: 1, draws: 2 });
    const found = least(tied, { atoms: 1, draws: 2 }, (instance) => atomCount(instance) === 2);
    expect(found?.instance).toEqual(untied([1n, 1n], 2));
  });

  it('is looked for up to the n of the given one where that is large', () => {
    expect(least(within(untied([1n], 40), ANY), ANY, ({ n }) => n >= 40)).toMatchObject({ tried: 39, maxDraws: 40 });
  });

  it('is not looked for where more than 50,000 instances lie below', () => {
    expect(least(within(untied([1n], 60_000), ANY), ANY, ({ n }) => n >= 60_000)).toBeNull();
  });

  it('is not looked for where the total weight exceeds 14', () => {
    expect(least(within(untied([14n], 1), ANY), ANY, () => true)?.instance).toEqual(untied([1n], 1));
    expect(least(within(untied([15n], 1), ANY), ANY, () => true)).toBeNull();
  });
});

it('says nothing of the least instance where it is stopped between two of them', () => {
  const wanted = within(untied([5n, 4n], 3), ANY);
  let left = 20;
  expect(
    least(
      wanted,
      ANY,
      () => false,
      () => left-- <= 0,
    ),
  ).toBeNull();
  expect(left).toBe(-1);
});
