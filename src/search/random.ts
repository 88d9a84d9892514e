import seedrandom from 'seedrandom';

/** The random source of generators: uniform integers, both ends included. */
export interface Random {
  integer(min: number, max: number): number;
  bigint(min: bigint, max: bigint): bigint;
}

/** One of the choices, with probability proportional to its weight. */
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

/** True with a probability of `cases` percent. */
export function inHundred(random: Random, cases: number): boolean {
  return random.integer(1, 100) <= cases;
}

/** Seeds are integers in 0…2^31 − 1. */
export const SEED_LIMIT = 2 ** 31;

/** A claim's own seed, derived from the run's. A claim that is run alone repeats what it did in the full run. */
export function claimSeed(seed: number, id: string): number {
  return Math.floor(seedrandom(`${seed}/${id}`)() * SEED_LIMIT);
}

/** A random source for each text. Bigints are composed of 32 bits at a time. */
export function seeded(text: string): Random {
  const next = seedrandom(text);
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const bigint = (min: bigint, max: bigint): bigint => {
    const range = max - min + 1n;
    let drawn = 0n;
    // Drawing 64 bits more than the range has makes its numbers equally likely up to 2^−64.
    for (let bound = 1n; bound < range << 64n; bound <<= 32n) drawn = (drawn << 32n) | BigInt(integer(0, 2 ** 32 - 1));
    return min + (drawn % range);
  };
  return { integer, bigint };
}
