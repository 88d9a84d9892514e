import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markdown } from './markdown.ts';
import { type FileReport, inPercent, onOneLine, readReport, scoreOf, summarise } from './report.ts';
import { filesOf, PARTS, ROOT } from './scope.ts';
import type { Mutant } from './stryker.ts';
import { outdated, readSurvivors, unexplained } from './survivors.ts';

/** The least share of the mutants of a part that its tests must notice, in percent. */
const LEAST = 95;

const report = readReport();
const survivors = readSurvivors();

describe('the committed report', () => {
  it('has every file that is mutated, and no other', () => {
    expect(Object.keys(report), 'npm run mutation writes it again').toEqual(PARTS.flatMap(filesOf));
  });

  it.each(PARTS)(`has at least ${LEAST} %% of the mutants of $name noticed`, (part) => {
    const { mutants, noticed } = scoreOf(filesOf(part).map((file) => report[file] as FileReport));
    expect(mutants).toBeGreaterThan(100);
    expect(100 * noticed).toBeGreaterThanOrEqual(LEAST * mutants);
  });

  it('has no survivor that is not explained', () => {
    expect(unexplained(report, survivors)).toEqual([]);
  });

  it('is what reports/mutation.md says', () => {
    expect(readFileSync(`${ROOT}reports/mutation.md`, 'utf8')).toBe(markdown(report, survivors));
  });
});

describe('the list of survivors', () => {
  it('has none that the tests notice', () => {
    expect(outdated(report, survivors)).toEqual([]);
  });

  it('has none whose source has changed', () => {
    const gone = Object.entries(survivors).flatMap(([file, list]) => {
      const source = onOneLine(readFileSync(`${ROOT}${file}`, 'utf8'));
      return list.filter(({ from }) => !source.includes(from)).map(({ from }) => `${file}: ${from}`);
    });
    expect(gone, 'npm run mutation -- FILE says what survives now').toEqual([]);
  });
});

describe('what Stryker found of a file', () => {
  const source = 'const a = 1;\nif (a < 2) {\n  f(a);\n}\n';
  const mutant = (status: Mutant['status'], replacement: string, ...at: number[]): Mutant => {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = at;
    const location = { start: { line, column }, end: { line: endLine, column: endColumn } };
    return { mutatorName: 'Some', replacement, status, location };
  };
  const less = mutant('Survived', 'a <= 2', 2, 5, 2, 10);

  it('is counted, and survivors are quoted with their lines', () => {
    const mutants = [less, mutant('NoCoverage', '{}', 2, 12, 4, 2)];
    mutants.push(mutant('Killed', 'true', 2, 5, 2, 10), mutant('Timeout', 'true', 2, 5, 2, 10));
    mutants.push(mutant('Ignored', '""', 1, 1, 1, 2));
    const summary = summarise('f.ts', { source, mutants });
    expect(summary).toMatchObject({ killed: 1, timedOut: 1 });
    expect(summary.survived).toEqual([
      { mutator: 'Some', from: 'if (a < 2) {', to: 'if (a <= 2) {' },
      { mutator: 'Some', from: 'if (a < 2) { f(a); }', to: 'if (a < 2) {}' },
    ]);
    expect(scoreOf([summary])).toEqual({ mutants: 4, noticed: 2 });
    expect(inPercent(scoreOf([summary]))).toBe('50.0 %');
  });

  it('is told from what the list says', () => {
    const found = { 'f.ts': summarise('f.ts', { source, mutants: [less] }) };
    const listed = { mutator: 'Some', from: 'if (a < 2) {', to: 'if (a <= 2) {' };
    const why = { is: 'equivalent', because: 'a is never 2 in this example' } as const;
    expect(unexplained(found, { 'f.ts': [{ ...listed, ...why }] })).toEqual([]);
    expect(unexplained(found, { 'g.ts': [{ ...listed, ...why }] })).toEqual([{ file: 'f.ts', ...listed }]);
    expect(outdated(found, { 'f.ts': [{ ...listed, ...why, to: 'other' }] })).toHaveLength(1);
  });

  it('is refused where a mutant broke the run', () => {
    const mutants = [mutant('RuntimeError', 'true', 2, 5, 2, 10)];
    expect(() => summarise('f.ts', { source, mutants })).toThrow('f.ts:2: the run broke with true');
  });

  it('is never 100 % with a survivor', () => {
    expect(inPercent({ mutants: 100_000, noticed: 99_999 })).toBe('99.9 %');
    expect(inPercent({ mutants: 0, noticed: 0 })).toBe('–');
  });
});
