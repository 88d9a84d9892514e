import type { SampleReport } from './schema.ts';

/** Notes on what is misleading in the numbers of these samples, one sentence each. */
export function sampleNotes({
  log,
  kind,
  prompts,
  fewest,
  oneLevel,
  tied,
  duplicates,
  rows,
}: Omit<SampleReport, 'notes'>): string[] {
  const notes = rows.flatMap(({ n, outdrawn }) =>
    outdrawn === 0
      ? []
      : [
          `n = ${n} exceeds the number of samples of ${of(outdrawn, prompts)} (the smallest number is ${fewest}): their KL and win rate describe resampling from the given samples, not the model`,
        ],
  );
  if (oneLevel > 0)
    notes.push(
      `${of(oneLevel, prompts)} ${oneLevel === 1 ? 'has' : 'have'} one reward level, where best-of-n changes nothing: KL 0 and win rate 1/2 count in the means`,
    );
  if (tied > 0)
    notes.push(
      `rewards tie in ${of(tied, prompts)}: use the KL columns, which are exact for these policies; the formula and the estimator are upper bounds, far above the KL if many rewards tie, such as rewards of 0 and 1`,
    );
  if (kind === 'samples' && log.columns.response === undefined)
    notes.push('the log has no column of responses: samples of equal reward count as one outcome');
  const { how, responses } = duplicates;
  if (responses > 0) {
    const taken = how === 'mean' ? 'the mean counts' : 'the first one counts';
    notes.push(
      `${responses} ${responses === 1 ? 'response has' : 'responses have'} several rewards, of which ${taken}`,
    );
  }
  return notes;
}

function of(count: number, prompts: number): string {
  return `${count} of ${prompts} ${prompts === 1 ? 'prompt' : 'prompts'}`;
}
