/** Policies to start from: weights from the worst outcome to the best, for K outcomes. */
export const FAMILIES = {
  uniform: { label: 'equal outcomes', weights: (k) => fill(k, () => 1n) },
  rare: { label: 'a rare best outcome', weights: (k) => fill(k, (i) => (i < k - 1 ? 99n : BigInt(k - 1))) },
  spike: { label: 'one likely outcome, the worst', weights: (k) => fill(k, (i) => (i === 0 ? BigInt(k) : 1n)) },
  rising: { label: 'better ones are likelier', weights: (k) => fill(k, (i) => BigInt(i + 1)) },
  falling: { label: 'better ones are rarer', weights: (k) => fill(k, (i) => BigInt(k - i)) },
  zipf: { label: 'Zipf: the i-th best has weight 1/i', weights: (k) => fill(k, (i) => zipf(k - i)) },
  bell: { label: 'a bell', weights: (k) => fill(k, (i) => bell(k, i)) },
} satisfies Record<string, { label: string; weights: (k: number) => bigint[] }>;

export type FamilyName = keyof typeof FAMILIES;

export const MOST_OF_FAMILY = 1000;

const fill = (k: number, weight: (index: number) => bigint): bigint[] => Array.from({ length: k }, (_, i) => weight(i));

/** 1/i in units of a millionth, at least one of them. */
const zipf = (rank: number): bigint => 1_000_000n / BigInt(rank);

/** A discrete bell, positive at both ends. */
function bell(k: number, i: number): bigint {
  return BigInt(Math.max(1, Math.round(10_000 * Math.exp(-8 * ((i + 0.5) / k - 0.5) ** 2))));
}
