import { type Cell, ratio, resultOf } from './rounds.ts';

/** A promise about speed: in every cell of a region, `than` takes at least `factor` times as long as `subject`. */
export interface Target {
  readonly text: string;
  readonly subject: string;
  readonly than: string;
  readonly factor: number;
  readonly where: (outcomes: number, draws: number) => boolean;
}

const everywhere = (): boolean => true;

export const TARGETS: readonly Target[] = [
  {
    text: 'double-double at least 4 times as fast as Arb at 128 bits',
    subject: 'double-double',
    than: 'arb-128',
    factor: 4,
    where: everywhere,
  },
  {
    text: 'double-double at least 150 times as fast as mpmath iv at 106 bits',
    subject: 'double-double',
    than: 'mpmath-106',
    factor: 150,
    where: everywhere,
  },
  {
    text: 'gap kernel at least 8 times as fast as Arb at 64 bits, K ≤ 10',
    subject: 'gap',
    than: 'arb-64',
    factor: 8,
    where: (outcomes) => outcomes <= 10,
  },
  {
    text: 'gap kernel at least 15 times as fast as Arb at 64 bits, K ≥ 100',
    subject: 'gap',
    than: 'arb-64',
    factor: 15,
    where: (outcomes) => outcomes >= 100,
  },
  {
    text: 'gap kernel at least 30 times as fast as Arb at 64 bits, K ≥ 100,000 and n ≤ 16',
    subject: 'gap',
    than: 'arb-64',
    factor: 30,
    where: (outcomes, draws) => outcomes >= 100_000 && draws <= 16,
  },
  {
    text: 'gap kernel at most 2.5 times as slow as the same algorithm in C',
    subject: 'gap',
    than: 'gap-c',
    factor: 1 / 2.5,
    where: everywhere,
  },
  {
    text: 'fixed point at 50 digits at least as fast as mpmath iv at 50 digits',
    subject: 'fixed-50',
    than: 'mpmath-50',
    factor: 1,
    where: everywhere,
  },
];

/** Certified runs of the claim kl-bound per second that the search on one thread should reach. */
export const SEARCH_TARGET = 100_000;

/** Fewer than one instance in this many may need more than double-double. */
export const ESCALATION_TARGET = 1000;

export interface Finding {
  readonly target: Target;
  /** The number of cells of the region in which both were measured. */
  readonly cells: number;
  readonly met: number;
  /** The cell of the smallest ratio; null where nothing was measured. */
  readonly worst: { readonly outcomes: number; readonly draws: number; readonly ratio: number } | null;
}

export function judge(target: Target, cells: readonly Cell[]): Finding {
  const ratios = cells.flatMap((cell) => {
    const [subject, than] = [resultOf(cell, target.subject), resultOf(cell, target.than)];
    if (!subject || !than || !target.where(cell.outcomes, cell.draws)) return [];
    return [{ outcomes: cell.outcomes, draws: cell.draws, ratio: ratio(than, subject) }];
  });
  return {
    target,
    cells: ratios.length,
    met: ratios.filter((cell) => cell.ratio >= target.factor).length,
    worst: ratios.toSorted((a, b) => a.ratio - b.ratio)[0] ?? null,
  };
}
