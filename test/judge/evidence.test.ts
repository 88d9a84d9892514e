import { describe, expect, it } from 'vitest';
import { evidenceInWords } from '../../src/judge/evidence.ts';
import { held, refuted, reported, theorem } from '../report/sample-reports.ts';

describe('the evidence in words', () => {
  it.each([
    [held, 'certified on 100 instances'],
    [{ ...held, isExact: true, decidedBy: { exact: 100, doubleDouble: 0, intervals: {} } }, 'exact on 100 instances'],
    [refuted, 'refuted on 99 of 100 instances'],
    [{ ...held, outcomes: { holds: 97, refuted: 0, undecided: 3 } }, '3 of 100 instances undecided'],
    [{ ...held, instances: 0 }, 'not looked at'],
  ])('%#', (run, words) => {
    expect(evidenceInWords(reported(theorem, run))).toBe(words);
  });
});

describe('the evidence about a claim that is proved in part', () => {
  const claim = reported(theorem, held);
  it.each([
    [
      { ...claim, proof: { theorems: ['le'], beyond: 'real n' } },
      'proved, except (real n), and certified on 100 instances',
    ],
    [
      { ...claim, grade: 'proved' as const, proof: { theorems: ['le'], beyond: null } },
      'proved, and certified on 100 instances',
    ],
    [
      { ...claim, expected: 'open' as const, proof: { theorems: ['le'], beyond: 'real n' } },
      'certified on 100 instances',
    ],
  ])('%#', (report, words) => {
    expect(evidenceInWords(report)).toBe(words);
  });
});
