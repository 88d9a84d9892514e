import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost } from '../../src/claims/claim.ts';
import { decide } from '../../src/claims/decide.ts';
import { type Instance, quantitiesOf } from '../../src/claims/instance.ts';
import { tightness } from '../../src/claims/tightness.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { climb } from '../../src/search/climb.ts';
import { reduce } from '../../src/search/reduce.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { madeUp, truth, within } from './planted.ts';

/** True of no policy with a mass above 9999/10000, of which the generator makes few. */
const heavyTop = madeUp({
  id: 'heavy-top',
  expected: 'open',
  domain: { atoms: 2, draws: 2 },
  relations: ({ policy }) => [
    atMost('Σp²', rationalReal(powerSum(policy, 2)), '0.99999', rationalReal(Rational.parse('0.99999'))),
  ],
});

/** At n = 2 the gap is at most (log 2 − 1/2) Σ p³/F, which Σp² exceeds by as little as one likes. */
const sharp = madeUp({
  id: 'sharp',
  expected: 'holds',
  domain: { atoms: 2, draws: 2, maxDraws: 2 },
  relations: (q) => [atMost('gap', q.gap, 'κ Σp²', multiple(powerSum(q.policy, 2), q.at(2).atomlessKl))],
});

describe('hill climbing', () => {
  it('is the same for the same seed and evaluations, and another for another seed', () => {
    const [first, again, other] = [climb(sharp, 1, 300), climb(sharp, 1, 300), climb(sharp, 2, 300)];
    expect(again).toEqual(first);
    expect(other.summit?.instance).not.toEqual(first.summit?.instance);
  });

  it('goes nearer to an equality than the instances it starts from', () => {
    const [few, many] = [climb(sharp, 3, 20), climb(sharp, 3, 1500)];
    expect(many.summit?.relative).toBeGreaterThan(0);
    expect(many.summit?.relative).toBeLessThan((few.summit?.relative ?? 0) / 10);
    expect(many.evaluations).toBe(1500);
  });

  it('stops at a refutation, which the run reports and reduces', () => {
    const { summit, evaluations } = climb(heavyTop, 5, 4000);
    expect(summit?.relative).toBeLessThan(0);
    expect(evaluations).toBeLessThan(4000);
    const run = runClaim(heavyTop, { runs: 1, seed: 5, climbs: 4000 });
    expect(run.counterexample?.found).toMatchObject({ by: 'climb', shrinkingSteps: null });
    expect(run.refutedBy).toContain('climb');
    expect(run.climb?.relative).toBeLessThan(0);
  });

  it('says nothing of a claim whose sides are never both different from 0', () => {
    expect(climb(truth, 1, 50)).toEqual({ evaluations: 50, summit: null });
  });

  it('steers by the tightest inequality', () => {
    const q = quantitiesOf({ weights: [1n, 3n], ranks: [0, 1], n: 2 });
    const [one, two, four] = [1, 2, 4].map((value) => rationalReal(Rational.of(value)));
    if (!one || !two || !four) throw new Error('three numbers');
    const claim = madeUp({ id: 'two', relations: () => [atMost('1', one, '4', four), atMost('1', one, '2', two)] });
    expect(tightness(claim, q)).toMatchObject({ relation: { right: { name: '2' } }, relative: 0.5 });
  });
});

describe('reducing', () => {
  it('ends where no simpler instance is wanted', () => {
    const large = within({ weights: [50_000_000n, 7n, 3n, 9n], ranks: [0, 1, 2, 3], n: 9 }, heavyTop.domain);
    const isWanted = (instance: Instance): boolean => decide(heavyTop, instance).outcome === 'refuted';
    const { instance: smallest, isCutShort } = reduce(large, heavyTop.domain, isWanted);
    expect(smallest).toMatchObject({ n: 2 });
    expect(smallest.weights).toHaveLength(2);
    expect(isWanted({ ...smallest, weights: smallest.weights.map((w) => (w > 1n ? w - 1n : w)) })).toBe(false);
    expect(isCutShort).toBe(false);
  });
});
