/** Makes reports/containment.md from the results of the checks and the search. */
import { markdownTable } from 'markdown-table';
import type { Summary } from '../../test/containment/run.ts';
import type { Found } from '../../test/containment/search.ts';
import { HEADER, histogram } from './histogram.ts';

export interface Line {
  readonly title: string;
  readonly summary: Summary;
  /** What the search found, where a family can be searched. */
  readonly found: Found | null;
}

const INTRODUCTION = `# Containment

Exact values go to an independent higher precision, and the result must lie within the bound or the enclosure of the arithmetic under
test. A share is |error| over its bound, rounded up; it must stay below 1, and enclosures with exact ends may reach 1. Cases are
numbered and deterministic: a number before the colon names the case of its family. "Climbed" is the largest share that hill climbing
found over the same inputs. Written by \`scripts/containment.ts\`.
`;

export function report(lines: readonly Line[]): string {
  const titles = [...new Set(lines.map(({ title }) => title))];
  const parts = titles.map((title) =>
    section(
      title,
      lines.filter((line) => line.title === title),
    ),
  );
  return `${[INTRODUCTION, byBound(lines), totals(lines), ...parts].join('\n')}`;
}

function sum(lines: readonly Line[], count: (line: Line) => number): number {
  return lines.reduce((total, line) => total + count(line), 0);
}

function totals(lines: readonly Line[]): string {
  const checks = sum(lines, ({ summary }) => summary.checks);
  const near = sum(lines, ({ summary }) => (summary.family.nearDegenerate ? summary.checks : 0));
  const climbed = sum(lines, ({ found }) => found?.checks ?? 0);
  const broken = sum(lines, ({ summary, found }) => summary.broken + (found?.broken ?? 0));
  return `${grouped(checks)} checks, ${percent(near, checks)} of them near degenerate; ${grouped(climbed)} more in climbs; ${broken} beyond their bound.\n`;
}

/** One row for each named bound. */
function byBound(lines: readonly Line[]): string {
  const bounds = [...new Set(lines.map(({ summary }) => summary.family.bound))];
  const rows = bounds.map((bound) => {
    const its = lines.filter(({ summary }) => summary.family.bound === bound);
    const checks = sum(its, ({ summary }) => summary.checks);
    const near = sum(its, ({ summary }) => (summary.family.nearDegenerate ? summary.checks : 0));
    const worst = Math.max(...its.map(({ summary }) => summary.worst));
    const climbed = Math.max(0, ...its.map(({ found }) => found?.worst ?? 0));
    return [bound, grouped(checks), percent(near, checks), share(worst), climbed > 0 ? share(climbed) : ''];
  });
  const header = ['bound', 'checks', 'near degenerate', 'largest share', 'climbed'];
  return `${markdownTable([header, ...rows], { align: ['l', 'r', 'r', 'r', 'r'] })}\n`;
}

function section(title: string, lines: readonly Line[]): string {
  const rows = lines.map(({ summary, found }) => [
    summary.family.name,
    grouped(summary.checks),
    summary.family.nearDegenerate ? 'yes' : 'no',
    share(summary.worst),
    code(summary.input),
    found ? share(found.worst) : '',
    found ? code(found.input) : '',
  ]);
  const header = ['family', 'checks', 'near degenerate', 'largest share', 'at', 'climbed', 'at'];
  const table = markdownTable([header, ...rows], { align: ['l', 'r', 'l', 'r', 'l', 'r', 'l'], padding: true });
  const width = Math.max(...lines.map(({ summary }) => summary.family.name.length));
  const charts = lines.map(({ summary }) => `${summary.family.name.padEnd(width)} ${histogram(summary.spread)}`);
  return `## ${title}\n\n${table}\n\n\`\`\`text\n${' '.repeat(width)} ${HEADER}\n${charts.join('\n')}\n\`\`\`\n`;
}

/** A share rounded up: it is never printed as less than it is. A share just below 1 is not printed as 1. */
function share(x: number): string {
  if (!Number.isFinite(x)) return 'no bound';
  if (x < 1 && x > 0.9999) return '0.9999…';
  return (Math.ceil(x * 10_000) / 10_000).toFixed(4);
}

function percent(part: number, whole: number): string {
  return `${Math.floor((100 * part) / whole)} %`;
}

function grouped(x: number): string {
  return String(x).replace(/\B(?=(\d{3})+$)/g, ',');
}

const LONGEST = 160;

function code(input: string): string {
  return `\`${input.length > LONGEST ? `${input.slice(0, LONGEST)}…` : input}\``;
}
