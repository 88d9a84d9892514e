import { markdownTable } from 'markdown-table';
import { contains, print, relativeDistance, roughly, width } from './bounds.ts';
import { count, linked, NOT_RUN, significant, table } from './format.ts';
import { type Growth, growth } from './growth.ts';
import type { Missing } from './peers.ts';
import { type Cell, median, type Plan, type Result, ratio, resultOf, tightest } from './rounds.ts';
import type { Search, Searches } from './search.ts';
import type { Subject } from './subject.ts';
import { type Finding, SEARCH_TARGET } from './targets.ts';

export interface Benchmarks {
  readonly plan: Plan;
  readonly machine: readonly string[];
  readonly subjects: readonly Subject[];
  readonly missing: readonly Missing[];
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly searches: Searches;
}

export interface Links {
  /** From the report to the root of the repository; null for no links. */
  readonly root: string | null;
  readonly figure: string | null;
}

const PRINTED_DIGITS = 20;

/** The report for people. */
export function markdown(benchmarks: Benchmarks, links: Links): string {
  const { plan, machine, missing, cells, findings, searches, subjects } = benchmarks;
  const tiers = subjects.filter(({ ours }) => ours);
  const parts = [
    '# Benchmarks',
    introduction(plan),
    ...(links.figure ? [`![Time for one outcome over the number of outcomes, for each n](${links.figure})`] : []),
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
    searchText(searches, links),
    '## Results',
    `All enclosures of a cell overlap, and are shown with their widths. Numbers without a guarantee are set against the narrowest
enclosure: their relative distance from it, and whether they lie inside.`,
    ...cells.flatMap((cell) => [`### K = ${count(cell.outcomes)}, n = ${count(cell.draws)}`, resultTable(cell)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What is worth saying on a terminal. */
export function summary({ cells, subjects, findings, searches, missing }: Benchmarks): string {
  const times = grid(cells, subjects, ({ result, cell }) => significant(median(result.times) / cell.outcomes));
  const gone = missing.map((peer) => `missing: ${missingInWords(peer)}`);
  return ['nanoseconds for one outcome', times, targetTable(findings, searches), ...gone].join('\n\n');
}

function introduction({ rounds, trial }: Plan): string {
  return `Enclosures of KL(π‖p) = Σ π_i log(π_i/p_i) with π_i = F_i^n − F_{i−1}^n, the direct sum over all outcomes, side by side. Every
subject gets the same integer weights and does the whole sum; nothing is kept between evaluations. Subjects take turns: ${rounds}
rounds of at least ${trial * 1000} ms or one evaluation each. Times are medians, ratios are medians of the ratios within rounds. Slow
subjects take part in fewer rounds, one at least.`;
}

function missingInWords({ source, reason }: Missing): string {
  return `${source} (${reason})`;
}

function targetTable(findings: readonly Finding[], { ours }: Searches): string {
  const search = [
    `search at least ${count(SEARCH_TARGET)} certified runs of kl-bound a second on one thread`,
    ours.rate >= SEARCH_TARGET ? 'met' : '**not met**',
    `${count(Math.round(ours.rate))} a second`,
  ];
  return markdownTable([['target', 'met', 'measured'], ...findings.map(findingInWords), search]);
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

/** One line for each cell, one column for each subject. */
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

/** A line for each subject that sat some cells out. */
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

/** Our tiers, and Arb. */
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

function searchText({ ours, peer, missing, ratio: times }: Searches, { root }: Links): string {
  const row = ({ name, source, rate, generation, arithmetic, outcomes }: Search): string[] => [
    `${name} (${linked(source, root)})`,
    count(Math.round(rate)),
    significant(generation / 1000),
    significant(arithmetic / 1000),
    `${Math.round((100 * generation) / (generation + arithmetic))} %`,
    outcomes.toFixed(1),
  ];
  const head = ['search', 'certified runs a second', 'generating, µs', 'deciding, µs', 'share of generating', 'mean K'];
  const comparison = times ? `Ours makes ${significant(times)} times as many runs a second. ` : '';
  const gone = missing.map((one) => `Missing here: ${missingInWords(one)}. `).join('');
  return `Certified runs of the claim kl-bound, KL ≤ log n − (n−1)/n, on one thread. Generating is timed by itself on the same instances;
deciding is the rest, which for ours includes telling distinct instances apart, the regimes, the margins and the second ways.
Policies are of the same families, with ours also tied, of more than 50 outcomes and of larger weights.
${comparison}${gone}

${table([head, ...[ours, peer].flatMap((search) => (search ? [row(search)] : []))])}`;
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
