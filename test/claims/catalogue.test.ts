import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { decide, decideOn, disagreement, marginOf } from '../../src/claims/decide.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { type Instance, instanceKey, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { emptiness, leastInstance } from '../../src/claims/least-instance.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { smallInstances } from './small-instances.ts';

const byId = new Map(catalogue.map((claim) => [claim.id, claim]));

function verdict(
  id: string,
  weights: bigint[],
  n: number,
  ranks = weights.map((_, i) => i),
): ReturnType<typeof decide> {
  const claim = byId.get(id);
  if (!claim) throw new Error(`no claim ${id}`);
  return decideOn(claim, new BestOfN(FinitePolicy.fromRanked(weights, ranks), n));
}

describe('the catalogue', () => {
  it('has distinct ids, and claims that say where they come from', () => {
    expect(byId.size).toBe(catalogue.length);
    for (const claim of catalogue)
      expect([claim.statement, claim.source, claim.hypotheses].every((t) => t.length > 10)).toBe(true);
  });

  it.each(catalogue)('has a least instance in the domain of $id', ({ domain }) => {
    const least = leastInstance(domain);
    expect(least && inDomain(least, domain)).toBe(true);
    expect(emptiness(domain)).toBeNull();
  });

  it.each(catalogue)(
    '$id comes out as expected on every instance of its domain of total ≤ 4, ties included',
    (claim) => {
      const instances = smallInstances(claim, 4, 4);
      expect(instances.length).toBeGreaterThan(0);
      for (const instance of instances) {
        const { outcome } = decide(claim, instance);
        const wanted = claim.expected === 'fails' ? ['holds', 'refuted'] : ['holds'];
        expect(wanted, instanceKey(instance)).toContain(outcome);
      }
    },
  );
});

/** Two equal outcomes at n = 2: KL = 3/4 log 3 − log 2 = .1308…, formula = log 2 − 1/2 = .1931…, W = 5/8. */
describe('on two equal outcomes at n = 2', () => {
  it.each([
    ['kl-bound', '0.0623351446'],
    ['gap-upper', '1.9376648553'],
    ['gap-lower', '0.0482867951'],
    ['estimator-upper', '0.0482867951'],
    ['win-rate', '0.0416666666'],
    ['win-rate-gap', '0.2083333333'],
  ])('%s holds with margin %s…', (id, margin) => {
    const { outcome, relation } = verdict(id, [1n, 1n], 2);
    const enclosure = relation && marginOf(relation);
    expect(outcome).toBe('holds');
    expect(enclosure?.lo.toFixed(20).startsWith(margin)).toBe(true);
    expect(enclosure?.hi.toFixed(20).startsWith(margin)).toBe(true);
  });

  it.each([
    ['equality', '0.0623351446'],
    ['win-rate-equality', '0.0416666666'],
  ])('%s is refuted, the right side larger by %s…', (id, margin) => {
    const { outcome, relation } = verdict(id, [1n, 1n], 2);
    const enclosure = relation && marginOf(relation);
    expect(outcome).toBe('refuted');
    expect(enclosure?.lo.toFixed(20).startsWith(margin)).toBe(true);
    expect(enclosure?.hi.toFixed(20).startsWith(margin)).toBe(true);
  });
});

describe('claims are sharp where they should be', () => {
  it.each(['kl-bound', 'gap-upper', 'gap-lower', 'estimator-range', 'estimator-upper', 'win-rate', 'win-rate-gap'])(
    '%s is an equality at n = 1, decided exactly',
    (id) => {
      const { outcome, by, relation } = verdict(id, [1n, 2n, 3n], 1);
      expect([outcome, by]).toEqual(['holds', 'exact']);
      if (id !== 'gap-upper') expect(relation && marginOf(relation).toString()).toBe('[0, 0]');
    },
  );

  it('gap-lower is an equality for one atom, where the best atom is all there is', () => {
    const { relation } = verdict('gap-lower', [5n], 7);
    expect(relation && marginOf(relation).toString()).toBe('[0, 0]');
  });

  it('the equality claims are off by as little as the gap of many outcomes, and refuted all the same', () => {
    const many = Array.from({ length: 300 }, () => 1n);
    for (const id of ['equality', 'win-rate-equality']) {
      const { outcome, relation } = verdict(id, many, 2);
      const margin = relation && marginOf(relation);
      expect([outcome, margin?.sign(), margin?.hi.lt('1e-5')]).toEqual(['refuted', 1, true]);
    }
  });

  it('numbers near every degeneracy are decided too', () => {
    for (const claim of catalogue) {
      for (const [weights, draws] of [
        [[10n ** 30n, 1n], 2],
        [[1n, 10n ** 30n], 2],
        [[10n ** 12n, 1n], 1000],
        [[1n, 1n, 1n], 300],
      ] as const) {
        const n = Math.min(draws, claim.domain.maxDraws ?? draws);
        const auxiliary = claim.domain.auxiliary && weights.map((_, i) => BigInt(i + 1));
        const instance = { ...untied(weights, n), ...(auxiliary && { auxiliary }) };
        if (!inDomain(instance, claim.domain)) continue;
        const { outcome } = decide(claim, instance);
        expect(claim.expected === 'fails' ? ['holds', 'refuted'] : ['holds'], claim.id).toContain(outcome);
      }
    }
  });
});

describe('cross-checks agree', () => {
  it.each(catalogue)('for $id, on every instance of its domain of total ≤ 4, ties included', (claim) => {
    for (const instance of smallInstances(claim, 4, 3)) {
      expect(disagreement(claim, quantitiesOf(instance))?.name, instanceKey(instance)).toBeUndefined();
    }
  });

  it.each(catalogue)('for $id, on instances beyond listing all draws', (claim) => {
    const instances: Instance[] = [
      untied([10n ** 12n, 3n, 1n], 50),
      { weights: [1n, 10n ** 9n, 7n, 7n, 2n], ranks: [0, 1, 1, 2, 3], n: 400 },
    ];
    for (const plain of instances) {
      const auxiliary = plain.weights.map((_, i) => BigInt(i + 1));
      const instance = claim.domain.auxiliary ? { ...plain, auxiliary } : plain;
      if (inDomain(instance, claim.domain)) expect(disagreement(claim, quantitiesOf(instance))?.name).toBeUndefined();
    }
  });
});
