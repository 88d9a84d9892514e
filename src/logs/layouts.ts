import { InputError } from '../policy/errors.ts';
import { JsonNumber } from '../policy/json.ts';
import type { Field } from './fields.ts';
import { BadRow, type ProblemKind } from './problems.ts';
import type { Fields } from './record.ts';

export const LAYOUTS = ['columns', 'lm-eval', 'trl', 'verl', 'openrlhf', 'human-eval'] as const;
/** The program that wrote a log; `columns` is any log whose columns have common or given names. */
export type LayoutName = (typeof LAYOUTS)[number];

/** A column whose values must be the same in all rows that are read together. */
export interface Guard {
  readonly column: string;
  /** Among the rows of one value of this column; among all rows where it is left out. */
  readonly within?: string;
  readonly kind: ProblemKind;
  readonly why: string;
}

/** The log of a known program. */
export interface Layout {
  readonly name: LayoutName;
  /** The columns that it must have; one of each list. */
  readonly needs: readonly (readonly string[])[];
  /** Columns that such a log does not have. */
  readonly lacks?: readonly string[];
  /** @throws InputError where a column must be chosen. */
  readonly fields: (
    columns: readonly string[],
    first: Fields,
    given: (field: Field) => boolean,
  ) => readonly [Field, string][];
  readonly guards: readonly Guard[];
  /** What is wrong with a row. */
  readonly check?: (fields: Fields) => BadRow | null;
}

const STEP: Guard = {
  column: 'step',
  kind: 'another step',
  why: 'the policy changes from step to step, so read the samples of one step',
};

/**
 * Files of `lm_eval --log_samples` (lm_eval/evaluator.py of EleutherAI/lm-evaluation-harness). A row is a document scored by one filter.
 * `resps` has a list of responses for each request. The metrics are columns, and `metrics` lists their names in newer versions.
 */
const LM_EVAL: Layout = {
  name: 'lm-eval',
  needs: [['doc_id'], ['resps', 'filtered_resps']],
  fields: (columns, first, given) => [
    ['prompt', 'doc_id'],
    ...(typeof responsesOf(first)[0] === 'string' ? [['response', 'resps.0.0'] as [Field, string]] : []),
    ...(given('reward') ? [] : [['reward', metricOf(columns, first)] as [Field, string]]),
  ],
  guards: [
    {
      column: 'filter',
      kind: 'another filter',
      why: 'each filter scores the same samples, so read the rows of one filter',
    },
    {
      column: 'doc_hash',
      within: 'doc_id',
      kind: 'another document',
      why: 'the same doc_id stands for another document before, so read one task, or name doc_hash as the prompt',
    },
  ],
  check: (fields) => {
    const responses = responsesOf(fields);
    if (responses.length === 1 || typeof responses[0] !== 'string') return null;
    return new BadRow(
      'several responses of one score',
      `resps: the row has ${responses.length} responses and one score; a score for each response is needed`,
    );
  },
};

/** The responses to the first request. Where options are compared, these are no texts but pairs of a log-probability and a flag. */
function responsesOf({ resps }: Fields): readonly unknown[] {
  const [responses]: readonly unknown[] = Array.isArray(resps) ? resps : [];
  return Array.isArray(responses) ? responses : [];
}

const NO_METRICS = new Set(
  'doc_id doc target arguments resps filtered_resps filter metrics doc_hash prompt_hash target_hash'.split(' '),
);

function metricOf(columns: readonly string[], first: Fields): string {
  const listed = Array.isArray(first.metrics) ? first.metrics : columns.filter((column) => !NO_METRICS.has(column));
  return only(
    listed.filter((name) => isScore(first[name])),
    'metrics',
    columns,
  );
}

function isScore(value: unknown): boolean {
  return typeof value === 'boolean' || value instanceof JsonNumber;
}

/** The only one of the columns that may be the reward. */
function only(names: readonly string[], what: string, columns: readonly string[]): string {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) return name;
  if (name === undefined)
    throw new InputError(
      `the log has no column of a reward among ${listed(columns)}; name it with --map reward=COLUMN`,
    );
  throw new InputError(`the log has several ${what}, ${listed(names)}; name the reward, as --map reward=${name}`);
}

/** Names of columns, shortened. */
export function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).map((column) => JSON.stringify(column.slice(0, 40)));
  return columns.length > 30 ? `${shown.join(', ')} and more` : shown.join(', ');
}

const NO_REWARDS = new Set('step prompt completion advantage image images'.split(' '));

/**
 * Completions that trainers of trl log (trl/trainer/grpo_trainer.py of huggingface/trl): `step`, `prompt`, `completion`, a column of
 * rewards for each reward function, under its name, and `advantage`.
 */
const TRL: Layout = {
  name: 'trl',
  needs: [['prompt'], ['completion'], ['advantage']],
  lacks: ['reward'],
  fields: (columns, _, given) => [
    ['prompt', 'prompt'],
    ['response', 'completion'],
    ...(given('reward')
      ? []
      : [
          [
            'reward',
            only(
              columns.filter((column) => !NO_REWARDS.has(column)),
              'reward functions',
              columns,
            ),
          ] as [Field, string],
        ]),
  ],
  guards: [STEP],
};

/** Rollouts of verl (`_dump_generations` in verl/trainer/ppo/ray_trainer.py of volcengine/verl): `input`, `output`, `score`, `step`, and what the reward function adds. */
const VERL: Layout = {
  name: 'verl',
  needs: [['input'], ['output'], ['score']],
  lacks: ['reward', 'prompt', 'response'],
  fields: () => [
    ['prompt', 'input'],
    ['response', 'output'],
    ['reward', 'score'],
  ],
  guards: [STEP],
};

/** Rewards by OpenRLHF (openrlhf/cli/batch_inference.py of OpenRLHF/OpenRLHF): `input`, `output`, `reward`. */
const OPENRLHF: Layout = {
  name: 'openrlhf',
  needs: [['input', 'prompt'], ['output'], ['reward']],
  lacks: ['response'],
  fields: (columns) => [
    ['prompt', columns.includes('input') ? 'input' : 'prompt'],
    ['response', 'output'],
    ['reward', 'reward'],
  ],
  guards: [],
};

/** Results of human-eval (human_eval/evaluation.py of openai/human-eval): `task_id`, `completion`, `result`, `passed`. */
const HUMAN_EVAL: Layout = {
  name: 'human-eval',
  needs: [['task_id'], ['completion'], ['passed']],
  lacks: ['reward', 'response'],
  fields: () => [
    ['prompt', 'task_id'],
    ['response', 'completion'],
    ['reward', 'passed'],
  ],
  guards: [],
};

export const PROGRAMS: readonly Layout[] = [LM_EVAL, TRL, VERL, OPENRLHF, HUMAN_EVAL];
