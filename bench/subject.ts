import type { Bounds } from './bounds.ts';
import type { Task } from './task.ts';

export interface Measurement {
  /** The time of one evaluation. */
  readonly nanoseconds: number;
  readonly bounds: Bounds;
}

/** Evaluates one task repeatedly for about the given number of seconds, at least once. */
export type Trial = (seconds: number) => Promise<Measurement>;

/** A way to compute the KL. Subjects differ only in where they run and in what they guarantee. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** `enclosure`: the value lies between the bounds, rounding included. `none`: nothing is guaranteed. */
  readonly guarantee: 'enclosure' | 'none';
  readonly ours: boolean;
  /** The path from the root of the repository. */
  readonly source: string;
  /** Prepares a task. This is not timed. */
  prepare(task: Task): Trial;
}

/** A subject in this process: a function that computes one task, and a conversion of its result to bounds. */
export interface Evaluation<R> extends Omit<Subject, 'prepare'> {
  readonly evaluation: (task: Task) => () => R;
  readonly bounds: (result: R) => Bounds;
}

export function inProcess<R>({ evaluation, bounds, ...about }: Evaluation<R>): Subject {
  return {
    ...about,
    prepare(task) {
      const evaluate = evaluation(task);
      return async (seconds) => {
        const { nanoseconds, result } = time(evaluate, seconds);
        return { nanoseconds, bounds: bounds(result) };
      };
    },
  };
}

const GROWTH = 10;
const MARGIN = 1.2;

/** Counts only the last batch, which was long enough for the clock. The peers do the same. */
function time<R>(evaluate: () => R, seconds: number): { nanoseconds: number; result: R } {
  for (let evaluations = 1; ; ) {
    const start = process.hrtime.bigint();
    let result = evaluate();
    for (let i = 1; i < evaluations; i += 1) result = evaluate();
    const elapsed = Math.max(1, Number(process.hrtime.bigint() - start));
    if (elapsed >= seconds * 1e9) return { nanoseconds: elapsed / evaluations, result };
    const wanted = Math.ceil((MARGIN * evaluations * seconds * 1e9) / elapsed);
    evaluations = Math.min(GROWTH * evaluations, wanted);
  }
}
