import { sumOf } from '../../src/arithmetic/bigint.ts';
import type { Instance } from '../../src/claims/instance.ts';
import { table } from '../format.ts';
import { describeMachine } from '../machine.ts';

export interface Score {
  readonly seconds: number;
  readonly falsehoods: readonly {
    readonly id: string;
    readonly text: string;
    /** The counterexample of the search; null where it found none. */
    readonly ours: Instance | null;
    /** The oracle's. */
    readonly smallest: Instance;
    /** Below 0 where ours is smaller, above 0 where it is larger. */
    readonly order: number | null;
  }[];
  readonly truths: number;
  readonly refutedTruths: readonly string[];
}

/** The lines about the machine that a report ends with. */
export async function machineLines(): Promise<readonly string[]> {
  return describeMachine([]);
}

export function scoreText({ seconds, falsehoods, truths, refutedTruths }: Score, machine: readonly string[]): string {
  const found = falsehoods.filter(({ ours }) => ours);
  const missed = falsehoods.filter(({ ours }) => !ours);
  const larger = found.filter(({ order }) => order !== null && order > 0);
  const smaller = found.filter(({ order }) => order !== null && order < 0);
  const share = ((100 * found.length) / falsehoods.length).toFixed(1);
  const parts = [
    '# Falsehoods that the search finds',
    `Each false conjecture of [bench/falsehoods](../bench/falsehoods/README.md) is searched for ${seconds} seconds on one thread. ` +
      `${found.length} of ${falsehoods.length} are refuted, ${share} %. ` +
      `${refutedTruths.length === 0 ? `None of the ${truths} true ones is refuted.` : `**Of the true ones, these are refuted: ${refutedTruths.join(', ')}.**`}`,
    missed.length === 0
      ? 'All are found.'
      : `Not found:\n\n${table([['conjecture', 'statement', 'smallest counterexample'], ...missed.map(({ id, text, smallest }) => [id, `\`${text}\``, inWords(smallest)])])}`,
    `${found.length - larger.length - smaller.length} counterexamples are the oracle's, ${smaller.length} are smaller, and ${larger.length} are larger:`,
    ...(larger.length + smaller.length === 0
      ? []
      : [
          table([
            ['conjecture', 'found', "the oracle's"],
            ...[...smaller, ...larger].map(({ id, ours, smallest }) => [
              id,
              inWords(ours as Instance),
              inWords(smallest),
            ]),
          ]),
        ]),
    `_${machine.join('; ')}_`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function inWords({ weights, auxiliary, n }: Instance): string {
  const listed = (of: readonly bigint[]): string =>
    of.length <= 6 ? of.join(' ') : `${of.length} weights of total ${sumOf(of)}`;
  return `${listed(weights)}${auxiliary ? `; q ${listed(auxiliary)}` : ''}; n = ${n}`;
}
