import { InputError } from '../policy/errors.ts';
import { columnOf, FIELDS, type Field, type FieldMap, isLikeCount, type Path, pathOf, valueAt } from './fields.ts';
import { type Guard, LAYOUTS, type Layout, type LayoutName, listed, PROGRAMS } from './layouts.ts';
import type { BadRow } from './problems.ts';
import type { Fields } from './record.ts';

/** What the columns of a log mean. */
export interface Recognised {
  readonly layout: LayoutName;
  readonly paths: ReadonlyMap<Field, Path>;
  /** The columns that no field uses. */
  readonly ignored: readonly string[];
  readonly guards: readonly Guard[];
  readonly check: (fields: Fields) => BadRow | null;
}

/** Common names of the fields. The first name of each goes before the others, which are taken only where there is no other. */
const NAMES: Record<Field, readonly string[]> = {
  prompt:
    'prompt prompt_id task_id doc_id question_id problem_id question problem instruction input query messages'.split(
      ' ',
    ),
  response:
    'response completion output generation generated_text model_output text responses completions outputs generations'.split(
      ' ',
    ),
  reward: 'reward score reward_score pass passed correct is_correct acc accuracy exact_match rewards scores'.split(' '),
  logprob:
    'logprob log_prob log_probability logp sum_logprob logprob_sum total_logprob sequence_logprob cumulative_logprob logprobs'.split(
      ' ',
    ),
  probability: ['probability', 'prob'],
  count: ['count'],
};

/**
 * Finds out what columns mean: first as the user says, then by the layout, then by common names.
 * @throws InputError naming the columns and what to say, where that is not clear.
 */
export function recognise(
  columns: readonly string[],
  first: Fields,
  { map = new Map(), layout }: { map?: FieldMap | undefined; layout?: LayoutName | undefined },
): Recognised {
  const program = programOf(columns, layout, map);
  const found = new Map<Field, string>(map);
  const add = (field: Field, column: string | null): void => {
    if (column !== null && !found.has(field)) found.set(field, column);
  };
  for (const [field, column] of program?.fields(columns, first, (field) => map.has(field)) ?? []) add(field, column);
  if (!program)
    for (const field of FIELDS) if (!found.has(field)) add(field, byName(field, columns, [...found.values()]));
  const paths = new Map([...found].filter(([, column]) => column !== '').map(([field, text]) => [field, pathOf(text)]));
  checkPresent(paths, columns, first);
  checkEnough(found, paths, columns);
  if (!program && !found.has('count')) checkCounts(columns, [...found.values()]);
  const used = [...paths.values()].map((path) => columnOf(path, columns));
  return {
    layout: program?.name ?? 'columns',
    paths,
    ignored: columns.filter((column) => !used.includes(column)),
    guards: program?.guards.filter(({ column }) => columns.includes(column) && pathsAllow(paths, column)) ?? [],
    check: map.has('response') || map.has('reward') ? () => null : (program?.check ?? (() => null)),
  };
}

/** A column that is the prompt itself need not be the same in all rows. */
function pathsAllow(paths: ReadonlyMap<Field, Path>, column: string): boolean {
  return paths.get('prompt')?.text !== column;
}

/** The program that wrote such columns, null for none. @throws InputError where a layout is asked for whose columns are missing. */
function programOf(columns: readonly string[], wanted: LayoutName | undefined, map: FieldMap): Layout | null {
  const missing = ({ needs }: Layout): readonly string[] | undefined =>
    needs.find((names) => !names.some((name) => columns.includes(name)));
  if (wanted === 'columns') return null;
  const asked = PROGRAMS.find(({ name }) => name === wanted);
  if (wanted !== undefined && !asked)
    throw new InputError(`the layout must be one of ${LAYOUTS.join(', ')}, not ${JSON.stringify(wanted)}`);
  if (!asked) {
    const fits = (each: Layout): boolean => !missing(each) && !each.lacks?.some((name) => columns.includes(name));
    return ['prompt', 'response', 'reward'].every((field) => map.has(field as Field))
      ? null
      : (PROGRAMS.find(fits) ?? null);
  }
  const names = missing(asked);
  if (!names) return asked;
  throw new InputError(
    `the layout ${asked.name} needs a column ${names.join(' or ')}, and there are ${listed(columns)}`,
  );
}

function byName(field: Field, columns: readonly string[], taken: readonly string[]): string | null {
  const free = columns.filter((column) => !taken.includes(column));
  const [name] = NAMES[field];
  if (name !== undefined && free.includes(name)) return name;
  const [column, ...others] = free.filter((each) => NAMES[field].includes(each.toLowerCase()));
  if (column === undefined) return null;
  if (others.length === 0) return column;
  throw new InputError(
    `the columns ${listed([column, ...others])} may each be the ${field}; name it with --map ${field}=${column}, or give ${field}= for none`,
  );
}

function checkPresent(paths: ReadonlyMap<Field, Path>, columns: readonly string[], first: Fields): void {
  for (const [field, path] of paths) {
    if (columnOf(path, columns) !== undefined || valueAt(first, path) !== undefined) continue;
    throw new InputError(`there is no column ${JSON.stringify(path.text)} for ${field}; there are ${listed(columns)}`);
  }
}

function checkEnough(found: FieldMap, paths: ReadonlyMap<Field, Path>, columns: readonly string[]): void {
  const missing = (['prompt', 'reward'] as const).filter(
    (field) => !found.has(field) || (field === 'prompt' && !paths.has(field)),
  );
  if (missing.length > 0) {
    const maps = missing.map((field) => `${field}=COLUMN`).join(',');
    throw new InputError(
      `no column is known to be the ${missing.join(' or the ')} among ${listed(columns)}; name ${missing.length === 1 ? 'it' : 'them'} with --map ${maps}`,
    );
  }
  if (paths.has('logprob') && !paths.has('response')) {
    throw new InputError(
      `log-probabilities (column ${JSON.stringify(paths.get('logprob')?.text)}) need a column of responses, since samples of one response share its probability; name it with --map response=COLUMN, or give logprob= for none`,
    );
  }
}

function checkCounts(columns: readonly string[], used: readonly string[]): void {
  const count = columns.find((column) => isLikeCount(column) && !used.includes(column) && !isKnown(column));
  if (count === undefined) return;
  throw new InputError(
    `the column ${JSON.stringify(count)} may say how many samples a row stands for; name it with --map count=${count}, or give count= for none`,
  );
}

function isKnown(column: string): boolean {
  return Object.values(NAMES).some((names) => names.includes(column.toLowerCase()));
}
