import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import type { Domain } from '../../src/claims/claim.ts';
import { atomCount, hasTies, type Instance, instanceFromJson, instanceToJson } from '../../src/claims/instance.ts';
import { generate } from '../../src/search/generate.ts';
import type { Random } from '../../src/search/random.ts';

/** Uniform integers, ends included, from a seed; bigints digit by digit, so that all sizes are reached. */
function randomOf(seed: string): Random {
  const next = seedrandom(seed);
  const bigint = (min: bigint, max: bigint): bigint => {
    let fraction = 0n;
    for (let part = 0; part < 8; part += 1) fraction = (fraction << 32n) | BigInt(Math.floor(next() * 2 ** 32));
    return min + (fraction * (max - min + 1n)) / 2n ** 256n;
  };
  return { integer: (min, max) => min + Math.floor(next() * (max - min + 1)), bigint };
}

function generated(domain: Domain, count: number): Instance[] {
  const random = randomOf(`${domain.atoms} ${domain.draws}`);
  return Array.from({ length: count }, () => generate(random, domain));
}

const DOMAINS: Domain[] = [
  { atoms: 1, draws: 1 },
  { atoms: 2, draws: 2 },
  { atoms: 1, draws: 2 },
  { atoms: 2, draws: 1 },
  { atoms: 5, draws: 3 },
];

describe.each(DOMAINS)('instances for at least $atoms atoms and $draws draws', (domain) => {
  const instances = generated(domain, 1500);

  it('lie in the domain', () => {
    for (const instance of instances) {
      expect(atomCount(instance)).toBeGreaterThanOrEqual(domain.atoms);
      expect(instance.n).toBeGreaterThanOrEqual(domain.draws);
    }
  });

  it('have positive weights, levels that grow by 0 or 1, and n up to 1000', () => {
    for (const instance of instances) {
      expect(instanceFromJson(instanceToJson(instance))).toEqual(instance);
      expect(Number.isInteger(instance.n)).toBe(true);
      expect(instance.n).toBeLessThanOrEqual(1000);
    }
  });

  it('reach the least number of draws', () => {
    expect(instances.some(({ n }) => n === domain.draws)).toBe(true);
  });

  it('tie sometimes, and all on one level only where the domain has that, and seldom', () => {
    const tied = instances.filter(hasTies);
    expect(tied.length).toBeGreaterThan(instances.length / 20);
    const oneLevel = tied.filter((instance) => atomCount(instance) === 1).length;
    expect(oneLevel > 0).toBe(domain.atoms === 1);
    expect(oneLevel).toBeLessThan(instances.length / 50);
  });
});

describe('instances of the widest domain', () => {
  const instances = generated({ atoms: 1, draws: 1 }, 3000);

  it('are sometimes of one atom and sometimes of one draw', () => {
    expect(instances.some((instance) => atomCount(instance) === 1 && instance.n > 1)).toBe(true);
    expect(instances.some((instance) => atomCount(instance) > 1 && instance.n === 1)).toBe(true);
  });

  it('include weights of thirty digits, hundreds of atoms and hundreds of draws', () => {
    expect(instances.some(({ weights }) => weights.some((weight) => weight > 10n ** 29n))).toBe(true);
    expect(instances.some(({ weights }) => weights.length >= 200)).toBe(true);
    expect(instances.some(({ n }) => n > 500)).toBe(true);
  });

  it('keep what lies below the best level above 2^−4000 after n draws', () => {
    for (const { weights, ranks, n } of instances) {
      const total = sumOf(weights);
      const rest = sumOf(weights.filter((_, i) => ranks[i] !== ranks.at(-1)));
      if (rest > 0n && n > 1) expect(((rest << 1n) ** BigInt(n)) << 4000n > total ** BigInt(n)).toBe(true);
    }
  });
});
