import type { Target } from '../analysis/intervals.ts';
import { checkNewFile } from '../io/check-new-file.ts';
import { writeWhole } from '../io/write-whole.ts';
import type { FieldMap, LayoutName, LogOptions } from '../logs/log.ts';
import { InputError } from '../policy/errors.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread, prepareThread } from './in-thread.ts';
import { readLog } from './read-log.ts';

export interface AnalyzeOptions {
  readonly n?: readonly number[];
  readonly map?: FieldMap;
  readonly layout?: LayoutName;
  readonly onBadRow: LogOptions['onBadRow'];
  readonly duplicateReward: LogOptions['duplicateReward'];
  readonly target: Target;
  readonly confidence: number;
  readonly rewardRange?: readonly [number, number];
  readonly distinctRewards?: boolean;
  readonly minSamples: number;
  readonly selected?: boolean;
  readonly perPrompt?: string;
  readonly json?: boolean;
}

/** `bonafide analyze`: what best-of-n cost and won, according to a log. The log is read here, and analyzed on a thread. */
export async function analyze(
  sources: readonly string[],
  options: AnalyzeOptions,
  context: Context,
): Promise<ExitCode> {
  const { n, map, layout, onBadRow, duplicateReward, selected = false } = options;
  const {
    target,
    confidence,
    rewardRange = null,
    distinctRewards = false,
    minSamples,
    perPrompt,
    json = false,
  } = options;
  if (n === undefined) throw new InputError('give the numbers of draws with --n, such as --n 4,16,64');
  const { signal, console } = context;
  if (perPrompt !== undefined) await checkNewFile(perPrompt, sources);
  prepareThread(context);
  const read = await readLog({ sources, selected, map, layout, onBadRow, duplicateReward, signal });
  const question = { target, confidence, rewardRange, distinctRewards };
  const input = { read, question, draws: n, minSamples, json, perPrompt: perPrompt !== undefined };
  const { text, table } = await inThread('analyze', input, context);
  if (perPrompt !== undefined && table !== null) await writeWhole(perPrompt, table);
  console.out(text);
  return EXIT.ok;
}
