import { describe, expect, it } from 'vitest';
import { REGIMES } from '../../src/claims/regimes.ts';
import { buildReport, reportClaim, reportSampleClaim } from '../../src/report/build.ts';
import { type ClaimReport, reportSchema } from '../../src/report/schema.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { falsehood, held, refuted, samples, theorem } from './sample-reports.ts';

const base = { seed: 7, runs: 100, proofs: null, samples: null };

describe('the report of a claim', () => {
  it('is of the documented form', () => {
    const claims = [reportClaim(theorem, held, null), reportClaim(falsehood, refuted, 'falsehood/x.json')];
    const report = buildReport({ ...base, claims, regions: [], sharpness: [], samples });
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('says what the claim and the run say', () => {
    const { id, title, statement, source, hypotheses, expected } = theorem;
    const { seed, instances, outcomes, decidedBy, trivial, smallestMargin, firstUndecided } = held;
    const { regimes, ...rest } = reportClaim(theorem, held, null);
    expect(rest).toEqual({
      ...{ id, title, statement, source, hypotheses, expected },
      ...{ seed, instances, outcomes, decidedBy, trivial, smallestMargin, firstUndecided },
      ...{ standing: 'expected', reasons: [], grade: 'certified', proof: null, counterexample: null },
      ...{ noticedAt: null, derivation: null, exhaustive: null, far: null, climb: null, assumptions: [] },
      ...{ refutedBy: [], reach: { draws: 1000, atoms: 50, digits: 31 } },
    });
    expect(regimes).toHaveLength(7);
  });

  it('lists every regime with its label, count and minimum share', () => {
    const { regimes } = reportClaim(theorem, { ...held, regimes: { ties: 9 } }, null);
    expect(regimes.map(({ id }) => id)).toEqual(Object.keys(REGIMES));
    expect(regimes.at(-1)).toEqual({ id: 'ties', label: 'some rewards tie', instances: 9, minimumShare: 0.05 });
    expect(regimes[0]).toEqual({ id: 'best-rare', label: 'n·ε_∞ ≪ 1', instances: 0, minimumShare: 0.1 });
  });

  it('has a minimum share of 0 where the claim promises none', () => {
    const { regimes } = reportClaim({ ...theorem, shares: {} }, held, null);
    expect(regimes.every(({ minimumShare }) => minimumShare === 0)).toBe(true);
  });

  it('says where its counterexample is kept and what is known of smaller ones', () => {
    expect(reportClaim(falsehood, refuted, 'falsehood/x.json').counterexample).toEqual({
      file: 'falsehood/x.json',
      instance: { weights: ['1', '1'], n: 2 },
      smallest: 'exhaustive: the claim speaks of no smaller policy',
    });
    expect(reportClaim(falsehood, refuted, null).counterexample?.file).toBeNull();
  });
});

describe('grades of evidence are never mixed', () => {
  const gradeOf = (changes: Partial<ClaimRun>): ClaimReport['grade'] =>
    reportClaim(theorem, { ...held, ...changes }, null).grade;

  it.each([
    ['exact', { isExact: true }],
    ['certified', { isExact: false, decidedBy: { exact: 100, doubleDouble: 0, intervals: {} } }],
    ['certified', { decidedBy: { exact: 0, doubleDouble: 100, intervals: {} } }],
    ['certified', { decidedBy: { exact: 99, doubleDouble: 0, intervals: { '40': 1 } } }],
    ['refuted', { refutedBy: ['search'], outcomes: { holds: 99, refuted: 1, undecided: 0 } }],
    ['refuted', { refutedBy: ['exhaustive'], isExact: true }],
    ['refuted', { refutedBy: ['far'] }],
    ['refuted', { refutedBy: ['climb'] }],
    ['refuted', { refutedBy: ['search'], outcomes: { holds: 0, refuted: 1, undecided: 99 } }],
    ['none', { outcomes: { holds: 99, refuted: 0, undecided: 1 } }],
    ['none', { far: { instances: 1, outcomes: { holds: 0, refuted: 0, undecided: 1 } } }],
    [
      'none',
      {
        instances: 0,
        outcomes: { holds: 0, refuted: 0, undecided: 0 },
        decidedBy: { exact: 0, doubleDouble: 0, intervals: {} },
      },
    ],
  ] as const)('%s: %o', (grade, changes) => {
    expect(gradeOf(changes)).toBe(grade);
  });
});

describe('the verdict of a report is the worst standing of any claim', () => {
  const good = reportClaim(theorem, held, null);
  const open = { ...good, standing: 'inconclusive' as const };
  const bad = { ...good, standing: 'unexpected' as const };
  const withSamples = (standing: ClaimReport['standing']): typeof samples => ({
    ...samples,
    claims: samples.claims.map((claim) => ({ ...claim, standing })),
  });

  it.each([
    ['expected', [good, good], null],
    ['inconclusive', [good, open, good], null],
    ['unexpected', [good, open, bad], null],
    ['unexpected', [bad, good], null],
    ['expected', [good], samples],
    ['unexpected', [open], withSamples('unexpected')],
    ['inconclusive', [good], withSamples('inconclusive')],
    ['unexpected', [bad], withSamples('inconclusive')],
  ] as const)('%s', (verdict, claims, sampled) => {
    expect(buildReport({ ...base, claims: [...claims], regions: [], sharpness: [], samples: sampled }).verdict).toBe(
      verdict,
    );
  });
});

describe('a claim on real samples', () => {
  const check = (...outcomes: ('holds' | 'refuted' | 'undecided' | null)[]) => ({ claim: 'x', outcomes });

  it('counts the policies that it speaks of', () => {
    expect(reportSampleClaim(theorem, check('holds', null, 'holds'))).toEqual({
      id: 'theorem',
      expected: 'holds',
      standing: 'expected',
      policies: 2,
      holds: 2,
      refuted: 0,
      undecided: 0,
    });
  });

  it.each([
    ['a theorem that holds', theorem, check('holds'), 'expected'],
    ['a theorem that is refuted', theorem, check('holds', 'refuted', 'undecided'), 'unexpected'],
    ['a theorem left undecided', theorem, check('holds', 'undecided'), 'inconclusive'],
    ['a falsehood that is refuted', falsehood, check('refuted'), 'expected'],
    ['a falsehood that happens to hold', falsehood, check('holds'), 'expected'],
    ['a falsehood left undecided', falsehood, check('undecided'), 'inconclusive'],
    ['an open question that is refuted', { ...theorem, expected: 'open' as const }, check('refuted'), 'unexpected'],
  ] as const)('%s', (_, claim, result, standing) => {
    expect(reportSampleClaim(claim, result).standing).toBe(standing);
  });
});
