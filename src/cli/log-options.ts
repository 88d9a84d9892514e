import { type Command, Option } from 'commander';
import type { Target } from '../analysis/intervals.ts';
import type { Question } from '../analysis/question.ts';
import { parseMap } from '../logs/fields.ts';
import { LAYOUTS } from '../logs/layouts.ts';
import type { FieldMap, LayoutName, LogOptions } from '../logs/log.ts';
import {
  parseBadRow,
  parseConfidence,
  parseDuplicateReward,
  parseLayout,
  parseMinSamples,
  parseRange,
  parseSupport,
  parseTarget,
} from './options.ts';

/** What the arguments of a command that reads a log are. */
export const DATA =
  'JSONL, JSON, CSV or Parquet files, packed or not, patterns such as logs/*.jsonl, or - for standard input';

/** How a log is read, as far as the user says so. */
export interface LogChoices {
  readonly map?: FieldMap;
  readonly layout?: LayoutName;
  readonly onBadRow?: LogOptions['onBadRow'];
  readonly duplicateReward?: LogOptions['duplicateReward'];
}

export const MAP = new Option(
  '--map <fields>',
  'columns of the fields prompt, response, reward, logprob, probability, count, such as prompt=prompt_id,reward=metadata.score',
).argParser(parseMap);

export const LAYOUT = new Option(
  '--layout <program>',
  `the program that wrote the log, where it is not recognised: ${LAYOUTS.join(', ')}`,
).argParser(parseLayout);

export const ON_BAD_ROW = new Option('--on-bad-row <how>', 'error (the default), or skip and count').argParser(
  parseBadRow,
);

export const DUPLICATE_REWARD = new Option(
  '--duplicate-reward <how>',
  'a response with several rewards: error (the default), first or mean',
).argParser(parseDuplicateReward);

const LOGPROB = `
logprob is log p(y) of the whole response in nats, under the distribution from which it was sampled,
with its temperature and top-p. It is no mean over tokens. logprob=sum(COLUMN) adds up lists of tokens.`;

/** Adds the options that say how to read a log, and of what its intervals speak. */
export function withQuestion(command: Command): Command {
  return command
    .addOption(MAP)
    .addOption(LAYOUT)
    .addOption(ON_BAD_ROW)
    .addOption(DUPLICATE_REWARD)
    .option('--target <which>', 'prompts (these) or population (from which they were drawn)', parseTarget, 'prompts')
    .option('--confidence <p>', 'probability with which each interval holds', parseConfidence, 0.95)
    .option('--reward-range <low,high>', 'the least and the largest possible reward', parseRange)
    .option(
      '--distinct-rewards',
      'different responses of a prompt never have equal rewards; mostly narrows intervals with log-probabilities',
    )
    .option(
      '--support <which>',
      'complete: the samples of each prompt show all its possible rewards, or these are 0 and 1; partial otherwise',
      parseSupport,
      'partial',
    )
    .option('--min-samples <M>', 'leave out prompts with fewer samples', parseMinSamples, 1)
    .addHelpText('after', LOGPROB);
}

/** Of what the intervals speak, as far as the user says so. */
export interface QuestionChoices extends LogChoices {
  readonly target: Target;
  readonly confidence: number;
  readonly rewardRange?: readonly [number, number];
  readonly distinctRewards?: boolean;
  readonly support: 'partial' | 'complete';
  readonly minSamples: number;
}

/** The question that the options ask. */
export function questionOf(choices: QuestionChoices): Question {
  const { target, confidence, rewardRange = null, distinctRewards = false, support } = choices;
  return { target, confidence, rewardRange, distinctRewards, hasAllRewards: support === 'complete' };
}

/** The options for `openLog`. */
export function logOptionsOf({ map, layout, onBadRow = 'error', duplicateReward = 'error' }: LogChoices): LogOptions {
  return { map, layout, onBadRow, duplicateReward };
}

/** The first of these options that is given, as it is written. */
export function firstGiven(choices: LogChoices): string | undefined {
  return [MAP, LAYOUT, ON_BAD_ROW, DUPLICATE_REWARD].find(
    (option) => choices[option.attributeName() as keyof LogChoices] !== undefined,
  )?.long;
}
