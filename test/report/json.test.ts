import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/formats/json.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { falsehood, held, modelWith, refuted, reported, samples, theorem } from './sample-reports.ts';

const { report } = modelWith({
  runs: null,
  claims: [reported(theorem, held), reported(falsehood, refuted, 'falsehood/x.json')],
  samples,
});

describe('the report for machines', () => {
  it('is read back as it was', () => {
    expect(reportSchema.parse(JSON.parse(json({ report })))).toEqual(report);
  });

  it('is indented JSON with one last newline', () => {
    expect(json({ report })).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });

  it('has its fields in the documented order', () => {
    expect(Object.keys(JSON.parse(json({ report })))).toEqual([
      'format',
      'verdict',
      'seed',
      'runs',
      'claims',
      'regions',
      'sharpness',
      'proofs',
      'samples',
    ]);
  });
});

describe('the form of a report', () => {
  const [claim] = report.claims;

  it.each([
    ['another format', { ...report, format: 'bonafide-report/2' }],
    ['an unknown verdict', { ...report, verdict: 'fine' }],
    ['an extra field', { ...report, time: 3 }],
    ['a claim with an extra field', { ...report, claims: [{ ...claim, milliseconds: 3 }] }],
    ['a claim without its grade', { ...report, claims: [{ ...claim, grade: undefined }] }],
    ['an unknown grade', { ...report, claims: [{ ...claim, grade: 'sampled' }] }],
    ['no samples field', { ...report, samples: undefined }],
    ['half an enclosure', { ...report, claims: [{ ...claim, smallestMargin: { lo: '1' } }] }],
  ])('allows no %s', (_, wrong) => {
    expect(reportSchema.safeParse(wrong).success).toBe(false);
  });
});
