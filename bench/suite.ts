import { type Cell, contradiction, measure, median, type Plan } from './rounds.ts';
import type { Subject } from './subject.ts';
import { type Task, Weights } from './task.ts';

/** The plan for the report. */
export const FULL: Plan = {
  outcomes: [2, 10, 100, 1000, 100_000, 1_000_000],
  draws: [2, 16, 1000, 1_000_000],
  rounds: 7,
  warmUp: 0.15,
  trial: 0.01,
  patience: 15,
  share: 2.5,
};

/** A short plan to see that everything runs and agrees. */
export const QUICK: Plan = {
  outcomes: [2, 100, 10_000],
  draws: [2, 1000],
  rounds: 3,
  warmUp: 0.05,
  trial: 0.005,
  patience: 0.8,
  share: 0.3,
};

/** Two enclosures of one number do not overlap, so one of them is wrong. */
export class ContradictionError extends Error {}

/**
 * Measures all cells of a plan by increasing K, so that the cost of one cell predicts the cost of the next.
 * @throws ContradictionError naming the first cell in which two enclosures do not overlap.
 */
export async function measureCells(
  subjects: readonly Subject[],
  plan: Plan,
  folder: string,
  onCell: (cell: Cell) => void,
): Promise<Cell[]> {
  const costs = new Costs();
  const cells: Cell[] = [];
  for (const outcomes of plan.outcomes) {
    const weights = new Weights(outcomes, folder);
    for (const draws of plan.draws) {
      const task = { weights, draws };
      const cell = await measure(task, subjects, (subject) => costs.expected(subject, task), plan);
      const clash = contradiction(cell);
      if (clash) {
        const [one, other] = clash.map(({ subject }) => subject.name);
        throw new ContradictionError(`at K = ${outcomes} and n = ${draws}, ${one} and ${other} do not overlap`);
      }
      costs.learn(cell);
      cells.push(cell);
      onCell(cell);
    }
  }
  return cells;
}

/** Seconds for one outcome, as last measured at the same n. */
class Costs {
  readonly #seconds = new Map<string, number>();

  /** The expected seconds of one evaluation; 0 where nothing is known yet. */
  expected({ id }: Subject, { weights, draws }: Task): number {
    return (this.#seconds.get(`${id} ${draws}`) ?? 0) * weights.size;
  }

  learn({ outcomes, draws, results, absent }: Cell): void {
    for (const { subject, times } of results) {
      this.#seconds.set(`${subject.id} ${draws}`, median(times) / outcomes / 1e9);
    }
    for (const { subject, seconds } of absent) this.#seconds.set(`${subject.id} ${draws}`, seconds / outcomes);
  }
}
