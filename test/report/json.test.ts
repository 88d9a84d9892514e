import { readFile } from 'node:fs/promises';
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

  it('has a line for each claim, so that a diff shows which of them changed', () => {
    const lines = json({ report }).split('\n');
    for (const claim of report.claims) {
      const one = `    ${JSON.stringify(claim)}`;
      expect(lines.filter((line) => line.replace(/,$/, '') === one)).toHaveLength(1);
    }
  });

  it('is indented otherwise, with one last newline', () => {
    const { claims: _, samples: __, ...rest } = report;
    const few = { ...rest, claims: [], samples: null };
    expect(json({ report: few })).toBe(`${JSON.stringify(few, null, 2)}\n`);
  });

  it('is how the committed report is written', async () => {
    const text = await readFile(new URL('../../reports/verification.json', import.meta.url), 'utf8');
    expect(json({ report: JSON.parse(text) }) === text).toBe(true);
  });

  it('has its fields in the documented order', () => {
    expect(Object.keys(JSON.parse(json({ report })))).toEqual([
      'format',
      'status',
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
    ['another format', { ...report, format: 'bonafide-report/3' }],
    ['an unknown status', { ...report, status: 'fine' }],
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
