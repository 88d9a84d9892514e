import type { Command } from 'commander';
import { parseMap } from '../logs/fields.ts';
import { LAYOUTS } from '../logs/layouts.ts';
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

/** Adds the options that say how to read a log, and of what its intervals speak. */
export function withLogOptions(command: Command): Command {
  return command
    .option(
      '--map <fields>',
      'columns of the fields prompt, response, reward, logprob, probability, count, such as prompt=prompt_id,reward=metadata.score',
      parseMap,
    )
    .option(
      '--layout <program>',
      `the program that wrote the log, where it is not recognised: ${LAYOUTS.join(', ')}`,
      parseLayout,
    )
    .option('--on-bad-row <how>', 'error, or skip and count', parseBadRow, 'error')
    .option(
      '--duplicate-reward <how>',
      'a response with several rewards: error, first or mean',
      parseDuplicateReward,
      'error',
    )
    .option('--target <which>', 'prompts (these) or population (from which they were drawn)', parseTarget, 'prompts')
    .option('--confidence <p>', 'probability with which each interval holds', parseConfidence, 0.95)
    .option('--reward-range <low,high>', 'the least and the largest possible reward', parseRange)
    .option(
      '--distinct-rewards',
      'different responses of a prompt never have equal rewards; narrows intervals with log-probabilities',
    )
    .option(
      '--support <which>',
      'complete: the samples of each prompt show all its possible rewards, or these are 0 and 1; partial otherwise',
      parseSupport,
      'partial',
    )
    .option('--min-samples <M>', 'leave out prompts with fewer samples', parseMinSamples, 1);
}
