/** Whatever the domain, everything that a search makes of it lies in it, and there is enough of it. */

import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import type { Domain } from '../../src/claims/claim.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { instanceFromJson, instanceKey, instanceToJson } from '../../src/claims/instance.ts';
import { leastInstance } from '../../src/claims/least-instance.ts';
import { everyInstance, scaleOf } from '../../src/search/every-instance.ts';
import { farInstances } from '../../src/search/far.ts';
import { generate } from '../../src/search/generate.ts';
import { neighbour } from '../../src/search/moves.ts';
import { seeded } from '../../src/search/random.ts';
import { reduce } from '../../src/search/reduce.ts';
import { shrink } from '../../src/search/shrink.ts';
import { limited } from './planted.ts';

const KINDS: readonly Partial<Domain>[] = [
  {},
  { ties: true },
  { exactForms: true },
  { continuousParts: true },
  { atomless: true },
  { auxiliary: true },
  { realDraws: true },
  { bottomHeavy: true },
  { ties: true, exactForms: true },
  { ties: true, continuousParts: true, realDraws: true },
  { continuousParts: true, exactForms: true },
  { atomless: true, auxiliary: true },
  { ties: true, auxiliary: true },
];

const ATOMS = [1, 2, 12, 30, 64, 400, 5000];
const DRAWS: readonly (readonly [number, number?])[] = [
  [1],
  [2, 2],
  [1.125, 1.875],
  [9, 9.5],
  [2000],
  [10 ** 6],
  [10 ** 9],
];

const ALL: Domain[] = ATOMS.flatMap((atoms) =>
  DRAWS.flatMap(([draws, maxDraws]) =>
    KINDS.map((kind) => ({ atoms, draws, ...(maxDraws && { maxDraws }), ...kind }) as Domain),
  ),
);
const POSSIBLE = ALL.filter((domain) => leastInstance(domain) !== null);

describe.each(ATOMS)('domains of at least %i atoms', (atoms) => {
  const domains = POSSIBLE.filter((domain) => domain.atoms === atoms);
  const count = atoms > 1000 ? 2 : atoms > 100 ? 6 : 40;

  it('have generated instances that lie in them and are not all the same', () => {
    for (const domain of domains) {
      const random = seeded(JSON.stringify(domain));
      const instances = Array.from({ length: count }, () => generate(random, domain));
      for (const instance of instances) expect([domain, inDomain(instance, domain)]).toEqual([domain, true]);
      if (atoms <= 64) {
        for (const instance of instances.slice(0, 5)) {
          expect(instanceKey(instanceFromJson(instanceToJson(instance)))).toBe(instanceKey(instance));
        }
      }
      const distinct = new Set(instances.map(instanceKey)).size;
      expect([domain, distinct >= Math.min(count / 2, 12)]).toEqual([domain, true]);
    }
  });

  it('have simplifications and far instances that lie in them, and neighbours that are found out where they do not', () => {
    for (const domain of atoms > 1000 ? domains.slice(0, 4) : domains) {
      const random = seeded(`more ${JSON.stringify(domain)}`);
      const instance = generate(random, domain);
      let left = atoms > 100 ? 20 : 100;
      for (const simpler of shrink(instance, domain)) {
        expect(inDomain(simpler, domain)).toBe(true);
        left -= 1;
        if (left === 0) break;
      }
      for (let step = 0; step < 5; step += 1) neighbour(random, instance);
      const claim = limited('far', () => 0, 1, domain);
      for (const far of farInstances(claim, random, { draws: 4, manyAtoms: 2, maxAtoms: 200 })) {
        expect(inDomain(far, domain)).toBe(true);
      }
    }
  });
});

describe('a domain that lists are made of', () => {
  const few = POSSIBLE.filter(({ atoms, draws }) => atoms <= 12 && (draws === 1 || draws === 2));

  it('has lists that lie in it', () => {
    for (const domain of few) {
      for (const instance of everyInstance(domain, scaleOf(domain, 5, 3)))
        expect(inDomain(instance, domain)).toBe(true);
    }
  });

  it('has a least instance at the end of reducing', () => {
    for (const domain of few.filter(({ continuousParts }) => !continuousParts)) {
      const random = seeded(`reduce ${JSON.stringify(domain)}`);
      const { instance } = reduce(generate(random, domain), domain, () => true);
      const total = sumOf(instance.weights);
      expect([domain, total]).toEqual([domain, BigInt(domain.atoms + (domain.ties ? 1 : 0))]);
    }
  });
});
