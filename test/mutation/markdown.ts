/** reports/mutation.md: the score of each file, and the survivors with their reasons. */
import { markdownTable } from 'markdown-table';
import { asCode, inMarkdown } from '../../src/report/escape.ts';
import { type FileReport, inPercent, type Report, scoreOf } from './report.ts';
import { filesOf, PARTS } from './scope.ts';
import type { Survivor, Survivors } from './survivors.ts';

const INTRODUCTION = `# Mutation score

A mutant is a source file with one small change. It is killed where a test fails with it, and timed out where the tests do not end. The
score is the share of mutants that are killed or timed out. [docs/mutation.md](../docs/mutation.md) says which mutants are made, and how.
Written by \`npm run mutation\`.
`;

export function markdown(report: Report, survivors: Survivors): string {
  const explained = Object.entries(survivors).filter(([, list]) => list.length > 0);
  return [INTRODUCTION, total(report), table(report), '## Survivors\n', ...explained.map(section)].join('\n');
}

function total(report: Report): string {
  const score = scoreOf(Object.values(report));
  return `${score.mutants} mutants, ${score.noticed} killed or timed out: ${inPercent(score)}.\n`;
}

function table(report: Report): string {
  const rows = PARTS.flatMap((part) => {
    const files = Object.entries(report).filter(([file]) => filesOf(part).includes(file));
    const all = files.map(([, one]) => one);
    return [
      row(`**${part.name}**`, all),
      ...files.map(([file, one]) => row(file.slice(part.folder.length + 1), [one])),
    ];
  });
  const header = ['file', 'mutants', 'killed', 'timed out', 'survived', 'score'];
  return `${markdownTable([header, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r'] })}\n`;
}

function row(name: string, reports: readonly FileReport[]): string[] {
  const score = scoreOf(reports);
  const timedOut = reports.reduce((sum, one) => sum + one.timedOut, 0);
  const counts = [score.mutants, score.noticed - timedOut, timedOut, score.mutants - score.noticed];
  return [name, ...counts.map(String), inPercent(score)];
}

function section([file, list]: [string, readonly Survivor[]]): string {
  const lines = list.map(
    ({ from, to, is, because }) => `- ${asCode(from)} → ${asCode(to)}: ${is}. ${inMarkdown(because)}`,
  );
  return `### ${file}\n\n${lines.join('\n')}\n`;
}
