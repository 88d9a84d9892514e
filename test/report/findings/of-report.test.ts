import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../src/report/findings/finding.ts';
import { reported as as } from '../../../src/report/findings/of-report.ts';
import { falsehood, modelWith, NO_LINKS, refuted, reported, theorem } from '../sample-reports.ts';

const found = (...parts: Parameters<typeof modelWith>): Findings =>
  JSON.parse(as((findings) => JSON.stringify(findings))(modelWith(...parts)));

describe('the findings of a report', () => {
  it('has each claim with its counterexample, where its section is', () => {
    const sections = { falsehood: 'docs/theory.md#claim-falsehood' };
    const { suite, findings } = found({ claims: [reported(falsehood, refuted)] }, { ...NO_LINKS, sections });
    expect(suite).toBe('bonafide verify');
    expect(findings).toEqual([
      {
        id: 'falsehood',
        name: 'x ≤ y',
        outcome: 'passed',
        message: 'is false: refuted on 99 of 100 instances',
        details: `counterexample: weights 1, 1, n = 2\nhypotheses: ${falsehood.hypotheses}\nsource: ${falsehood.source}`,
        place: { file: 'docs/theory.md' },
      },
    ]);
  });

  it('says first why a claim is not as expected', () => {
    const [finding] = found({ claims: [reported(theorem, { ...refuted, id: 'theorem' })] }).findings;
    expect(finding).toMatchObject({
      outcome: 'failed',
      message: 'it was refuted on 99 of 100 instances',
      details: expect.stringMatching(/^holds: refuted on 99 of 100 instances\n/),
      place: null,
    });
  });
});
