import type { SampleReport } from './schema.ts';

/** Notes on what is misleading in the numbers of these samples, one sentence each. */
export function sampleNotes({
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
          `n = ${n} is more than the samples of ${of(outdrawn, prompts)} (the fewest are ${fewest}): there KL and win rate are those of drawing again from the samples at hand, not those of the model`,
        ],
  );
  if (oneLevel > 0)
    notes.push(
      `${of(oneLevel, prompts)} ${oneLevel === 1 ? 'has' : 'have'} one reward level, where best-of-n changes nothing: KL 0 and win rate 1/2 count in the means`,
    );
  if (tied > 0)
    notes.push(
      `rewards tie in ${of(tied, prompts)}: believe the KL columns, which are exact for these samples; the formula and the estimator are upper bounds, and far above the KL where rewards tie, as rewards of 0 and 1 do`,
    );
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
