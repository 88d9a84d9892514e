import { inMarkdown, type Markdown } from './escape.ts';
import { md, table } from './md.ts';
import type { SampleReport } from './schema.ts';
import { AS_EXPECTED, many, STOPPED_IN_WORDS } from './words.ts';

const PLACES = 6;

/** The lower end of an enclosure, rounded to a few places for reading; the JSON has the enclosure. */
function short({ lo }: { lo: string }): string {
  return Number(lo).toFixed(PLACES);
}

/** Whose KL and win rate the table has. */
export const POLICIES: Record<SampleReport['kind'], string> = {
  samples:
    'KL and win rate are those of the empirical policies, one for each prompt. They do not estimate those of the model, whose rarer responses the samples miss.',
  support: 'KL and win rate are those of the policies with the given probabilities, one for each prompt.',
};

/** How much there is, in words. */
export function sampleCounts({ kind, samples, prompts }: SampleReport): string {
  return kind === 'samples'
    ? `${many(samples, 'sample')} of ${many(prompts, 'prompt')}`
    : `${many(samples, 'answer')} of ${many(prompts, 'prompt')}, with the probabilities of all`;
}

/** The analytical formula beside the KL of these policies, one row for each n, below the heads of the columns. */
export function sampleRows({ rows }: SampleReport): string[][] {
  return [
    ['n', 'formula', 'KL mean', 'KL min', 'KL max', 'estimator mean', 'win rate', 'n/(n+1)'],
    ...rows.map(({ n, formula, kl, estimatorMean, winRate, winRateBound }) => [
      String(n),
      ...[formula, kl.mean, kl.min, kl.max, estimatorMean, winRate, winRateBound].map(short),
    ]),
  ];
}

export function sampleTable(samples: SampleReport): Markdown {
  return table(sampleRows(samples).map((row) => row.map((cell) => inMarkdown(cell))));
}

/** The results of each claim on these policies, without whether that is as expected, below the heads of the columns. */
export function sampleClaimRows({ claims }: SampleReport): string[][] {
  return [
    ['claim', 'expected', 'policies', 'holds', 'refuted', 'undecided'],
    ...claims.map(({ id, expected, policies, holds, refuted, undecided }) => [
      id,
      expected,
      ...[policies, holds, refuted, undecided].map(String),
    ]),
  ];
}

export function sampleClaims(samples: SampleReport): Markdown {
  const judged = samples.claims.map(({ status, stopped }) =>
    stopped ? md`${AS_EXPECTED[status]}, ${inMarkdown(STOPPED_IN_WORDS[stopped])}` : AS_EXPECTED[status],
  );
  const last = [md`as expected`, ...judged];
  return table(
    sampleClaimRows(samples).map((row, index) => [...row.map((cell) => inMarkdown(cell)), last[index] ?? md``]),
  );
}
