import { describe, expect, it } from 'vitest';
import { FROM_SAMPLES, provenance, workOut } from '../../src/evidence/counterexample.ts';
import { counterexampleSchema } from '../../src/evidence/schema.ts';
import { claimOf, counterexample, equality, found, smallest, tied } from './refuted.ts';

describe('a counterexample worked out from its instance', () => {
  it('says what is violated, by how much and exactly', () => {
    expect(counterexample()).toEqual({
      format: 'bonafide-counterexample/2',
      claim: 'equality',
      statement: equality.statement,
      instance: { weights: ['1', '1'], n: 2 },
      violated: {
        left: {
          name: 'KL',
          lo: '0.1308120359411369591292018062337177104101177840068068',
          hi: '0.1308120359411369591292018062337177104101177840068069',
          exact: '3/4*log(3) - log(2)',
        },
        is: '=',
        right: {
          name: 'log n − (n−1)/n',
          lo: '0.1931471805599453094172321214581765680755001343602552',
          hi: '0.1931471805599453094172321214581765680755001343602553',
          exact: 'log(2) - 1/2',
        },
        margin: {
          lo: '0.06233514461880835028803031522445885766538235035344841',
          hi: '0.06233514461880835028803031522445885766538235035344842',
        },
      },
      found,
    });
  });

  it('keeps the levels where rewards tie', () => {
    expect(counterexample(tied).instance).toEqual({ weights: ['2', '3', '5'], ranks: [0, 1, 1], n: 3 });
  });

  it('has no exact form where that would be too large', () => {
    const large = { weights: [1n, 10n ** 30n], ranks: [0, 1], n: 1000 };
    expect(counterexample(large).violated.left.exact).toBeNull();
  });

  it.each([smallest, tied])('is of the form that files have: %o', (instance) => {
    expect(counterexampleSchema.parse(counterexample(instance))).toEqual(counterexample(instance));
  });

  it('is nothing where the claim holds', () => {
    expect(workOut(claimOf('kl-bound'), smallest, found)).toBeNull();
  });
});

describe('how a counterexample was found', () => {
  const searched = { by: 'search', seed: 5, run: 6, shrinkingSteps: 7 } as const;

  it('says how many smaller ones were tried', () => {
    expect(provenance({ ...searched, leastOf: { tried: 33, maxDraws: 16 } })).toEqual({
      ...searched,
      smallest: 'exhaustive: none of the 33 smaller policies without ties, n ≤ 16, refutes the claim',
    });
  });

  it('says that there is nothing smaller', () => {
    expect(provenance({ ...searched, leastOf: { tried: 0, maxDraws: 16 } }).smallest).toBe(
      'exhaustive: the claim speaks of no smaller policy',
    );
  });

  it('claims no more than shrinking where too many are smaller', () => {
    expect(provenance({ ...searched, leastOf: null }).smallest).toBe(
      'shrunk: no single simplification of it refutes the claim',
    );
  });

  it('claims nothing for real samples', () => {
    expect(FROM_SAMPLES).toEqual({
      by: 'samples',
      seed: null,
      run: null,
      shrinkingSteps: null,
      smallest: 'as observed',
    });
  });
});
