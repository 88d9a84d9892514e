import { markdownTable } from 'markdown-table';
import type { SampleReport } from './schema.ts';

const PLACES = 6;

/** A value within its enclosure, cut to a few digits for reading; the JSON has the enclosure. */
function short({ lo }: { lo: string }): string {
  return Number(lo).toFixed(PLACES);
}

/** The formula against the KL of real policies, one line for each n. */
export function sampleTable({ rows }: SampleReport): string {
  return markdownTable([
    ['n', 'formula', 'KL mean', 'KL min', 'KL max', 'estimator mean', 'win rate', 'n/(n+1)'],
    ...rows.map(({ n, formula, kl, estimatorMean, winRate, winRateBound }) => [
      String(n),
      ...[formula, kl.mean, kl.min, kl.max, estimatorMean, winRate, winRateBound].map(short),
    ]),
  ]);
}

/** How each claim fared on the real policies. */
export function sampleClaims({ claims }: SampleReport): string {
  return markdownTable([
    ['claim', 'expected', 'policies', 'holds', 'refuted', 'undecided'],
    ...claims.map(({ id, expected, policies, holds, refuted, undecided }) => [
      id,
      expected,
      ...[policies, holds, refuted, undecided].map(String),
    ]),
  ]);
}
