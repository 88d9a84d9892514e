import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { checkInstances } from '../../src/search/check-instances.ts';

const equality = catalogue.filter(({ id }) => id === 'equality');
const klBound = catalogue.filter(({ id }) => id === 'kl-bound');

const twoTied: Instance = { weights: [1n, 1n], ranks: [0, 0], n: 3 };
const INSTANCES = [untied([1n, 1n], 2), untied([1n, 1n], 1), untied([3n], 2), twoTied];

describe('claims on given instances', () => {
  it.each(equality)('a falsehood is refuted where it speaks, in order', (claim) => {
    expect(checkInstances(claim, INSTANCES)).toEqual(['refuted', null, null, null]);
  });

  it.each(klBound)('a theorem holds on all of them', (claim) => {
    expect(checkInstances(claim, INSTANCES)).toEqual(['holds', 'holds', 'holds', 'holds']);
  });
});
