import { describe, expect, it } from 'vitest';
import { buildReport, reportClaim } from '../../src/report/build.ts';
import { markdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/schema.ts';
import { falsehood, held, refuted, samples, theorem } from './sample-reports.ts';

const NO_LINKS = { section: () => null, counterexamples: null, figures: null, proofs: null, theorems: null };
const LINKS = {
  section: (id: string) => `../docs/theory.md#claim-${id}`,
  counterexamples: '../kept',
  figures: 'figures.md',
  proofs: '../proofs',
  theorems: 'proofs.md',
};

const claims = [reportClaim(theorem, held, null), reportClaim(falsehood, refuted, 'falsehood/x.json')];
const report = buildReport({ seed: 7, runs: 100, claims, regions: [], sharpness: [], proofs: null, samples: null });
const lines = (of: Report, links = NO_LINKS): string[] => markdown(of, links).split('\n');

describe('the report for people', () => {
  it('begins with its title and verdict, seed and budget', () => {
    expect(lines(report).slice(0, 3)).toEqual([
      '# Verification report',
      '',
      'Verdict: **every claim behaved as expected**. Seed 7, 100 distinct instances a claim.',
    ]);
  });

  it('says when the time was the limit', () => {
    expect(markdown({ ...report, runs: null }, NO_LINKS)).toContain('as many instances as the time allowed');
  });

  it('has one row and one section a claim, in order', () => {
    expect(lines(report).filter((line) => line.startsWith('## '))).toEqual([
      '## theorem: A theorem',
      '## falsehood: A falsehood',
    ]);
    const rows = lines(report).filter((line) => / \| (holds|is false) +\| /.test(line));
    expect(rows.map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
      ['', 'theorem', 'x ≤ y', 'holds', 'certified on 100 instances', 'yes', ''],
      ['', 'falsehood', 'x ≤ y', 'is false', 'refuted on 99 of 100 instances', 'yes', ''],
    ]);
  });

  it('says which tier decided how many', () => {
    expect(markdown(report, NO_LINKS)).toContain(
      '- Decided exactly 40 (40 %), in double-double 50 (50 %), by intervals of 40 digits 10 (10 %).',
    );
  });

  it('says margins with their instances, and where each regime stands', () => {
    const text = markdown(report, NO_LINKS);
    expect(text).toContain(
      '- Smallest certified margin: between 0.125 and 0.126, at weights 1, 2, levels 0, 0, n = 3.',
    );
    expect(text).toMatch(/\| n·ε_∞ ≪ 1 +\| 30 +\| 10 % +\|/);
    expect(text).toMatch(/\| some rewards tie +\| 9 +\| 5 % +\|/);
  });

  it('ends with one newline and has no line with space at its end', () => {
    expect(markdown(report, NO_LINKS)).toMatch(/[^\n]\n$/);
    expect(lines(report).filter((line) => / $/.test(line))).toEqual([]);
  });
});

describe('what is not as expected stands out', () => {
  it.each([
    ['unexpected', '**no**', 'a claim did not behave as expected'],
    ['inconclusive', '**undecided**', 'the run does not decide every claim'],
  ] as const)('%s', (standing, mark, verdict) => {
    const bad = { ...reportClaim(theorem, held, null), standing, reasons: ['one reason', 'another'] };
    const text = markdown(
      buildReport({ seed: 7, runs: 100, claims: [bad], regions: [], sharpness: [], proofs: null, samples: null }),
      NO_LINKS,
    );
    expect(text).toContain(`| ${mark}`);
    expect(text).toContain(`Verdict: **${verdict}**`);
    expect(text).toContain('- **Not as expected:** one reason.\n- **Not as expected:** another.\n');
  });

  it('with the first undecided instance', () => {
    const run = {
      ...held,
      firstUndecided: { weights: ['5'], n: 9 },
      outcomes: { holds: 99, refuted: 0, undecided: 1 },
    };
    const text = markdown(
      buildReport({
        seed: 7,
        runs: 100,
        claims: [reportClaim(theorem, run, null)],
        regions: [],
        sharpness: [],
        proofs: null,
        samples: null,
      }),
      NO_LINKS,
    );
    expect(text).toContain('- First undecided: weights 5, n = 9.');
    expect(text).toContain('1 of 100 instances undecided');
  });
});

describe('links', () => {
  it('lead from a claim to its anchor, and to its counterexample', () => {
    const text = markdown(report, LINKS);
    expect(text).toContain('| [theorem](../docs/theory.md#claim-theorem) ');
    expect(text).toContain(
      '- Counterexample: weights 1, 1, n = 2 ([falsehood/x.json](../kept/falsehood/x.json)); exhaustive',
    );
  });

  it('are left out where there is nothing to lead to', () => {
    expect(markdown(report, NO_LINKS)).not.toMatch(/\]\(/);
    const unsaved = buildReport({ ...report, claims: [reportClaim(falsehood, refuted, null)] });
    expect(markdown(unsaved, LINKS)).toContain('weights 1, 1, n = 2 (falsehood, not saved); exhaustive');
  });
});

describe('real samples', () => {
  const text = markdown(
    buildReport({ seed: 7, runs: 100, claims, regions: [], sharpness: [], proofs: null, samples }),
    NO_LINKS,
  );

  it('are a section of their own, or none', () => {
    expect(text).toContain('## Real samples\n\n30 samples of 3 prompts, one empirical policy a prompt.\n');
    expect(markdown(report, NO_LINKS)).not.toContain('Real samples');
  });

  it('have a row for each n and a row for each claim', () => {
    const row = ['2', '0.193147', '0.130812', '0.000000', '0.130812', '0.130812', '0.625000', '0.666667'];
    expect(text).toMatch(new RegExp(`\\| ${row.join(' +\\| ')} +\\|`));
    expect(text).toMatch(/\| theorem +\| holds +\| 3 +\| 3 +\| 0 +\| 0 +\|/);
  });
});
