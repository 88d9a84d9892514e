import seedrandom from 'seedrandom';

/** What generators draw from: uniform integers, ends included. */
export interface Random {
  integer(min: number, max: number): number;
  bigint(min: bigint, max: bigint): bigint;
}

/** One of the choices, each as likely as its weight says. */
export function pick<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  let total = 0;
  for (const choice of choices) total += choice[0];
  let ticket = random.integer(1, total);
  for (const choice of choices) {
    ticket -= choice[0];
    if (ticket <= 0) return choice[1];
  }
  throw new RangeError('nothing to pick from');
}

/** True in so many of a hundred cases. */
export function inHundred(random: Random, cases: number): boolean {
  return random.integer(1, 100) <= cases;
}

/** Seeds are integers in 0…2^31 − 1. */
export const SEED_LIMIT = 2 ** 31;

/** A claim's own seed, from that of the run: a claim run alone repeats what it did in the full run. */
export function claimSeed(seed: number, id: string): number {
  return Math.floor(seedrandom(`${seed}/${id}`)() * SEED_LIMIT);
}
