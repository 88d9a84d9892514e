import { describe, expect, it } from 'vitest';
import { REGIMES } from '../../src/claims/regimes.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { falsehood, held, modelWith, refuted, reported, samples, theorem } from './sample-reports.ts';

describe('the report of a claim', () => {
  it('is of the documented form', () => {
    const claims = [reported(theorem, held), reported(falsehood, refuted, 'falsehood/x.json')];
    const { report } = modelWith({ claims, samples });
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('says what the claim and the run say', () => {
    const { id, title, statement, source, hypotheses, expected } = theorem;
    const { seed, instances, outcomes, decidedBy, trivial, smallestMargin, firstUndecided } = held;
    const { regimes, ...rest } = reported(theorem, held);
    expect(rest).toEqual({
      ...{ id, title, statement, source, hypotheses, expected },
      ...{ seed, instances, outcomes, decidedBy, trivial, smallestMargin, firstUndecided },
      ...{ status: 'ok', reasons: [], grade: 'certified', proof: null, counterexample: null },
      ...{ noticedAt: null, derivation: null, exhaustive: null, far: null, climb: null, assumptions: [] },
      ...{ refutedBy: [], reach: { draws: 1000, atoms: 50, digits: 31 } },
    });
    expect(regimes).toHaveLength(7);
  });

  it('lists every regime with its label, count and minimum share', () => {
    const { regimes } = reported(theorem, { ...held, regimes: { ties: 9 } });
    expect(regimes.map(({ id }) => id)).toEqual(Object.keys(REGIMES));
    expect(regimes.at(-1)).toEqual({ id: 'ties', label: 'some rewards tie', instances: 9, minimumShare: 0.05 });
    expect(regimes[0]).toEqual({ id: 'best-rare', label: 'n·ε_∞ ≪ 1', instances: 0, minimumShare: 0.1 });
  });

  it('has a minimum share of 0 where the claim promises none', () => {
    const { regimes } = reported({ ...theorem, shares: {} }, held);
    expect(regimes.every(({ minimumShare }) => minimumShare === 0)).toBe(true);
  });

  it('says where its counterexample is kept and what is known of smaller ones', () => {
    expect(reported(falsehood, refuted, 'falsehood/x.json').counterexample).toEqual({
      file: 'falsehood/x.json',
      instance: { weights: ['1', '1'], n: 2 },
      violated: null,
      smallest: 'exhaustive: the claim speaks of no smaller policy',
    });
    expect(reported(falsehood, refuted).counterexample?.file).toBeNull();
  });
});
