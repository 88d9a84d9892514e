import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/formats/markdown.ts';
import type { Report } from '../../src/report/schema.ts';
import { falsehood, held, modelWith, NO_LINKS, refuted, reported, samples, theorem } from './sample-reports.ts';

const LINKS = {
  sections: { theorem: '../docs/theory.md#claim-theorem' },
  counterexamples: '../kept',
  figures: 'figures.md',
  glossary: '../docs/glossary.md',
  proofs: '../proofs',
  theorems: 'proofs.md',
};

const claims = [reported(theorem, held), reported(falsehood, refuted, 'falsehood/x.json')];
const written = (parts: Partial<Report>, links = NO_LINKS): string => markdown(modelWith(parts, links));
const text = written({ claims });
const lines = text.split('\n');

describe('the report for people', () => {
  it('begins with its title and verdict, seed and budget', () => {
    expect(lines.slice(0, 3)).toEqual([
      '# Verification report',
      '',
      'Status: **every claim behaved as expected**. Seed 7, 100 distinct instances a claim.',
    ]);
  });

  it('links to the glossary where there is one', () => {
    expect(written({ claims }, LINKS)).toContain('\n\nWords are explained in the [glossary](../docs/glossary.md).\n\n');
    expect(text).not.toContain('glossary');
  });

  it('says when the time was the limit', () => {
    expect(written({ claims, runs: null })).toContain('as many instances as the time allowed');
  });

  it('has one row and one section a claim, in order', () => {
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## theorem: A theorem',
      '## falsehood: A falsehood',
    ]);
    const rows = lines.filter((line) => / \| (holds|is false) +\| /.test(line));
    expect(rows.map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
      ['', 'theorem', 'x ≤ y', 'holds', 'certified on 100 instances', 'yes', ''],
      ['', 'falsehood', 'x ≤ y', 'is false', 'refuted on 99 of 100 instances', 'yes', ''],
    ]);
  });

  it('says which tier decided how many', () => {
    expect(text).toContain(
      '- Decided exactly 40 (40 %), in double-double 50 (50 %), by intervals of 40 digits 10 (10 %).',
    );
  });

  it('says margins with their instances, and where each regime stands', () => {
    expect(text).toContain(
      '- Smallest certified margin: between 0.125 and 0.126, at weights 1, 2, levels 0, 0, n = 3.',
    );
    expect(text).toMatch(/\| n·ε\\_∞ ≪ 1 +\| 30 +\| 10 % +\|/);
    expect(text).toMatch(/\| some rewards tie +\| 9 +\| 5 % +\|/);
  });

  it('ends with one newline and has no line with space at its end', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(lines.filter((line) => / $/.test(line))).toEqual([]);
  });
});

describe('what is not as expected stands out', () => {
  it.each([
    ['failed', '**no**', 'a claim did not behave as expected'],
    ['inconclusive', '**inconclusive**', 'the run does not decide every claim'],
  ] as const)('%s', (status, mark, verdict) => {
    const bad = { ...reported(theorem, held), status, reasons: ['one reason', 'another'] };
    const text = written({ status: status, claims: [bad] });
    expect(text).toContain(`| ${mark}`);
    expect(text).toContain(`Status: **${verdict}**`);
    expect(text).toContain('- **Not as expected:** one reason.\n- **Not as expected:** another.\n');
  });

  it('with the first undecided instance', () => {
    const run = {
      ...held,
      firstUndecided: { weights: ['5'], n: 9 },
      outcomes: { holds: 99, refuted: 0, undecided: 1 },
    };
    const text = written({ claims: [reported(theorem, run)] });
    expect(text).toContain('- First undecided: weights 5, n = 9.');
    expect(text).toContain('1 of 100 instances undecided');
  });
});

describe('links', () => {
  it('lead from a claim to its anchor, and to its counterexample', () => {
    const text = written({ claims }, LINKS);
    expect(text).toContain('| [theorem](../docs/theory.md#claim-theorem) ');
    expect(text).toContain(
      '- Counterexample: weights 1, 1, n = 2 ([falsehood/x.json](../kept/falsehood/x.json)); exhaustive',
    );
  });

  it('are left out where there is nothing to lead to', () => {
    expect(text).not.toMatch(/\]\(/);
    expect(written({ claims: [reported(falsehood, refuted)] }, LINKS)).toContain(
      'weights 1, 1, n = 2 (falsehood, not saved); exhaustive',
    );
  });
});

describe('real samples', () => {
  const withSamples = written({ claims, samples });

  it('are a section of their own, or none', () => {
    expect(withSamples).toContain(
      '## Real samples\n\n- 31 rows of log.jsonl; columns prompt, response, reward=score\n',
    );
    expect(withSamples).toContain('\n- skipped: 1 bad row (NaN), the first at log.jsonl:7\n');
    expect(text).not.toContain('Real samples');
  });

  it('say whose KL it is', () => {
    expect(withSamples).toContain('\n30 samples of 3 prompts. KL and win rate are those of the empirical policies, ');
    expect(withSamples).toContain('They do not estimate those of the model');
    const exact = written({ claims, samples: { ...samples, kind: 'support' } });
    expect(exact).toContain(
      '\n30 answers of 3 prompts, with the probabilities of all. KL and win rate are those of the policies with the given ',
    );
    expect(exact).not.toContain('empirical');
  });

  it('have a row for each n and a row for each claim', () => {
    const row = ['2', '0.193147', '0.130812', '0.000000', '0.130812', '0.130812', '0.625000', '0.666667'];
    expect(withSamples).toMatch(new RegExp(`\\| ${row.join(' +\\| ')} +\\|`));
    expect(withSamples).toMatch(/\| theorem +\| holds +\| 3 +\| 3 +\| 0 +\| 0 +\| yes +\|/);
  });
});
