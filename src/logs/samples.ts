import type { Rational } from '../arithmetic/rational.ts';
import { kindOf } from '../policy/number.ts';
import { type Field, type Path, valueAt } from './fields.ts';
import { countOf, isNothing, logProbabilityOf, probabilityOf, rewardOf, sumOf } from './numbers.ts';
import type { Place } from './place.ts';
import { BadRow } from './problems.ts';
import type { Recognised } from './recognise.ts';
import type { Fields } from './record.ts';
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
export function samplesOf(
  fields: Fields,
  place: Place,
  times: number,
  { paths }: Recognised,
  refuse: (bad: BadRow) => void,
): Sample[] {
  const samples: Sample[] = [];
  const values: Values = {};
  for (const [field, path] of paths) values[field] = valueAt(fields, path);
  attempt(() => {
    const lists = listsOf(values, paths);
    if (!lists) return void samples.push(sampleOf(values, paths, place, times));
    for (let at = 0; at < lists.length; at += 1) {
      attempt(
        () => samples.push(sampleOf(entriesAt(values, at), paths, place, times)),
        ({ kind, message }) => refuse(new BadRow(kind, `entry ${at + 1}: ${message}`)),
      );
    }
  }, refuse);
  return samples;
}

/** What a row says of each field. */
type Values = Partial<Record<Field, unknown>>;

function attempt(work: () => void, refuse: (bad: BadRow) => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    refuse(error);
  }
}

function sampleOf(values: Values, paths: ReadonlyMap<Field, Path>, place: Place, times: number): Sample {
  const { prompt, response, reward, logprob, probability, count } = namesOf(paths);
  const logProbability = paths.get('logprob')?.isSum ? sumOf : logProbabilityOf;
  return {
    prompt: textOf(values.prompt, prompt ?? 'prompt', 'prompt'),
    response: response === undefined ? null : keyOf(textOf(values.response, response, 'response')),
    reward: reward === undefined ? null : rewardOf(values.reward, reward),
    logProbability: logprob === undefined ? null : logProbability(values.logprob, logprob),
    probability: probability === undefined ? null : probabilityOf(values.probability, probability),
    count: count === undefined ? times : countOf(values.count, count) * times,
    place,
  };
}

type Names = Partial<Record<Field, string>>;
const NAMES = new WeakMap<ReadonlyMap<Field, Path>, Names>();

/** The names of the columns, worked out once. */
function namesOf(paths: ReadonlyMap<Field, Path>): Names {
  const known = NAMES.get(paths);
  if (known) return known;
  const names = Object.fromEntries([...paths].map(([field, { text }]) => [field, text]));
  NAMES.set(paths, names);
  return names;
}

/** The fields that have an entry for each sample, where the rewards of a row are a list; null for a row of one sample. */
function listsOf(values: Values, paths: ReadonlyMap<Field, Path>): readonly unknown[] | null {
  const leading = paths.has('reward') ? values.reward : values.response;
  if (!Array.isArray(leading) || isMessages(leading)) return null;
  for (const [field, { text }] of paths) {
    const value = values[field];
    if (field === 'prompt' || isNothing(value)) continue;
    if (!Array.isArray(value)) {
      throw new BadRow('wrong type', `${text}: it must be a list, as the rewards are, not ${kindOf(value)}`);
    }
    if (value.length !== leading.length) {
      const others = `others have ${leading.length}`;
      throw new BadRow('lists of different lengths', `${text}: the list has ${value.length} entries, and ${others}`);
    }
  }
  return leading;
}

function entriesAt({ prompt, ...lists }: Values, at: number): Values {
  const entries = Object.entries(lists).map(([field, list]) => [field, Array.isArray(list) ? list[at] : list]);
  return { prompt, ...Object.fromEntries(entries) };
}
