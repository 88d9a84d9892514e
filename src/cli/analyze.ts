import type { Target } from '../analysis/intervals.ts';
import type { FieldMap, LayoutName, LogOptions } from '../logs/log.ts';
import { InputError } from '../policy/errors.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';

export interface AnalyzeOptions {
  readonly n?: readonly number[];
  readonly map?: FieldMap;
  readonly layout?: LayoutName;
  readonly onBadRow: LogOptions['onBadRow'];
  readonly duplicateReward: LogOptions['duplicateReward'];
  readonly target: Target;
  readonly confidence: number;
  readonly rewardRange?: readonly [number, number];
  readonly minSamples: number;
  readonly selected?: boolean;
  readonly perPrompt?: string;
  readonly json?: boolean;
}

/** `bonafide analyze`: what best-of-n cost and won, according to a log. */
export async function analyze(
  sources: readonly string[],
  options: AnalyzeOptions,
  context: Context,
): Promise<ExitCode> {
  const { n, map, layout, rewardRange = null, selected = false, perPrompt = null, json = false, ...rest } = options;
  if (n === undefined) throw new InputError('give the numbers of draws with --n, such as --n 4,16,64');
  const input = { ...rest, sources, draws: n, map, layout, rewardRange, selected, perPrompt, json };
  context.console.out(await inThread('analyze', input, context));
  return EXIT.ok;
}
