import { describe, expect, it } from 'vitest';
import { judgeRegion } from '../../src/judge/parts.ts';
import { recheck } from '../../src/regions/recheck.ts';
import { regionsFile, regionTable } from '../../src/report/regions.ts';
import { certifyUpTo } from '../../src/run/regions.ts';
import { modelWith } from './sample-reports.ts';

const run = certifyUpTo('gamma-cubic', 6);

describe('inequalities in one variable', () => {
  it('are certified from the least n on, and their certificates are accepted again when read from the file', () => {
    expect(run).toMatchObject({ from: 3, to: 6, failures: [] });
    const { certificates } = JSON.parse(regionsFile(run) ?? '');
    expect(certificates.map(({ n }: { n: number }) => n)).toEqual([3, 4, 5, 6]);
    for (const certificate of certificates) expect(recheck(certificate)).toBe(true);
  });

  it('are reported with the number of their boxes', () => {
    const boxes = run.certificates.reduce((sum, certificate) => sum + certificate.boxes.length, 0);
    const report = judgeRegion(run);
    expect(report).toMatchObject({ status: 'ok', certified: 4, boxes });
    expect(regionTable(modelWith({ regions: [report] })).at(-1)).toContain(`| 3…6 | all 4     | ${boxes}`);
    expect(regionTable(modelWith({}))).toEqual([]);
    expect(regionsFile({ certificates: [] })).toBeNull();
  });

  it.each([
    ['refuted', 'failed'],
    ['undecided', 'inconclusive'],
  ] as const)('make the run fail where one is %s', (outcome, status) => {
    const report = judgeRegion({ ...run, failures: [{ n: 5, outcome, where: 'at t = 1/2' }] });
    expect(report.status).toBe(status);
    expect(regionTable(modelWith({ regions: [report] })).at(-1)).toBe(
      `- gamma-cubic: **n = 5 ${outcome}**, at t = 1/2`,
    );
  });
});
