import type { Histogram } from './histogram.ts';
import { boughtForKl, type Extent } from './plots/cross-plot.ts';
import type { Key, Plotted } from './plots/figure.ts';
import { klHistogram } from './plots/histogram-plot.ts';
import { type KlAt, klOverDraws } from './plots/kl-plot.ts';
import type { Analysis, AnalysisRow, Selected } from './schema.ts';
import { rewardCell } from './told.ts';
import { fixed, many, range } from './words.ts';

/** The pictures of an analysis, with their words. */

const FORMULA: Key = { sign: 'formula', words: 'formula log n − (n−1)/n' };
const ATOMLESS: Key = { sign: 'formula', words: 'if two draws never tie' };

function intervalKey({ confidence }: Pick<Analysis, 'confidence'>, of = 'interval'): Key {
  return { sign: 'interval', words: `${of}, ${Number((confidence * 100).toPrecision(6))} %` };
}

/** The mean KL at each n against the formula. */
export function klPicture(analysis: Analysis): Plotted {
  const { rows, kind } = analysis;
  const isCertified = kind === 'support';
  const drawn = rows.map(
    ({ n, formula, kl }): KlAt => ({ n, formula, interval: isCertified ? null : kl, estimate: kl.estimate }),
  );
  const isField = rows.some(({ n }) => n > 1);
  const between: Key = { sign: 'between', words: 'between two n' };
  const known: readonly Key[] = isCertified
    ? [{ sign: 'estimate', words: 'mean KL, certified' }]
    : [intervalKey(analysis), { sign: 'estimate', words: 'estimate' }];
  return {
    id: 'kl',
    title: 'What best-of-n costs: mean KL against the formula',
    description: `The mean KL in nats at each n. ${rows.map((row) => `n = ${row.n}: ${klWords(row)}, formula ${fixed(row.formula)}.`).join(' ')}`,
    drawn: klOverDraws(drawn, true),
    legend: [FORMULA, ...known, ...(isField ? [between] : [])],
    caption: `Nothing is interpolated. ${isField ? `KL grows with n and is at most the formula, so between two n, of which the first may be 1, it lies in the pale field${isCertified ? '' : ' if both intervals hold'}.` : 'At n = 1 nothing is selected.'}`,
  };
}

function klWords({ n, formula, kl }: AnalysisRow): string {
  return `KL ${range(kl, 0, formula)}${kl.estimate && n > 1 ? `, estimate ${range(kl.estimate, 0, formula)}` : ''}`;
}

/** The win rate bought for the mean KL. */
export function winRatePicture(analysis: Analysis): Plotted {
  const { rows } = analysis;
  const bought = rows.map((row) => ({
    n: row.n,
    kl: klKnown(row, analysis),
    gain: { interval: certain(analysis) ? null : row.winRate, estimate: pointAt(row.winRate.estimate) },
    words: `n = ${row.n}: ${klWords(row)} nats; win rate ${row.winRate.estimate === null ? '' : `${fixed(row.winRate.estimate)}, `}${range(row.winRate, 1 / 2, row.n / (row.n + 1))}`,
  }));
  const drawn = boughtForKl(bought, {
    label: 'win rate against one draw',
    range: { lower: 1 / 2, upper: 1 },
    atomless: (n) => n / (n + 1),
  });
  return {
    id: 'win-rate',
    title: 'What it wins: win rate against KL',
    description: bought.map(({ words }) => `${words}.`).join(' '),
    drawn,
    legend: [ATOMLESS, ...keysOf(analysis, 'intervals')],
    caption: `A tie counts one half. ${arms(analysis)}`,
  };
}

