import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/claims/claim.ts';
import {
  atomCount,
  compareInstances,
  type Instance,
  instanceFromJson,
  instanceKey,
  instanceToJson,
  untied,
} from '../../src/claims/instance.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';
import { shrink } from '../../src/search/shrink.ts';
import { ANY } from './planted.ts';

const NARROW: Domain = { atoms: 2, draws: 2 };

function someInstances(domain: Domain, count: number): Instance[] {
  const instances: Instance[] = [];
  survey(domain, 31, count, { wants: () => true, visit: (instance) => void instances.push(instance) });
  return instances;
}

const keysOf = (instance: Instance, domain = ANY): string[] => [...shrink(instance, domain)].map(instanceKey);

describe.each([ANY, NARROW])('what an instance shrinks to, for at least $atoms atoms and $draws draws', (domain) => {
  const instances = someInstances(domain, 150);

  it('is strictly smaller, so that shrinking ends', () => {
    for (const instance of instances) {
      for (const smaller of shrink(instance, domain)) expect(compareInstances(smaller, instance)).toBe(-1);
    }
  });

  it('is a sound instance of the same domain', () => {
    for (const instance of instances.filter(({ weights }) => weights.length < 60)) {
      for (const smaller of shrink(instance, domain)) {
        expect(instanceFromJson(instanceToJson(smaller))).toEqual(smaller);
        expect(atomCount(smaller)).toBeGreaterThanOrEqual(domain.atoms);
        expect(smaller.n).toBeGreaterThanOrEqual(domain.draws);
      }
    }
  });

  it('is nothing only for the least instance', () => {
    const least = untied(Array(domain.atoms).fill(1n), domain.draws);
    expect([...shrink(least, domain)]).toEqual([]);
    for (const instance of instances) {
      if (instanceKey(instance) !== instanceKey(least)) expect(shrink(instance, domain).next().done).toBe(false);
    }
  });
});

describe('shrinking tries', () => {
  it('an instance without its ties, with the same weights', () => {
    expect(keysOf({ weights: [2n, 3n, 4n], ranks: [0, 0, 1], n: 5 })[0]).toBe('2,3,4;;5');
  });

  it('all weights 1 at once', () => {
    expect(keysOf(untied([5n, 1n, 7n], 4))[0]).toBe('1,1,1;;4');
  });

  it('the least n, half of n and one draw fewer', () => {
    const fewer = keysOf(untied([1n, 1n], 9)).filter((key) => key.startsWith('1,1;'));
    expect(fewer).toEqual(['1,1;;1', '1,1;;4', '1,1;;8']);
  });

  it('to leave out every single atom, renumbering the levels', () => {
    const keys = keysOf({ weights: [1n, 2n, 3n, 4n], ranks: [0, 1, 1, 2], n: 2 });
    expect(keys).toEqual(expect.arrayContaining(['2,3,4;0,0,1;2', '1,3,4;;2', '1,2,4;;2', '1,2,3;0,1,1;2']));
  });

  it('to leave out half of the atoms at once', () => {
    const keys = keysOf(untied([1n, 2n, 3n, 4n], 2));
    expect(keys).toEqual(expect.arrayContaining(['3,4;;2', '1,2;;2']));
  });

  it('each weight as 1, then with half of the rest taken away, a quarter, … and one less', () => {
    const keys = keysOf(untied([1n, 9n], 1));
    expect(keys.filter((key) => /^\d+,\d+;;1$/.test(key))).toEqual([
      '1,1;;1',
      '1,5;;1',
      '1,1;;1',
      '1,5;;1',
      '1,7;;1',
      '1,8;;1',
    ]);
  });

  it('all weights halved at once, and the same weights in an earlier order', () => {
    const keys = keysOf(untied([8n, 3n], 1));
    expect(keys).toEqual(expect.arrayContaining(['4,2;;1', '3,8;;1']));
    expect(keysOf(untied([3n, 8n], 1))).not.toContain('8,3;;1');
  });

  it('neighbours of different weights as one', () => {
    expect(keysOf(untied([2n, 1n, 1n], 1))).toContain('3,1;;1');
    expect(keysOf(untied([2n, 1n, 1n], 1))).not.toContain('2,2;;1');
  });

  it('a thousand equal outcomes without trying each of them', () => {
    expect(keysOf(untied([2n, ...Array(1000).fill(1n)], 1)).length).toBeLessThan(100);
  });
});
