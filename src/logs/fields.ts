import { InputError } from '../policy/errors.ts';
import { type Fields, isRecord } from './record.ts';

/** What a log can say of a sample. `logprob` is log p(y) of the whole response, `count` the number of samples of a row. */
export const FIELDS = ['prompt', 'response', 'reward', 'logprob', 'probability', 'count'] as const;
export type Field = (typeof FIELDS)[number];

/** The columns that the user names for fields. An empty name means that the log has no such field. */
export type FieldMap = ReadonlyMap<Field, string>;

/** A column or a value within it, as `metadata.score` or `resps.0.0`. */
export interface Path {
  readonly text: string;
  /** Whether the value is the sum of the list that stands there. */
  readonly isSum: boolean;
}

const SUM = /^sum\((.+)\)$/;

/** Reads `prompt_id`, `metadata.score` or `sum(logprobs)`. */
export function pathOf(text: string): Path {
  const summed = SUM.exec(text)?.[1];
  return { text: summed ?? text, isSum: summed !== undefined };
}

/** The column in which a path starts: all of it where there is a column of that name. */
export function columnOf({ text }: Path, columns: readonly string[]): string | undefined {
  return columns.includes(text) ? text : columns.find((column) => text.startsWith(`${column}.`));
}

/** The value at a path, undefined where there is none. */
export function valueAt(fields: Fields, { text }: Path): unknown {
  if (Object.hasOwn(fields, text)) return fields[text];
  let value: unknown = fields;
  for (const key of text.split('.')) {
    if (!(isRecord(value) || Array.isArray(value)) || !Object.hasOwn(value, key)) return undefined;
    value = (value as Fields)[key];
  }
  return value;
}

/** Columns that say how many samples a row stands for. Ignoring them would change the policy. */
const COUNTS =
  /^(?:(?:num|n|no|number)[ _-]?(?:of[ _-]?)?)?(?:samples?|responses?|copies|repeats?|repetitions?|occurrences?)$|^(?:counts?|weights?|n|num|number|freq|frequency|frequencies|multiplicity)$/i;

/** Whether a column may say how many samples a row stands for, by its name. */
export function isLikeCount(column: string): boolean {
  return COUNTS.test(column.trim());
}

/** Log-probabilities that are divided by the length of the response, by their usual names. */
const PER_TOKEN =
  /(?:mean|avg|average|norm(?:ali[sz]ed)?|per_?token).*log_?p|log_?p.*(?:mean|avg|average|norm|per_?token)/i;

const PER_TOKEN_WHY =
  'is a log-probability for each token, and the probability of the whole response under the distribution from which it was sampled ' +
  '(with its temperature and top-p) is needed, which does not follow from it';

/**
 * Reads `prompt=prompt_id,response=completion,reward=metadata.score`.
 * @throws InputError naming what is wrong.
 */
export function parseMap(text: string): FieldMap {
  const map = new Map<Field, string>();
  for (const part of text.split(',')) {
    const [, name = '', column = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    const field = FIELDS.find((known) => known === name);
    if (!field) throw new InputError(`a map of columns: ${JSON.stringify(part.trim())} ${instead(part)}`);
    if (map.has(field)) throw new InputError(`a map of columns: ${field} is given twice`);
    map.set(field, checked(field, column));
  }
  return map;
}

function instead(part: string): string {
  const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(FIELDS);
  if (!part.includes('=')) return `must have the form FIELD=COLUMN, as prompt=prompt_id`;
  return `must start with ${known}`;
}

function checked(field: Field, column: string): string {
  const { text, isSum } = pathOf(column);
  if (isSum && field !== 'logprob') {
    throw new InputError(`a map of columns: ${field}: only log-probabilities can be summed`);
  }
  if (field === 'logprob' && !isSum && PER_TOKEN.test(text)) {
    throw new InputError(`a map of columns: logprob: ${JSON.stringify(text)} ${PER_TOKEN_WHY}`);
  }
  return column;
}
