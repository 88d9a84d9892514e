import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../src/claims/assumption.ts';
import { REGIMES } from '../../src/claims/regimes.ts';
import { bonafide } from '../cli/bonafide.ts';
import { pageAt } from './pages.ts';

const glossary = pageAt('docs/glossary.md');
/** Terms stand in bold, and names of columns as code. */
const terms = new Set(
  [...glossary.matchAll(/\*\*([^*]+)\*\*|`([^`]+)`/g)].map(([, a, b]) => (a ?? b ?? '').toLowerCase()),
);

const unknown = (words: readonly string[]): string[] => words.filter((word) => !terms.has(word.toLowerCase()));

/** The heads of the tables of a page, each once. */
function headsOf(page: string): string[] {
  const heads = [...page.matchAll(/^\| (.*) \|\n\|[| -]+\|$/gm)].flatMap(([, row = '']) => row.split('|'));
  return [...new Set(heads.map((head) => head.trim().replaceAll('\\', '')))];
}

describe('the glossary has', () => {
  const report = pageAt('reports/verification.md');

  it('the heads of all tables of the report', () => {
    expect(headsOf(report)).toEqual(expect.arrayContaining(['regime', 'minimum share', ...Object.values(ASSUMPTIONS)]));
    expect(unknown(headsOf(report))).toEqual([]);
  });

  it('the headings of the report that are not about one claim', () => {
    const headings = [...report.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    const general = headings.filter((heading) => !/^[a-z0-9-]+: /.test(heading));
    expect(general).toHaveLength(3);
    expect(unknown(general)).toEqual([]);
  });

  it('the grades of evidence', () => {
    const [, grades = ''] = /^Grades of evidence: ([\s\S]*?)\n\n/m.exec(report) ?? [];
    const words = [...grades.matchAll(/\*([a-z]+)\*/g)].map(([, word = '']) => word);
    expect(words).toEqual(['proved', 'exact', 'certified', 'exhaustive', 'refuted']);
    expect(unknown([...words, 'undecided'])).toEqual([]);
  });

  it.each(Object.entries(REGIMES))('the regime %s', (name, meaning) => {
    expect(glossary).toContain(`| ${meaning} | ${name} | `);
  });

  it('the columns of the figures', () => {
    const heads = headsOf(pageAt('reports/figures.md')).filter(
      (head) => !['what', 'where', 'value', 'a', 'c'].includes(head),
    );
    expect(heads).toContain('estimatorMean');
    expect(unknown(heads)).toEqual([]);
  });

  it('the rows of compute', async () => {
    const { out } = await bonafide('compute', '--weights', '1,2,3', '--n', '4');
    const names = out
      .split('\n')
      .slice(3, -1)
      .map((row) => (row.split(/ {2,}/)[0] ?? '').replace(/ H_\d$/, ''));
    expect(names).toContain('estimator, mean');
    expect(unknown(names)).toEqual([]);
  });
});

describe('an entry', () => {
  const entries = [...glossary.matchAll(/^- (.*)$/gm)].map(([, text = '']) => text);

  it.each(entries)('%s', (entry) => {
    expect(entry).toMatch(/^<a id="[a-z0-9-]+"><\/a>\*\*/);
    expect(entry).toMatch(/ \[[a-z ]+\]\([a-z-]+\.md[^)]*\)$/);
  });
});
