import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { explanationOf } from '../../src/judge/explanation.ts';
import { explanationText } from '../../src/report/explanation-text.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';

const file = new URL('../../reports/verification.json', import.meta.url);
const report: Report = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
const claim = catalogue.find(({ id }) => id === 'kl-bound') as (typeof catalogue)[number];
const places = { section: null, theorem: (name: string, of: string): string => `${of}#${name}` };
const textOf = (given: Report): string => explanationText(explanationOf(claim, given, places));

describe('an explanation says no more than the report', () => {
  it('of theorems that a checker accepted', () => {
    expect(textOf(report)).toContain('\n  proved in Coq:\n');
  });

  it('of a theorem that was not accepted', () => {
    const theorems = report.proofs?.theorems.map((one) => ({ ...one, ok: one.name !== 'kl_le_formula' })) ?? [];
    const rejected = { ...report, proofs: { ...(report.proofs as NonNullable<Report['proofs']>), theorems } };
    expect(explanationOf(claim, rejected, places).proved).toBe(false);
    expect(textOf(rejected)).toContain('\n  stated, but not checked, in Coq:\n');
  });

  it('where no proofs were checked, and where it does not have the claim', () => {
    expect(explanationOf(claim, { ...report, proofs: null }, places)).toMatchObject({ theorems: [], proved: false });
    expect(textOf({ ...report, claims: [] })).toContain('found: the report of this version does not have it');
  });

  it('of what was found without an assumption, whatever the claim declares', () => {
    const claims = report.claims.map((one) => ({
      ...one,
      assumptions: one.assumptions.map((cell) => ({ ...cell, outcomes: { holds: 0, refuted: 0, undecided: 1 } })),
    }));
    const [first] = explanationOf(claim, { ...report, claims }, places).without;
    expect(first).toMatchObject({ assumption: 'ties, broken at random', outcome: 'undecided' });
  });
});
