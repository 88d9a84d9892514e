import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, type Claim } from '../../src/claims/claim.ts';
import { ClaimFault } from '../../src/claims/fault.ts';
import { type Instance, instanceKey } from '../../src/claims/instance.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { StopSurvey } from '../../src/search/fast-check-adapter.ts';
import { claimSeed } from '../../src/search/random.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { limited, madeUp, truth } from './planted.ts';

const keyOf = ({ policy, n }: BestOfN): string =>
  instanceKey({ weights: policy.weights, ranks: policy.ranks, n } satisfies Instance);

/** A claim that holds everywhere and keeps the instances it is asked about. */
function remembering(seen: BestOfN[]) {
  return madeUp({
    ...truth,
    id: 'remembering',
    relations: (q) => {
      seen.push(q);
      return truth.relations(q);
    },
  });
}

const kindOf = ({ expected, cost = 'low' }: Claim): string => `${expected}, ${cost}`;

describe('a run of one claim', () => {
  // One of each kind here; workers are held against the main thread on all.
  const kinds = catalogue.filter((claim, at) => catalogue.findIndex((other) => kindOf(other) === kindOf(claim)) === at);
  it.each(kinds)('gives the same JSON twice: $id', (claim) => {
    const once = JSON.stringify(runClaim(claim, { runs: 30, seed: 5 }));
    expect(JSON.stringify(runClaim(claim, { runs: 30, seed: 5 }))).toBe(once);
  });

  it("differs with the run's seed", () => {
    const claim = truth;
    expect(runClaim(claim, { runs: 30, seed: 6 }).regimes).not.toEqual(runClaim(claim, { runs: 30, seed: 5 }).regimes);
  });

  it("says what was asked for, and the claim's own seed", () => {
    const run = runClaim(truth, { runs: 40, seed: 8 });
    expect(run).toMatchObject({ id: 'truth', seed: claimSeed(8, 'truth'), requested: 40, instances: 40 });
    expect(run.complete).toBe(true);
  });

  it('counts every instance once as an outcome and once by how it was decided', () => {
    const even = limited('even-n', ({ n }) => n % 2, 0);
    const { outcomes, decidedBy, instances } = runClaim(even, { runs: 200, seed: 3 });
    expect(outcomes.holds).toBeGreaterThan(0);
    expect(outcomes.refuted).toBeGreaterThan(0);
    expect(outcomes.holds + outcomes.refuted).toBe(instances);
    expect(decidedBy).toEqual({ exact: 200, doubleDouble: 0, intervals: {} });
  });

  it('counts each instance in one regime of each trio', () => {
    const { regimes } = runClaim(truth, { runs: 150, seed: 3 });
    const of = (...names: (keyof typeof regimes)[]): number =>
      names.reduce((sum, name) => sum + (regimes[name] ?? 0), 0);
    expect(of('best-rare', 'best-critical', 'best-common')).toBe(150);
    expect(of('collisions-rare', 'collisions-critical', 'collisions-common')).toBe(150);
  });

  it('looks for no counterexample where nothing is refuted', () => {
    expect(runClaim(truth, { runs: 20, seed: 1 }).counterexample).toBeNull();
  });

  it('finds a refutation again that only its last instance shows, repetitions left out', () => {
    const seen: BestOfN[] = [];
    // Narrow enough for repetitions: the survey goes through more instances than it visits.
    runClaim(remembering(seen), { runs: 1000, seed: 2 });
    const last = keyOf(seen.at(-1) as BestOfN);
    const rare = madeUp({
      id: 'remembering',
      relations: (q) => [
        atMost('0', rationalReal(Rational.of(keyOf(q) === last ? 1 : 0)), '0', rationalReal(Rational.ZERO)),
      ],
    });
    const { outcomes, counterexample } = runClaim(rare, { runs: 1000, seed: 2 });
    expect(outcomes.refuted).toBe(1);
    expect(counterexample?.found.run).toBeGreaterThan(1000);
  });
});

describe('a run that is told to stop', () => {
  it('keeps what it visited and is not complete', () => {
    let asked = 0;
    const shouldStop = (): boolean => {
      asked += 1;
      return asked > 17;
    };
    const run = runClaim(truth, { runs: 100, seed: 1, shouldStop });
    expect(run).toMatchObject({ instances: 17, complete: false, requested: 100, outcomes: { holds: 17 } });
  });

  it('may have no number of instances asked for', () => {
    let asked = 0;
    const run = runClaim(truth, { runs: null, seed: 1, shouldStop: () => ++asked > 60 });
    expect(run).toMatchObject({ instances: 60, complete: false, requested: null });
  });

  it('still shrinks what was refuted before', () => {
    let asked = 0;
    const few = limited('few-atoms', ({ policy }) => policy.atoms.length, 2);
    const run = runClaim(few, { runs: null, seed: 1, shouldStop: () => ++asked > 20 });
    expect(run.counterexample?.instance).toEqual({ weights: ['1', '1', '1'], n: 1 });
  });
});

describe('errors and progress', () => {
  it('an error in a claim names the claim and the instance', () => {
    const broken = madeUp({
      id: 'broken',
      relations: () => {
        throw new RangeError('broken');
      },
    });
    expect(() => runClaim(broken, { runs: 5, seed: 1 })).toThrow(ClaimFault);
    expect(new StopSurvey()).toBeInstanceOf(Error);
  });

  it('progress comes every 25 instances and at the end', () => {
    const counts: number[] = [];
    runClaim(truth, { runs: 60, seed: 1, onProgress: (instances) => counts.push(instances) });
    expect(counts).toEqual([25, 50, 60]);
  });
});
