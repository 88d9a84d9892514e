import { type Bounds, overlap, width } from './bounds.ts';
import type { Subject, Trial } from './subject.ts';
import type { Task } from './task.ts';

/** The plan of a benchmark. Times are in seconds. */
export interface Plan {
  readonly outcomes: readonly number[];
  readonly draws: readonly number[];
  readonly rounds: number;
  /** Every subject runs for this long before the rounds, for just-in-time compilers and memory to settle. */
  readonly warmUp: number;
  /** A trial lasts at least this long, and at least one evaluation. */
  readonly trial: number;
  /** A subject skips a cell if one evaluation is expected to take longer. */
  readonly patience: number;
  /** A subject takes part in no further rounds of a cell once it has used this much. */
  readonly share: number;
}

export interface Result {
  readonly subject: Subject;
  /** Nanoseconds of one evaluation in each round that it took part in, from the first round on. */
  readonly times: readonly number[];
  readonly bounds: Bounds;
}

/** A subject that skipped a cell, and the seconds that one evaluation was expected to take. */
export interface Absence {
  readonly subject: Subject;
  readonly seconds: number;
}

export interface Cell {
  readonly outcomes: number;
  readonly draws: number;
  readonly results: readonly Result[];
  readonly absent: readonly Absence[];
}

/** Has every subject do the task in turn, round after round, so that a change of the machine's speed affects all of them. */
export async function measure(
  task: Task,
  subjects: readonly Subject[],
  expected: (subject: Subject) => number,
  plan: Plan,
): Promise<Cell> {
  const absent: Absence[] = [];
  const runners: Runner[] = [];
  for (const subject of subjects) {
    const seconds = expected(subject);
    if (seconds > plan.patience) absent.push({ subject, seconds });
    else runners.push(new Runner(subject, subject.prepare(task)));
  }
  for (const runner of runners) if (expected(runner.subject) < plan.warmUp) await runner.warmUp(plan.warmUp);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const runner of runners) if (runner.spent < plan.share) await runner.run(plan.trial);
  }
  const results = runners.map((runner) => runner.result());
  return { outcomes: task.weights.size, draws: task.draws, results, absent };
}

class Runner {
  readonly subject: Subject;
  readonly #trial: Trial;
  readonly #times: number[] = [];
  #bounds: Bounds | undefined;
  /** Seconds in rounds so far. */
  spent = 0;

  constructor(subject: Subject, trial: Trial) {
    this.subject = subject;
    this.#trial = trial;
  }

  async warmUp(seconds: number): Promise<void> {
    await this.#trial(seconds);
  }

  async run(seconds: number): Promise<void> {
    const start = performance.now();
    const { nanoseconds, bounds } = await this.#trial(seconds);
    this.#times.push(nanoseconds);
    this.#bounds = bounds;
    this.spent += (performance.now() - start) / 1000;
  }

  result(): Result {
    if (!this.#bounds) throw new Error(`${this.subject.name} took part in no round`);
    return { subject: this.subject, times: this.#times, bounds: this.#bounds };
  }
}

export function resultOf(cell: Cell, id: string): Result | undefined {
  return cell.results.find(({ subject }) => subject.id === id);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The time of `a` divided by that of `b`: the median of the ratios within the rounds in which both took part. */
export function ratio(a: Result, b: Result): number {
  const rounds = Math.min(a.times.length, b.times.length);
  return median(a.times.slice(0, rounds).map((time, round) => time / (b.times[round] as number)));
}

/** Two disjoint enclosures of one cell, one of which must be wrong; null for none. */
export function contradiction({ results }: Cell): readonly [Result, Result] | null {
  const enclosures = results.filter(({ subject }) => subject.guarantee === 'enclosure');
  for (const [index, one] of enclosures.entries()) {
    const other = enclosures.slice(index + 1).find(({ bounds }) => !overlap(one.bounds, bounds));
    if (other) return [one, other];
  }
  return null;
}

/** The narrowest enclosure of a cell. */
export function tightest({ results }: Cell): Result | undefined {
  return results
    .filter(({ subject }) => subject.guarantee === 'enclosure')
    .toSorted((a, b) => width(a.bounds).compare(width(b.bounds)))[0];
}
