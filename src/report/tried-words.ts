import type { ClaimReport } from './schema.ts';
import { many } from './words.ts';

/** How a claim fared on every instance up to a size. */
export function exhaustiveInWords(exhaustive: NonNullable<ClaimReport['exhaustive']>): string {
  const { maxTotal, maxDraws, maxAuxiliary, grid, instances } = exhaustive;
  const other = maxAuxiliary === null ? '' : `, auxiliary weights of total ≤ ${maxAuxiliary}`;
  const beyond = grid.map(({ atoms, maxWeight }) => `${maxWeight} of ${atoms} atoms`);
  const weights = beyond.length === 0 ? '' : ` or weights up to ${listInWords(beyond)}`;
  return `${outcomesInWords(exhaustive)} ${instances} instances with total weight ≤ ${maxTotal}${weights}${other}, n ≤ ${maxDraws}`;
}

/** Whether it holds on all of some instances, or on how many. */
export function outcomesInWords({ instances, outcomes }: NonNullable<ClaimReport['far']>): string {
  const { holds, refuted, undecided } = outcomes;
  return holds === instances
    ? 'it holds on all'
    : `it holds on ${holds}, fails on ${refuted}${undecided > 0 ? `, ${undecided} undecided` : ''} of`;
}

function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The largest of the instances that were decided. */
export function reachInWords({ draws, atoms, digits }: NonNullable<ClaimReport['reach']>): string {
  return `n up to ${draws}, up to ${many(atoms, 'atom')}, weights of up to ${many(digits, 'digit')}`;
}
