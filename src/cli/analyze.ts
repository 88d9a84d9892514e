import { stat } from 'node:fs/promises';
import { writeWhole } from '../io/write-whole.ts';
import { aggregateSql, type Dialect } from '../logs/aggregate-sql.ts';
import { nameOf } from '../logs/bytes.ts';
import type { Field, FieldMap } from '../logs/log.ts';
import { filesOf } from '../logs/sources.ts';
import { InputError } from '../policy/errors.ts';
import { checkOutputs, formatOf, writeTableTo } from './analysis-files.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread, prepareThread } from './in-thread.ts';
import { logOptionsOf, type QuestionChoices, questionOf } from './log-options.ts';
import { type Reading, readLog, writeGroups } from './read-log.ts';

export interface AnalyzeOptions extends QuestionChoices {
  readonly n?: readonly number[];
  readonly selected?: boolean;
  readonly plugIn?: boolean;
  readonly perPrompt?: string;
  readonly html?: string;
  readonly aggregate?: string;
  readonly sql?: Dialect;
  readonly json?: boolean;
}

/** `bonafide analyze`: what best-of-n cost and won, according to a log. The log is read here, and analyzed on a thread. */
export async function analyze(
  sources: readonly string[],
  options: AnalyzeOptions,
  context: Context,
): Promise<ExitCode> {
  const { n, minSamples, perPrompt, html, aggregate, sql, json = false, selected = false } = options;
  const { signal, console } = context;
  const files = { '--per-prompt': perPrompt, '--html': html, '--aggregate': aggregate };
  if (sql !== undefined) {
    refuseBeside('--sql', files);
    console.out(queryOf(sources, sql, options.map));
    return EXIT.ok;
  }
  if (n === undefined && (aggregate === undefined || perPrompt !== undefined || html !== undefined)) {
    throw new InputError('give the numbers of draws with --n, such as --n 4,16,64');
  }
  // Once, before anything is written: a file that is written must not become a file that is read.
  const read = await filesOf(sources);
  if (n !== undefined && aggregate !== undefined) await checkRereadable(read);
  await checkOutputs(files, read);
  const format = perPrompt === undefined ? null : await formatOf(perPrompt);
  if (n !== undefined) prepareThread(context);
  const reading: Reading = { ...logOptionsOf(options), sources: read, selected, signal };
  if (aggregate !== undefined) await writeGroups(reading, aggregate);
  if (n === undefined) return EXIT.ok;
  const log = await readLog(reading);
  const question = { ...questionOf(options), hasPlugIn: options.plugIn === true };
  const input = { read: log, question, draws: n, minSamples, json, perPrompt: format, html: html !== undefined };
  const { text, table, page } = await inThread('analyze', input, context);
  if (perPrompt !== undefined && table !== null) await writeTableTo(perPrompt, table, signal);
  if (html !== undefined && page !== null) await writeWhole(html, page);
  console.out(text);
  return EXIT.ok;
}

/** @throws InputError for an option that another one would ignore. */
function refuseBeside(option: string, others: Readonly<Record<string, string | undefined>>): void {
  const [ignored] = Object.entries(others).filter(([, value]) => value !== undefined);
  if (ignored) throw new InputError(`${option} reads no samples; leave ${ignored[0]} out`);
}

/** A log that is aggregated and analyzed is read twice. @throws InputError for standard input and for pipes. */
async function checkRereadable(sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    const isOnce =
      source === '-' ||
      (await stat(source).then(
        (stats) => !stats.isFile(),
        () => false,
      ));
    if (isOnce)
      throw new InputError(
        `${nameOf(source)} can be read only once; give --aggregate alone, and analyze the file that it writes`,
      );
  }
}

/** The fields of a query. */
const QUERIED: readonly Field[] = ['prompt', 'reward', 'response', 'logprob'];

/** The query that groups the samples of a table where it lives. */
function queryOf(sources: readonly string[], dialect: Dialect, map: FieldMap = new Map()): string {
  const [from, ...others] = sources;
  if (from === undefined || others.length > 0) throw new InputError('--sql needs one table instead of files');
  const other = [...map.keys()].find((field) => !QUERIED.includes(field));
  if (other !== undefined) throw new InputError(`--sql groups by ${QUERIED.join(', ')}, not by ${other}`);
  const [prompt = 'prompt', reward = 'reward'] = [map.get('prompt'), map.get('reward')];
  const [response, logprob] = [map.get('response'), map.get('logprob')];
  return aggregateSql(dialect, { from, prompt, reward, ...(response && { response }), ...(logprob && { logprob }) });
}
