import type { Rational } from '../arithmetic/rational.ts';
import { Turns } from '../io/turns.ts';
import { nearest } from '../policy/draws.ts';
import { type DuplicateRule, Outcome } from './outcome.ts';
import type { Sample } from './samples.ts';

/** Equal samples of a prompt: those of one reward or, where their probability is given or responses are kept apart, those of one response. */
export interface Group {
  /** Exactly as written; null for a log without rewards. */
  readonly reward: Rational | null;
  /** log p(y) of the whole response in nats, as a double; null where it is not given. */
  readonly logProbability: number | null;
  /** p(y), exactly; null where it is not given. */
  readonly probability: Rational | null;
  /** The number of samples. */
  readonly count: number;
}

/** The samples of one prompt. */
export interface LoggedPrompt {
  /** The text or identifier of the prompt; chat messages as JSON. */
  readonly prompt: string;
  /** Where its first row stands, as `file:line` or, for a table of columns, `file: row 17`. */
  readonly place: string;
  readonly samples: number;
  /** In ascending order of reward, then of log-probability, then of first appearance. */
  readonly groups: readonly Group[];
  /** The number of responses with several rewards, log-probabilities or probabilities. */
  readonly noisy: number;
}

/** How samples are grouped. */
export interface Grouping {
  readonly duplicateReward: DuplicateRule;
  /** Whether each response is a group also where no probability is given. By default samples of one reward are one group. */
  readonly areApart?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Collects the samples of one prompt. */
export class PromptGroups {
  readonly #prompt: string;
  readonly #place: string;
  readonly #rule: DuplicateRule;
  readonly #areApart: boolean;
  readonly #turns: Turns;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #levels = new Map<string, Level>();
  readonly #single: Group[] = [];

  constructor(prompt: string, place: string, { duplicateReward, areApart = false, signal }: Grouping) {
    this.#turns = new Turns(signal);
    this.#prompt = prompt;
    this.#place = place;
    this.#rule = duplicateReward;
    this.#areApart = areApart;
  }

  /** @throws InputError where a response has several numbers, under the rule `error`. */
  add(sample: Sample): void {
    if (sample.response !== null) {
      const known = this.#outcomes.get(sample.response);
      if (known) known.add(sample, this.#rule);
      else this.#outcomes.set(sample.response, new Outcome(sample));
    } else if (sample.probability === null) addTo(this.#levels, sample.reward, sample.count);
    else this.#single.push(groupOf(sample, sample.count));
  }

  /** What has been collected; to be called once. @throws the reason of the signal. */
  async finish(): Promise<LoggedPrompt> {
    const outcomes = [...this.#outcomes.values()];
    const levels = this.#levels;
    const own = this.#single;
    for (const outcome of outcomes) {
      const turn = this.#turns.after(1);
      if (turn) await turn;
      const group = groupOf(outcome.numbers(this.#rule), outcome.count);
      const isAlike = group.logProbability === null && group.probability === null && !this.#areApart;
      if (isAlike) addTo(levels, group.reward, group.count);
      else own.push(group);
    }
    for (const level of levels.values()) own.push(groupOfLevel(level));
    const groups = await sorted(own, this.#turns);
    return {
      prompt: this.#prompt,
      place: this.#place,
      samples: groups.reduce((sum, { count }) => sum + count, 0),
      groups,
      noisy: outcomes.filter(({ isNoisy }) => isNoisy).length,
    };
  }
}

function groupOf({ reward, logProbability, probability }: Omit<Group, 'count'>, count: number): Group {
  return { reward, logProbability, probability, count };
}

/** The samples of one reward, without probabilities. */
interface Level {
  readonly reward: Rational | null;
  count: number;
}

function addTo(levels: Map<string, Level>, reward: Rational | null, count: number): void {
  const key = reward === null ? '' : keyOf(reward);
  const known = levels.get(key);
  if (known) known.count += count;
  else levels.set(key, { reward, count });
}

/** Rewards are in lowest terms, so equal ones have equal keys. */
function keyOf({ num, den }: Rational): string {
  return den === 1n ? String(num) : `${num}/${den}`;
}

function groupOfLevel({ reward, count }: Level): Group {
  return { reward, logProbability: null, probability: null, count };
}

/** Doubles of exact numbers are in their order, as long as none of them is beyond this. */
const LARGE = 1e200;

/** Groups in order: first by doubles, which is fast, and those of one double exactly. */
async function sorted(groups: readonly Group[], turns: Turns): Promise<Group[]> {
  const buckets = new Map<number, Group[]>();
  for (const group of groups) {
    const turn = turns.after(1);
    if (turn) await turn;
    const value = group.reward === null ? -LARGE : nearest(group.reward);
    const bucket = buckets.get(value);
    if (bucket) bucket.push(group);
    else buckets.set(value, [group]);
  }
  const values = Float64Array.from(buckets.keys()).sort();
  if (values.some((value) => Math.abs(value) > LARGE)) return [...groups].sort(inOrder);
  const all: Group[] = [];
  for (const value of values) {
    const turn = turns.after(1);
    if (turn) await turn;
    for (const group of (buckets.get(value) as Group[]).sort(inOrder)) all.push(group);
  }
  return all;
}

function inOrder(a: Group, b: Group): number {
  const byReward =
    a.reward && b.reward ? a.reward.compare(b.reward) : Number(a.reward !== null) - Number(b.reward !== null);
  return byReward || (a.logProbability ?? -Infinity) - (b.logProbability ?? -Infinity) || 0;
}
