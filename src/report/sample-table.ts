import { inMarkdown, type Markdown } from './escape.ts';
import { md, table } from './md.ts';
import type { SampleReport } from './schema.ts';
import { AS_EXPECTED, many } from './words.ts';

const PLACES = 6;

/** The lower end of an enclosure, rounded to a few places for reading; the JSON has the enclosure. */
function short({ lo }: { lo: string }): Markdown {
  return inMarkdown(Number(lo).toFixed(PLACES));
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

/** The analytical formula beside the KL of these policies, one row for each n. */
export function sampleTable({ rows }: SampleReport): Markdown {
  return table([
    [md`n`, md`formula`, md`KL mean`, md`KL min`, md`KL max`, md`estimator mean`, md`win rate`, md`n/(n+1)`],
    ...rows.map(({ n, formula, kl, estimatorMean, winRate, winRateBound }) => [
      md`${n}`,
      ...[formula, kl.mean, kl.min, kl.max, estimatorMean, winRate, winRateBound].map(short),
    ]),
  ]);
}

/** The results of each claim on these policies. */
export function sampleClaims({ claims }: SampleReport): Markdown {
  return table([
    [md`claim`, md`expected`, md`policies`, md`holds`, md`refuted`, md`undecided`, md`as expected`],
    ...claims.map(({ id, expected, status, policies, holds, refuted, undecided }) => [
      inMarkdown(id),
      inMarkdown(expected),
      ...[policies, holds, refuted, undecided].map((count) => md`${count}`),
      AS_EXPECTED[status],
    ]),
  ]);
}
