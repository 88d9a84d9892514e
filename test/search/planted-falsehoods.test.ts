import { describe, expect, it } from 'vitest';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost } from '../../src/claims/claim.ts';
import { atomCount, instanceToJson, policyOf } from '../../src/claims/instance.ts';
import type { InstanceJson } from '../../src/claims/instance-schema.ts';
import { upwards } from '../../src/search/exhaust.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { enumerate } from '../../src/selection/oracles/enumerate.ts';
import { ANY, limited, madeUp } from './planted.ts';

const LOG_TWO = LogForm.log(Rational.of(2));

const klBelowLogTwo = madeUp({
  id: 'kl-below-log-two',
  relations: ({ kl }) => [atMost('KL', kl, 'log 2', exactReal(LOG_TWO))],
});

const bestBelowNineTenths = madeUp({
  id: 'best-below-nine-tenths',
  domain: { atoms: 2, draws: 3 },
  relations: ({ policy }) => [
    atMost('ε_∞', rationalReal(policy.mass(policy.atoms.length - 1)), '9/10', rationalReal(Rational.of(9, 10))),
  ],
});

/** The first instance in order that a brute-force oracle finds above log 2. */
function firstAboveLogTwo(): InstanceJson {
  for (const instance of upwards(ANY, 4, 16)) {
    if (atomCount(instance) ** instance.n > 100_000) continue;
    const { kl } = enumerate(policyOf(instance), instance.n);
    if (kl.sub(LOG_TWO).sign() > 0) return instanceToJson(instance);
  }
  throw new Error('no such instance');
}

const PLANTED = [
  { claim: limited('k-at-most-3', ({ policy }) => policy.atoms.length, 3), smallest: { weights: '1111', n: 1 } },
  { claim: limited('n-at-most-7', ({ n }) => n, 7), smallest: { weights: '1', n: 8 } },
  { claim: limited('n-at-most-99', ({ n }) => n, 99), smallest: { weights: '1', n: 100 } },
  { claim: limited('total-at-most-9', ({ policy }) => policy.total, 9), smallest: { weights: '19', n: 1 } },
  {
    claim: limited('k-at-most-3-of-many', ({ policy }) => policy.atoms.length, 3, { atoms: 2, draws: 5 }),
    smallest: { weights: '1111', n: 5 },
  },
];

describe.each([1, 2])('with seed %i a falsehood is found and shrunk to its smallest instance', (seed) => {
  it.each(PLANTED)('$claim.id', ({ claim, smallest }) => {
    const { counterexample, outcomes } = runClaim(claim, { runs: 60, seed });
    expect(outcomes.refuted).toBeGreaterThan(0);
    expect(counterexample?.instance).toEqual({ weights: [...smallest.weights], n: smallest.n });
  });

  it('no reward ties', () => {
    const claim = limited('no-ties', ({ policy }) => policy.weights.length - policy.atoms.length, 0);
    const { counterexample } = runClaim(claim, { runs: 60, seed });
    expect(counterexample?.instance).toEqual({ weights: ['1', '1'], ranks: [0, 0], n: 1 });
    // [1] and [2] with n ≤ 16 each, and the untied 1, 1 with n = 1.
    expect(counterexample?.found.leastOf).toEqual({ tried: 33, maxDraws: 16 });
  });

  it('KL ≤ log 2, with the smallest instance from a brute-force oracle', () => {
    const { counterexample } = runClaim(klBelowLogTwo, { runs: 60, seed });
    expect(counterexample?.instance).toEqual(firstAboveLogTwo());
  });

  it('ε_∞ ≤ 9/10, whose smallest instance needs eleven parts', () => {
    const { counterexample } = runClaim(bestBelowNineTenths, { runs: 60, seed });
    expect(counterexample?.instance).toEqual({ weights: ['1', '10'], n: 3 });
  });
});
