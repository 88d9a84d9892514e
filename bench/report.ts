import { markdownTable } from 'markdown-table';
import { contains, print, relativeDistance, roughly, width } from './bounds.ts';
import { count, linked, missingInWords, NOT_RUN, significant, table } from './format.ts';
import { type Growth, growth } from './growth.ts';
import type { Jobs } from './jobs.ts';
import { jobsText } from './jobs-report.ts';
import type { Missing } from './peers.ts';
import { type Cell, median, type Plan, type Result, ratio, resultOf, tightest } from './rounds.ts';
import type { Searches } from './search.ts';
import { searchFindings, searchText } from './search-report.ts';
import type { Subject } from './subject.ts';
import type { Finding } from './targets.ts';

export interface Benchmarks {
  readonly plan: Plan;
  readonly machine: readonly string[];
  readonly subjects: readonly Subject[];
  readonly missing: readonly Missing[];
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly searches: Searches;
  readonly jobs: Jobs;
}

export interface Links {
  /** The path from the report to the root of the repository; null for no links. */
  readonly root: string | null;
  readonly figure: string | null;
}

const PRINTED_DIGITS = 20;

/** The report as Markdown. */
export function markdown(benchmarks: Benchmarks, links: Links): string {
  const { plan, machine, missing, cells, findings, searches, subjects, jobs } = benchmarks;
  const tiers = subjects.filter(({ ours }) => ours);
  const parts = [
    '# Benchmarks',
    introduction(plan),
    ...(links.figure
      ? [
          `![Nanoseconds for one outcome against the number of outcomes, one panel for each n; most lines are nearly level, and ours are the full ones](${links.figure})`,
        ]
      : []),
    '## Targets',
    targetTable(findings, searches),
    '## Machine',
    machine.map((line) => `- ${line}`).join('\n'),
    ...(missing.length > 0 ? [`Missing here, and so not measured: ${missing.map(missingInWords).join('; ')}.`] : []),
    '## Subjects',
    subjectTable(subjects, links),
    '## Nanoseconds for one outcome',
    grid(cells, subjects, ({ result, cell }) => significant(median(result.times) / cell.outcomes)),
    absences(cells, subjects, plan),
    ...tiers.flatMap((tier) => [`## Times as long as ${tier.name}`, ratioTable(cells, subjects, tier)]),
    '## Growth of cost',
    'Slopes of log time over log K and over log n, by least squares: 1 is proportional, 0 is constant.',
    growthTable(cells, subjects, 'outcomes', 'n'),
    growthTable(cells, subjects, 'draws', 'K'),
    '## Search',
    searchText(searches, links.root),
    '## Whole jobs',
    jobsText(jobs),
    '## Results',
    `All enclosures of a cell overlap, and are shown with their widths. Numbers without a guarantee are set against the narrowest
enclosure: their relative distance from it, and whether they lie inside.`,
    ...cells.flatMap((cell) => [`### K = ${count(cell.outcomes)}, n = ${count(cell.draws)}`, resultTable(cell)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A summary for the terminal. */
export function summary({ cells, subjects, findings, searches, missing, jobs }: Benchmarks): string {
  const times = grid(cells, subjects, ({ result, cell }) => significant(median(result.times) / cell.outcomes));
  const gone = missing.map((peer) => `missing: ${missingInWords(peer)}`);
  return ['nanoseconds for one outcome', times, targetTable(findings, searches), jobsText(jobs), ...gone].join('\n\n');
}

function introduction({ rounds, trial }: Plan): string {
  return `Enclosures of KL(π‖p) = Σ π_i log(π_i/p_i) with π_i = F_i^n − F_{i−1}^n, side by side. Every subject gets the
same integer weights and goes through all outcomes one by one. The gap kernels, in TypeScript and in C, do not sum KL itself
but the local gaps Σ g_i = log n − (n−1)/n − KL, and so take the theorem for granted. Subjects take turns: ${rounds} rounds of
at least ${trial * 1000} ms or one evaluation each. Times are medians, ratios are medians of the ratios within rounds. Slow subjects
take part in fewer rounds, one at least.

What ours spare themselves and Arb does not: no kernel stops early here (\`negligible = 0\`), but powers too small to matter are
taken for 0, with what they could add in the error bound. Double-double does so where a factor of the power is below 2^−440, and
skips the logarithm of the term: at n = 1,000 for about half of the outcomes, at n = 1,000,000 for nearly all. The gap kernels
skip the exponential, but no logarithm, where the power is below e^−700, and take running products below 2^−900 for 0. Between
evaluations only constants are kept: tables, and by the gap kernels what belongs to one n, which is log n − (n−1)/n and the
coefficients of the series, in TypeScript and in C alike.`;
}

function targetTable(findings: readonly Finding[], searches: Searches): string {
  return markdownTable([['target', 'met', 'measured'], ...findings.map(findingInWords), ...searchFindings(searches)]);
}

function findingInWords({ target, cells, met, worst }: Finding): string[] {
  if (!worst) return [target.text, 'not measured', NOT_RUN];
  const verdict = met === cells ? `met in ${cells} cells` : `**not met** in ${cells - met} of ${cells} cells`;
  const where = `K = ${count(worst.outcomes)}, n = ${count(worst.draws)}`;
  return [target.text, verdict, `smallest ratio ${significant(worst.ratio)}, at ${where}`];
}

function subjectTable(subjects: readonly Subject[], { root }: Links): string {
  return markdownTable([
    ['subject', 'guarantee', 'source'],
    ...subjects.map(({ name, guarantee, source }) => [name, guarantee, linked(source, root)]),
  ]);
}

/** A table with a row for each cell and a column for each subject. */
function grid(
  cells: readonly Cell[],
  subjects: readonly Subject[],
  entry: (at: { readonly result: Result; readonly cell: Cell }) => string,
): string {
  return table([
    ['K', 'n', ...subjects.map(({ name }) => name)],
    ...cells.map((cell) => {
      const entries = subjects.map(({ id }) => {
        const result = resultOf(cell, id);
        return result ? entry({ result, cell }) : NOT_RUN;
      });
      return [count(cell.outcomes), count(cell.draws), ...entries];
    }),
  ]);
}

function ratioTable(cells: readonly Cell[], subjects: readonly Subject[], tier: Subject): string {
  const others = subjects.filter((subject) => subject !== tier);
  const measured = cells.filter((cell) => resultOf(cell, tier.id));
  return grid(measured, others, ({ result, cell }) => {
    const own = resultOf(cell, tier.id);
    return own ? significant(ratio(result, own)) : NOT_RUN;
  });
}

/** A line for each subject that skipped some cells. */
function absences(cells: readonly Cell[], subjects: readonly Subject[], { patience }: Plan): string {
  const lines = subjects.flatMap((subject) => {
    const places = cells.flatMap(({ outcomes, draws, absent }) => {
      const absence = absent.find((one) => one.subject === subject);
      return absence ? [`K = ${count(outcomes)}, n = ${count(draws)} (about ${significant(absence.seconds)} s)`] : [];
    });
    return places.length > 0 ? [`- ${subject.name}: ${places.join('; ')}`] : [];
  });
  if (lines.length === 0) return 'Every subject ran in every cell.';
  return `Not run (${NOT_RUN}), because slower than the time allowed, ${patience} s for one evaluation:\n\n${lines.join('\n')}`;
}

/** The growth of the cost of our tiers and of Arb. */
function growthTable(
  cells: readonly Cell[],
  subjects: readonly Subject[],
  along: 'outcomes' | 'draws',
  fixed: string,
): string {
  const shown = subjects.filter(({ ours, id }) => ours || id.startsWith('arb'));
  const lines = growth(
    cells,
    shown.map(({ id }) => id),
    along,
  );
  const cost = along === 'outcomes' ? 'over K, at' : 'over n, at';
  return table([
    [`${cost} ${fixed} =`, ...shown.map(({ name }) => name)],
    ...lines.map(({ fixed, slopes }: Growth) => [count(fixed), ...slopes.map(slopeInWords)]),
  ]);
}

function slopeInWords(slope: number | null): string {
  return slope === null ? NOT_RUN : slope.toFixed(2).replace(/^-(?=0\.00$)/, '');
}

function resultTable(cell: Cell): string {
  const narrowest = tightest(cell);
  return markdownTable([
    ['subject', 'rounds', 'result', 'width or distance', 'inside'],
    ...cell.results.map(({ subject, times, bounds }) => {
      const encloses = subject.guarantee === 'enclosure';
      const size = encloses ? roughly(width(bounds)) : narrowest && roughly(relativeDistance(bounds, narrowest.bounds));
      const inside = encloses || !narrowest ? '' : contains(narrowest.bounds, bounds) ? 'yes' : 'no';
      return [subject.name, String(times.length), print(bounds, PRINTED_DIGITS), size ?? NOT_RUN, inside];
    }),
  ]);
}
