/** The `index`-th of `of` shards, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const ONLY_SHARD: Shard = { index: 1, of: 1 };

export function shardInWords({ index, of }: Shard): string {
  return `${index}/${of}`;
}

/**
 * Deals pieces to shards, the longest first: in one round from the first shard to the last, in the next one back. Of equal weights the
 * order stays. @returns the number of the shard, from 1, of each piece.
 */
export function dealt(weights: readonly number[], of: number): number[] {
  const order = weights.map((_, at) => at).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  const shards: number[] = new Array(weights.length);
  for (const [turn, at] of order.entries()) {
    const inRound = turn % of;
    shards[at] = Math.floor(turn / of) % 2 === 0 ? inRound + 1 : of - inRound;
  }
  return shards;
}
