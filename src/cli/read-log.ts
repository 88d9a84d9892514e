import { type Logged, levelsOf, type PromptLevels } from '../analysis/collect.ts';
import type { LogSummary } from '../analysis/schema.ts';
import type { SelectedPrompt } from '../analysis/selected.ts';
import { type Support, supportOf } from '../analysis/support.ts';
import { writeAggregate } from '../logs/aggregate.ts';
import { type Log, type LoggedPrompt, type LogOptions, openLog } from '../logs/log.ts';
import { InputError } from '../policy/errors.ts';
import { Interrupted } from './interrupted.ts';

/** The prompts of a log, in a form that crosses threads. */
export type Prompts =
  | { readonly kind: 'samples'; readonly prompts: readonly PromptLevels[] }
  | { readonly kind: 'selected'; readonly prompts: readonly SelectedPrompt[] }
  | { readonly kind: 'support'; readonly prompts: readonly Support[] };

/** What to read, and how; `selected` says that best-of-n has selected the rows already, so that they need no reward. */
export interface Reading extends LogOptions {
  readonly sources: readonly string[];
  readonly selected: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads a log. Of each prompt only what the analysis needs is kept.
 * @throws InputError naming the place of what is wrong; Interrupted as soon as the signal comes.
 */
export async function readLog(reading: Reading): Promise<Prompts & { readonly log: LogSummary }> {
  const { sources, selected } = reading;
  return heard(reading.signal, async () => {
    const log = await opened(reading);
    let noisy = 0;
    async function* counted(): AsyncGenerator<LoggedPrompt> {
      for await (const prompt of log.prompts) {
        noisy += prompt.noisy;
        yield prompt;
      }
    }
    const prompts = await collected(counted(), selected);
    if (prompts.prompts.length === 0) throw new InputError(`${sources.join(', ')}: there are no samples`);
    const { files, rows, layout, columns, problems } = log.summary();
    const skipped = [...problems];
    return {
      ...prompts,
      log: { files: [...files], rows, layout, columns: Object.fromEntries(columns), skipped, noisy },
    };
  });
}

/** Writes the groups of a log as Parquet, which is a log again. @throws as `readLog`. */
export async function writeGroups(reading: Reading, file: string): Promise<void> {
  await heard(reading.signal, async () => writeAggregate(await opened(reading), file, reading.signal));
}

function opened({ sources, selected, map, ...options }: Reading): Promise<Log> {
  return openLog(sources, { ...options, map: selected ? new Map([['reward', ''] as const, ...(map ?? [])]) : map });
}

async function heard<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Interrupted('interrupted');
    throw error;
  }
}

/** Collects the prompts. The first one tells whether the log has probabilities of all answers; the others must agree. */
async function collected(logged: AsyncIterable<Logged>, selected: boolean): Promise<Prompts> {
  if (selected)
    return {
      kind: 'selected',
      prompts: await all(logged, ({ place, groups }) => ({ place, groups: groups.map(bare) })),
    };
  const samples: PromptLevels[] = [];
  const supports: Support[] = [];
  for await (const prompt of logged) {
    if (supports.length > 0 || (samples.length === 0 && prompt.groups.every(({ probability }) => probability !== null)))
      supports.push(supportOf(prompt));
    else if (prompt.groups.some(({ probability }) => probability !== null)) throw mixed(prompt);
    else samples.push(levelsOf(prompt));
  }
  return supports.length > 0 ? { kind: 'support', prompts: supports } : { kind: 'samples', prompts: samples };
}

function mixed({ place }: Logged): InputError {
  return new InputError(
    `${place}: this prompt has a probability, and rows before it or beside it have none; complete them, or leave the column out with --map probability=`,
  );
}

function bare({ logProbability, count }: Logged['groups'][number]): SelectedPrompt['groups'][number] {
  return { logProbability, count };
}

async function all<S, T>(items: AsyncIterable<S>, to: (item: S) => T): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(to(item));
  return list;
}
