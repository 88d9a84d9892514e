import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { isSound } from '../../src/claims/in-domain.ts';
import { hasTies, instanceKey } from '../../src/claims/instance.ts';
import { casesOf } from '../../src/conform/cases.ts';

const options = { seed: 3, runs: 300, maxDraws: 1_000_000_000, maxTotal: null, ties: 'both' as const };

describe('the instances to ask', () => {
  const { instances, vectors } = casesOf(options);

  it('are those of the vectors, then generated ones, all different and well formed', () => {
    expect([vectors, instances.length]).toEqual([591, 891]);
    const [known, generated] = [instances.slice(0, vectors), instances.slice(vectors)].map(
      (list) => new Set(list.map(instanceKey)),
    );
    expect(generated?.size).toBe(300);
    expect([...(generated ?? [])].filter((key) => known?.has(key))).toEqual([]);
    expect(instances.every(isSound)).toBe(true);
  });

  it('are the same for the same seed only', () => {
    expect(casesOf(options).instances).toEqual(instances);
    expect(casesOf({ ...options, seed: 4 }).instances).not.toEqual(instances);
  });

  it('have ties under both rules, generated ones too', () => {
    const tied = instances.slice(vectors).filter(hasTies);
    const ordered = tied.filter(({ ties }) => ties === 'order');
    expect(ordered.length).toBe(Math.floor(tied.length / 2));
    expect(ordered.length).toBeGreaterThan(10);
  });

  it('keep to the limits', () => {
    const few = casesOf({ ...options, maxDraws: 8, ties: 'none' });
    expect(few.instances.every((instance) => instance.n <= 8 && !hasTies(instance))).toBe(true);
    expect(few.instances.length - few.vectors).toBe(300);
    for (const rule of ['level', 'order'] as const) {
      const tied = casesOf({ ...options, ties: rule }).instances.filter(hasTies);
      expect(new Set(tied.map(({ ties }) => ties ?? 'level'))).toEqual(new Set([rule]));
      expect(tied.length).toBeGreaterThan(30);
    }
    const light = casesOf({ ...options, runs: 50, maxTotal: 20 }).instances;
    expect(light.every(({ weights }) => sumOf(weights) <= 20n)).toBe(true);
  });
});
