import { oneLine } from '../report/escape.ts';
import type { LogSummary } from '../report/log.ts';
import { logInWords } from '../report/log-in-words.ts';
import type { Analysis, AnalysisRow, Selected } from './schema.ts';
import { fixed, listed, many, range, within } from './words.ts';

/** What an analysis tells, in words: what was read, tables whose first row is their header, and what follows. Foreign texts are on one line. */
export interface Told {
  readonly head: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly conclusions: readonly string[];
}

/** The analysis in words. */
export function toldOf(analysis: Analysis): Told {
  return { head: headOf(analysis), tables: tablesOf(analysis), conclusions: conclusions(analysis) };
}

/** The tables of an analysis; what is no estimate of the KL is not beside the estimates. */
export function tablesOf({ rows, kind }: Pick<Analysis, 'rows' | 'kind'>): string[][][] {
  if (rows.length === 0) return [];
  return [
    rowTable(rows),
    ...(kind === 'candidates' ? [estimatorTable(rows)] : []),
    ...(rows.some(({ kl }) => kl.plugIn !== null) ? [plugInTable(rows)] : []),
  ];
}

const REWARDS: Record<Analysis['rewards'], string> = {
  binary: 'rewards: 0 or 1',
  distinct: 'rewards: no ties',
  tied: 'rewards: some ties',
};

/** What was read, and what the numbers speak of. A policy that was not read from a log has no log. */
export function headOf({
  log,
  rows,
  kind,
  prompts,
  samples,
  fewest,
  most,
  rewards,
  target,
  confidence,
  leftOut,
}: Omit<Analysis, 'log'> & { readonly log: LogSummary | null }): string[] {
  const what = kind === 'support' ? 'answer' : 'sample';
  const each =
    fewest === most ? `${many(fewest, what)} each` : `${fewest} to ${many(most, what)} each, ${samples} in all`;
  const left = leftOut > 0 ? `; left out: ${many(leftOut, 'prompt')} with fewer samples` : '';
  const given: Record<Analysis['kind'], string> = {
    samples: '',
    candidates: ', with log-probabilities',
    support: ', with the probabilities of all answers',
  };
  if (log === null) return [`a policy of ${many(samples, 'outcome')}; KL and win rate are certified`];
  return [
    ...logInWords(log),
    `${many(prompts, 'prompt')}, ${each}; ${REWARDS[rewards]}${given[kind]}${left}`,
    kind === 'support'
      ? 'Means over these prompts; KL, win rate and mean reward are certified.'
      : meaning(
          target,
          confidence,
          rows.some(({ reward }) => reward?.interval?.method === 'asymptotic'),
        ),
  ];
}

function meaning(target: Analysis['target'], confidence: number, isApproximate = false): string {
  const about = target === 'prompts' ? 'these prompts' : 'the population from which these prompts were drawn';
  return `Means over ${about}; each interval holds with probability ${Number((confidence * 100).toPrecision(6))} %${isApproximate ? ', that of the mean reward approximately' : ''}.`;
}

function rowTable(rows: readonly AnalysisRow[]): string[][] {
  return [
    ['n', 'formula', 'KL, nats', 'estimate', 'win rate', 'mean reward'],
    ...rows.map(({ n, formula, kl, winRate, reward }) => [
      String(n),
      fixed(formula),
      range(kl, 0, formula),
      estimateCell(kl.estimate),
      `${winRate.estimate === null ? '–' : fixed(winRate.estimate)} (${range(winRate, 1 / 2, n / (n + 1))})`,
      rewardCell(reward),
    ]),
  ];
}

/** The mean reward with its interval. */
export function rewardCell(reward: AnalysisRow['reward']): string {
  if (reward === null) return '–';
  const interval = reward.interval?.method === 'certified' ? null : reward.interval;
  if (reward.estimate !== null) return within(reward.estimate, interval);
  return reward.interval ? `– (${range(reward.interval, 0, 1)})` : '–';
}

/** A range that is narrow is one number. */
const NARROW = 0.01;

function estimateCell(estimate: AnalysisRow['kl']['estimate']): string {
  if (estimate === null) return '–';
  const { lower, upper } = estimate;
  return upper - lower > NARROW ? `${fixed(lower)} … ${fixed(upper)}` : fixed((lower + upper) / 2);
}

