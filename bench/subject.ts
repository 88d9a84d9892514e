import type { Bounds } from './bounds.ts';
import type { Task } from './task.ts';

export interface Measurement {
  /** Of one evaluation. */
  readonly nanoseconds: number;
  readonly bounds: Bounds;
}

/** Evaluates one task again and again for about so many seconds, once at least. */
export type Trial = (seconds: number) => Promise<Measurement>;

/** One way to work KL out. Subjects differ in where they run and in what they promise, in nothing else. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** `enclosure`: the result lies between the bounds, rounding included. `none`: nothing is promised. */
  readonly guarantee: 'enclosure' | 'none';
  readonly ours: boolean;
  /** From the root of the repository. */
  readonly source: string;
  /** Not timed. */
  prepare(task: Task): Trial;
}

/** A subject in this process, as a function that works one task out, and what its result means. */
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

/** Only the last batch counts, which lasted long enough for the clock. The peers do the same. */
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
