import { type Logged, levelsOf, type PromptLevels } from '../analysis/collect.ts';
import type { SelectedPrompt } from '../analysis/selected.ts';
import { type Support, supportOf } from '../analysis/support.ts';
import { writeAggregate } from '../logs/aggregate.ts';
import { type Log, type LoggedPrompt, type LogOptions, openLog } from '../logs/log.ts';
import { InputError } from '../policy/errors.ts';
import type { LogSummary } from '../report/log.ts';
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
    const prompts = await collected(counted(), selected, reading.signal);
    if (prompts.prompts.length === 0) throw new InputError(`${sources.join(', ')}: there are no samples`);
    return { ...prompts, log: { ...summaryOf(log), noisy } };
  });
}

/** What has been read, in a form that crosses threads. */
export function summaryOf(log: Log): Omit<LogSummary, 'noisy'> {
  const { files, rows, layout, columns, problems } = log.summary();
  return { files: [...files], rows, layout, columns: Object.fromEntries(columns), skipped: [...problems] };
}

/** Writes the groups of a log as Parquet, which is a log again. @throws as `readLog`. */
export async function writeGroups(reading: Reading, file: string): Promise<void> {
  await heard(reading.signal, async () => writeAggregate(await opened(reading), file, reading.signal));
}

function opened({ sources, selected, map, ...options }: Reading): Promise<Log> {
  return openLog(sources, { ...options, map: selected ? new Map([['reward', ''] as const, ...(map ?? [])]) : map });
}

/** Does work on a log. @throws Interrupted in the place of any other error after the signal. */
export async function heard<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Interrupted('interrupted');
    throw error;
  }
}

async function collected(logged: AsyncIterable<Logged>, selected: boolean, signal: AbortSignal): Promise<Prompts> {
  if (selected)
    return {
      kind: 'selected',
      prompts: await all(logged, ({ prompt, place, groups }) => ({ prompt, place, groups: groups.map(bare) })),
    };
  const samples: PromptLevels[] = [];
  const supports: Support[] = [];
  for await (const { kind, prompt } of withKind(logged)) {
    if (kind === 'support') supports.push(supportOf(prompt));
    else samples.push(await levelsOf(prompt, signal));
  }
  return supports.length > 0 ? { kind: 'support', prompts: supports } : { kind: 'samples', prompts: samples };
}

/** Each prompt with what the log holds. The first prompt tells whether it has the probabilities of all answers; the others must agree. */
export async function* withKind<P extends Logged>(
  prompts: AsyncIterable<P>,
): AsyncGenerator<{ readonly kind: 'samples' | 'support'; readonly prompt: P }> {
  let kind: 'samples' | 'support' | null = null;
  for await (const prompt of prompts) {
    kind ??= prompt.groups.every(({ probability }) => probability !== null) ? 'support' : 'samples';
    if (kind === 'samples' && prompt.groups.some(({ probability }) => probability !== null)) throw mixed(prompt);
    yield { kind, prompt };
  }
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
