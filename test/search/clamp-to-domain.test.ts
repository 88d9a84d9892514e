import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import {
  compareInstances,
  hasTies,
  type Instance,
  instanceFromJson,
  instanceKey,
  instanceToJson,
  quantitiesOf,
} from '../../src/claims/instance.ts';
import { generate } from '../../src/search/generate.ts';
import { seeded } from '../../src/search/random.ts';
import { shrink } from '../../src/search/shrink.ts';

const DOMAINS: Record<string, Domain> = {
  'at most 2 draws': { atoms: 1, draws: 2, maxDraws: 2 },
  'real n between 1 and 2': { atoms: 1, draws: 1, maxDraws: 1.984375, realDraws: true },
  'real n': { atoms: 2, draws: 1, realDraws: true },
  ties: { atoms: 1, draws: 2, ties: true },
  continuousParts: { atoms: 1, draws: 2, continuousParts: true },
  'auxiliary weights': { atoms: 2, draws: 1, auxiliary: true },
  'small exact forms': { atoms: 2, draws: 2, exactForms: true },
};

describe.each(Object.entries(DOMAINS))('instances with %s', (name, domain) => {
  const random = seeded(name);
  const instances = Array.from({ length: 400 }, () => generate(random, domain));
  const usual = instances.filter((instance) => !domain.continuousParts || !hasTies(instance));

  it('lie in the domain and come back from JSON', () => {
    for (const instance of instances) {
      expect(inDomain(instance, domain)).toBe(true);
      const again = instanceFromJson(JSON.parse(JSON.stringify(instanceToJson(instance))));
      expect(instanceKey(again)).toBe(instanceKey(instance));
    }
  });

  it('are what they are called', () => {
    const share = (is: (instance: Instance) => boolean): number => usual.filter(is).length / usual.length;
    if (domain.realDraws) expect(share(({ n }) => !Number.isInteger(n))).toBeGreaterThan(0.5);
    if (domain.ties) expect(share(hasTies)).toBe(1);
    if (domain.continuousParts) expect(share(({ continuousParts = [] }) => continuousParts.length > 0)).toBe(1);
    if (domain.auxiliary)
      expect(share(({ auxiliary = [] }) => auxiliary.some((weight) => weight === 0n))).toBeGreaterThan(0.1);
    if (domain.exactForms) expect(share((instance) => quantitiesOf(instance).hasExactForms)).toBe(1);
    if (domain.maxDraws) expect(Math.max(...instances.map(({ n }) => n))).toBeLessThanOrEqual(domain.maxDraws);
  });

  it('shrink to smaller ones of the domain', () => {
    let count = 0;
    for (const instance of instances.slice(0, 30)) {
      for (const smaller of shrink(instance, domain)) {
        count += 1;
        expect(inDomain(smaller, domain)).toBe(true);
        if (!hasTies(instance) && !instance.continuousParts)
          expect(compareInstances(smaller, instance)).toBeLessThan(0);
      }
    }
    expect(count).toBeGreaterThan(200);
  });
});