/** The mean reward bought for the mean KL; null where no n has one. */
export function rewardPicture(analysis: Analysis): Plotted | null {
  const bought = analysis.rows.flatMap((row) =>
    row.reward === null
      ? []
      : [
          {
            n: row.n,
            kl: klKnown(row, analysis),
            gain: {
              interval: certain(analysis) ? null : row.reward.interval,
              estimate: row.reward.estimate === null ? null : pointAt(row.reward.estimate),
            },
            words: `n = ${row.n}: ${klWords(row)} nats; mean reward ${rewardCell(row.reward)}`,
          },
        ],
  );
  if (bought.length === 0) return null;
  return {
    id: 'reward',
    title: 'What it wins: mean reward against KL',
    description: bought.map(({ words }) => `${words}.`).join(' '),
    drawn: boughtForKl(bought, { label: 'mean reward', range: null, atomless: null }),
    legend: keysOf(analysis, 'intervals'),
    caption: `${arms(analysis)}${bought.some(({ gain }) => gain.interval === null) && !certain(analysis) ? ' Where a mean reward has no interval, it has no upright arm.' : ''}`,
  };
}

/** Whether KL and win rate are enclosures, too narrow to draw. */
const certain = ({ kind }: Analysis): boolean => kind === 'support';

function arms(analysis: Analysis): string {
  if (certain(analysis)) return 'KL, win rate and mean reward are certified.';
  return 'The arms of a cross are the two intervals, each for itself. They cross at the estimates, marked by a dot, or, where there is none, at the middle of the interval, which means nothing.';
}

function keysOf(analysis: Analysis, of: string): Key[] {
  return [
    ...(certain(analysis) ? [] : [intervalKey(analysis, of)]),
    { sign: 'estimate', words: certain(analysis) ? 'values' : 'estimates' },
  ];
}

function klKnown({ kl }: AnalysisRow, analysis: Analysis): Extent {
  return { interval: certain(analysis) ? null : kl, estimate: kl.estimate };
}

/** A number as a range of no width. */
function pointAt(estimate: number | null): Extent['estimate'] {
  return estimate === null ? null : { lower: estimate, upper: estimate };
}

/** The prompts by their KL. */
export function promptsPicture(histogram: Histogram, { kind }: Analysis): Plotted {
  const { n, top, counts } = histogram;
  const prompts = counts.reduce((sum, count) => sum + count, 0);
  const scatter =
    kind === 'support'
      ? 'Each KL is certified.'
      : 'Each is the middle of the estimate of one prompt, which scatters by chance around its KL: the fewer samples, the wider.';
  return {
    id: 'prompts',
    title: `The prompts by their KL at n = ${n}`,
    description: `A histogram of the KL of ${many(prompts, 'prompt')} at n = ${n}, from 0 to the formula, ${fixed(top)} nats, in ${counts.length} columns: ${counts.join(', ')} prompts.`,
    drawn: klHistogram(histogram),
    legend: [
      { sign: 'column', words: 'prompts' },
      { sign: 'formula', words: `formula at n = ${n}, ${fixed(top)}` },
    ],
    caption: `n = ${n} is the largest n${kind === 'support' ? '' : ' that is at most half of each prompt’s samples'}. ${scatter}`,
  };
}

/** The two estimators from selected rows, against the formula. */
export function selectedPicture(selected: Selected): Plotted {
  const { estimates } = selected;
  const drawn = estimates.map(({ n, formula, paper, better }): KlAt => {
    const { estimate } = better;
    return { n, formula, interval: better, estimate: { lower: estimate, upper: estimate }, other: paper };
  });
  return {
    id: 'kl',
    title: 'What best-of-n costs at most: two estimators against the formula',
    description: estimates
      .map(
        ({ n, formula, paper, better }) =>
          `n = ${n}: formula ${fixed(formula)}, the paper’s estimator ${fixed(paper)}, the better one ${fixed(better.estimate)}, ${range(better, 0, formula)} nats.`,
      )
      .join(' '),
    drawn: klOverDraws(drawn, false),
    legend: [
      FORMULA,
      intervalKey(selected, 'interval of the better one'),
      { sign: 'estimate', words: 'better estimator' },
      { sign: 'other', words: 'paper’s estimator' },
    ],
    caption: 'Nothing is interpolated. The KL lies below the upper ends, if the intervals hold.',
  };
}
