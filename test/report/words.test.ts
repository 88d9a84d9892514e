import { describe, expect, it } from 'vitest';
import { reportClaim } from '../../src/report/build.ts';
import { findingInWords, instanceInWords } from '../../src/report/words.ts';
import { held, refuted, theorem } from './sample-reports.ts';

describe('an instance in words', () => {
  it.each([
    [{ weights: ['1', '1'], n: 2 }, 'weights 1, 1, n = 2'],
    [{ weights: ['1', '2', '3'], ranks: [0, 0, 1], n: 4 }, 'weights 1, 2, 3, levels 0, 0, 1, n = 4'],
    [{ weights: Array(16).fill('1'), n: 2 }, `weights ${Array(16).fill('1').join(', ')}, n = 2`],
    [{ weights: Array(17).fill('1'), n: 2 }, '17 weights, n = 2'],
    [{ weights: [`1${'0'.repeat(60)}`], n: 5 }, '1 weights, n = 5'],
  ])('%o', (instance, words) => {
    expect(instanceInWords(instance)).toBe(words);
  });
});

describe('a finding in words', () => {
  it.each([
    [held, 'certified on 100 instances, 40 of them exactly'],
    [{ ...held, decidedBy: { exact: 100, enclosure: 0 } }, 'exact on 100 instances'],
    [refuted, 'refuted on 99 of 100 instances'],
    [{ ...held, outcomes: { holds: 97, refuted: 0, undecided: 3 } }, '3 of 100 instances undecided'],
    [{ ...held, instances: 0 }, 'not looked at'],
  ])('%#', (run, words) => {
    expect(findingInWords(reportClaim(theorem, run, null))).toBe(words);
  });
});
