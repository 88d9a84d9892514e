import { describe, expect, it } from 'vitest';
import { judgeSampleClaim } from '../../src/judge/parts.ts';
import type { ClaimReport } from '../../src/report/schema.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { falsehood, held, reported, theorem } from '../report/sample-reports.ts';

describe('grades of evidence are never mixed', () => {
  const gradeOf = (changes: Partial<ClaimRun>): ClaimReport['grade'] =>
    reported(theorem, { ...held, ...changes }).grade;

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

describe('a claim on real samples', () => {
  const check = (...outcomes: ('holds' | 'refuted' | 'undecided' | null)[]) => ({ claim: 'x', outcomes });

  it('counts the policies that it speaks of', () => {
    expect(judgeSampleClaim(theorem, check('holds', null, 'holds'))).toEqual({
      id: 'theorem',
      expected: 'holds',
      status: 'ok',
      policies: 2,
      holds: 2,
      refuted: 0,
      undecided: 0,
    });
  });

  it.each([
    ['a theorem that holds', theorem, check('holds'), 'ok'],
    ['a theorem that is refuted', theorem, check('holds', 'refuted', 'undecided'), 'failed'],
    ['a theorem left undecided', theorem, check('holds', 'undecided'), 'inconclusive'],
    ['a falsehood that is refuted', falsehood, check('refuted'), 'ok'],
    ['a falsehood that happens to hold', falsehood, check('holds'), 'ok'],
    ['a falsehood left undecided', falsehood, check('undecided'), 'inconclusive'],
    ['an open question that is refuted', { ...theorem, expected: 'open' as const }, check('refuted'), 'failed'],
  ] as const)('%s', (_, claim, result, status) => {
    expect(judgeSampleClaim(claim, result).status).toBe(status);
  });
});
