import type { Rational } from '../arithmetic/rational.ts';
import { kindOf } from '../policy/number.ts';
import { type Field, type Path, valueAt } from './fields.ts';
import { countOf, isNothing, logProbabilityOf, probabilityOf, rewardOf, sumOf } from './numbers.ts';
import type { Place } from './place.ts';
import { BadRow } from './problems.ts';
import type { Recognised } from './recognise.ts';
import type { Fields } from './text-rows.ts';
import { isMessages, keyOf, textOf } from './texts.ts';

/** A sample of a log, or several equal ones. */
export interface Sample {
  readonly prompt: string;
  /** A key of the response; null where the log does not say which response it is. */
  readonly response: string | null;
  readonly reward: Rational | null;
  readonly logProbability: number | null;
  readonly probability: Rational | null;
  readonly count: number;
  readonly place: Place;
}

/**
 * The samples of a row: one, or one for each entry of its lists.
 * @param refuse Called for each sample that is bad.
 */
export function* samplesOf(
  fields: Fields,
  place: Place,
  times: number,
  { paths }: Recognised,
  refuse: (bad: BadRow) => void,
): Generator<Sample> {
  const values = new Map([...paths].map(([field, path]) => [field, valueAt(fields, path)]));
  let lists: { readonly length: number } | null;
  try {
    lists = listsOf(values, paths);
  } catch (error) {
    return refused(error, refuse);
  }
  for (let at = 0; at < (lists?.length ?? 1); at += 1) {
    const entry = (field: Field): unknown => entryOf(values.get(field), field, lists ? at : null);
    const name = (field: Field): string =>
      `${paths.get(field)?.text}${lists && field !== 'prompt' ? `, entry ${at + 1}` : ''}`;
    try {
      yield sampleOf(entry, name, paths, place, times);
    } catch (error) {
      refused(error, refuse);
    }
  }
}

function refused(error: unknown, refuse: (bad: BadRow) => void): void {
  if (!(error instanceof BadRow)) throw error;
  refuse(error);
}

function sampleOf(
  entry: (field: Field) => unknown,
  name: (field: Field) => string,
  paths: ReadonlyMap<Field, Path>,
  place: Place,
  times: number,
): Sample {
  const has = (field: Field): boolean => paths.has(field);
  const logProbability = paths.get('logprob')?.isSum ? sumOf : logProbabilityOf;
  return {
    prompt: textOf(entry('prompt'), name('prompt'), 'prompt'),
    response: has('response') ? keyOf(textOf(entry('response'), name('response'), 'response')) : null,
    reward: has('reward') ? rewardOf(entry('reward'), name('reward')) : null,
    logProbability: has('logprob') ? logProbability(entry('logprob'), name('logprob')) : null,
    probability: has('probability') ? probabilityOf(entry('probability'), name('probability')) : null,
    count: (has('count') ? countOf(entry('count'), name('count')) : 1) * times,
    place,
  };
}

/** The fields that have an entry for each sample, where the rewards of a row are a list; null for a row of one sample. */
function listsOf(
  values: ReadonlyMap<Field, unknown>,
  paths: ReadonlyMap<Field, Path>,
): { readonly length: number } | null {
  const leading = paths.has('reward') ? values.get('reward') : values.get('response');
  if (!Array.isArray(leading) || isMessages(leading)) return null;
  for (const [field, value] of values) {
    if (field === 'prompt' || isNothing(value)) continue;
    const name = paths.get(field)?.text;
    if (!Array.isArray(value))
      throw new BadRow('wrong type', `${name}: it must be a list, as the rewards are, not ${kindOf(value)}`);
    if (value.length !== leading.length) {
      throw new BadRow(
        'lists of different lengths',
        `${name}: the list has ${value.length} entries, and others have ${leading.length}`,
      );
    }
  }
  return leading;
}

function entryOf(value: unknown, field: Field, at: number | null): unknown {
  return at === null || field === 'prompt' || !Array.isArray(value) ? value : value[at];
}