/** The estimators that read log-probabilities, with their standard errors. */
function estimatorTable(rows: readonly AnalysisRow[]): string[][] {
  const cell = (of: { estimate: number; error: number | null } | undefined): string =>
    of ? `${fixed(of.estimate)}${of.error === null ? '' : ` ± ${of.error.toPrecision(2)}`}` : '–';
  return [
    ['n', 'KL by ranks and p(y)', 'by log(π/p)'],
    ...rows.map(({ n, kl: { estimators } }) => [String(n), cell(estimators?.lowVariance), cell(estimators?.plain)]),
  ];
}

function plugInTable(rows: readonly AnalysisRow[]): string[][] {
  return [
    ['n', 'KL of the empirical policies'],
    ...rows.map(({ n, kl }) => [String(n), kl.plugIn === null ? '–' : fixed(kl.plugIn)]),
  ];
}

function conclusions({ rows, kind, furthest, notes }: Analysis): string[] {
  const far = furthest
    ? [
        `Furthest below the formula by its estimate, of the prompts with several rewards: ${name(furthest.prompt)} (${oneLine(furthest.place)}), ${many(furthest.levels, 'reward level')}, KL about ${fixed(furthest.kl)} at n = ${furthest.n}.`,
      ]
    : [];
  return [
    ...closeness(
      rows.filter(({ n }) => n > 1),
      kind,
    ),
    ...far,
    ...notes.map((note) => `Note: ${note}`),
  ];
}

/** For which n the formula may be used, for which it may not, and for which that is not known; from samples, by their intervals. */
function closeness(rows: readonly AnalysisRow[], kind: Analysis['kind']): string[] {
  const list = (some: readonly AnalysisRow[]): string => listed(some.map(({ n }) => String(n)));
  const close = rows.filter(({ isClose }) => isClose);
  const far = rows.filter(({ isFar }) => isFar);
  const others = rows.filter(({ isClose, isFar }) => !isClose && !isFar);
  const formula = kind === 'support' ? 'The formula' : 'By these intervals, the formula';
  return [
    ...(close.length > 0 ? [`${formula} is at most 10 % above the KL for n = ${list(close)}.`] : []),
    ...(far.length > 0 ? [`${formula} is too large for n = ${listed(far.map(excess))}.`] : []),
    ...(others.length > 0 ? [`Whether the formula is within 10 % is not shown for n = ${list(others)}.`] : []),
  ];
}

/** How far the formula is above the KL at least. */
function excess({ n, formula, kl }: AnalysisRow): string {
  if (kl.upper <= 0) return `${n} (the KL is 0)`;
  return `${n} (by at least ${Math.floor(100 * (formula / kl.upper - 1))} %)`;
}

const LONGEST_NAME = 60;

function name(prompt: string): string {
  const letters = [...oneLine(prompt)];
  return JSON.stringify(
    letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : letters.join(''),
  );
}

const SEVERAL =
  'Some prompts have several rows. Each must be the outcome of its own best-of-n; if the rows are all candidates, leave --selected out.';

/** What rows that best-of-n has selected tell, in words. */
export function toldOfSelected({ log, prompts, rows, target, confidence, estimates }: Selected): Told {
  return {
    head: [
      ...logInWords(log),
      `${many(rows, 'row')} of ${many(prompts, 'prompt')}, selected by best-of-n, with log-probabilities`,
      meaning(target, confidence),
    ],
    tables: [
      [
        [
          'n',
          'formula',
          'paper’s estimator',
          'better estimator',
          'prompts whose estimate is over 10 % below the formula',
        ],
        ...estimates.map(({ n, formula, paper, better, overstated }) => [
          String(n),
          fixed(formula),
          fixed(paper),
          `${fixed(better.estimate)} (${range(better, 0, formula)})`,
          `${(100 * overstated).toFixed(1)} %`,
        ]),
      ],
    ],
    conclusions: [
      ...(rows > prompts ? [SEVERAL] : []),
      'The expectations of both estimators are at least the KL. The interval is of that of the better one, so its upper end bounds the KL from above; nothing bounds it from below.',
    ],
  };
}
