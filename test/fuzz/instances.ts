/** Instances for the differential fuzzer: real n with every last bit set, huge weights, ties, continuous parts. */
import seedrandom from 'seedrandom';
import { type Instance, untied } from '../../src/claims/instance.ts';

export interface Sample {
  readonly instance: Instance;
  /** Which claims are asked for their numbers, of how many: all of them would cost several times as much. */
  readonly picks: (of: number) => boolean;
  /** Significant digits that are asked for. */
  readonly digits: number;
}

type Source = () => number;

const below = (random: Source, end: number): number => Math.floor(random() * end);
const among = <T>(random: Source, list: readonly T[]): T => list[below(random, list.length)] as T;

/** n as people type it, and as machines round it: the exact binary value is what counts. */
const DRAWS: readonly ((random: Source) => number)[] = [
  (random) => 2 + below(random, 15),
  (random) => 2 + below(random, 15),
  (random) => 2 + below(random, 998),
  // 10^9 and everything below it, by size.
  (random) => Math.floor(2 * 10 ** (8.69 * random())),
  (random) => 1 + 3 * random(),
  (random) => 1 + 3 * random(),
  (random) => (10 + below(random, 90)) / 10,
  (random) => (100 + below(random, 900)) / 100,
  (random) => 1 + 2 ** -(1 + below(random, 52)),
  (random) => 2 - 2 ** -(1 + below(random, 52)),
  (random) => 2 + below(random, 30) + 2 ** -(40 + below(random, 8)),
  (random) => 1 + below(random, 640) / 64,
  (random) => 1 + 1000 * random(),
  () => 1,
];

function digitsOf(random: Source, length: number): bigint {
  let text = String(1 + below(random, 9));
  while (text.length < length) text += String(below(random, 1e9));
  return BigInt(text.slice(0, length));
}

const WEIGHTS: readonly ((random: Source) => bigint)[] = [
  (random) => 1n + BigInt(below(random, 9)),
  (random) => 1n + BigInt(below(random, 9)),
  (random) => 1n + BigInt(below(random, 1_000_000)),
  (random) => digitsOf(random, 1 + below(random, 30)),
  (random) => 10n ** BigInt(below(random, 40)),
];
/** Costly, and so rare. */
const HUGE: (random: Source) => bigint = (random) => digitsOf(random, 1 + below(random, 400));

const DIGITS: readonly number[] = [10, 12, 15, 16, 17, 20, 24, 25, 26, 30, 40, 50];

/** The sample of a seed, the same on every machine. */
export function sample(seed: string): Sample {
  const random = seedrandom(seed);
  const atoms = among(random, [1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 8, 12]);
  const kind = random() < 0.02 ? HUGE : among(random, WEIGHTS);
  const weights = Array.from({ length: atoms }, () => (random() < 0.2 ? among(random, WEIGHTS)(random) : kind(random)));
  const n = Math.max(1, among(random, DRAWS)(random));
  const plain = untied(weights, n);
  const digits = random() < 0.004 ? 100 + below(random, 901) : among(random, DIGITS);
  const instance = withParts(random, random() < 0.35 ? withTies(random, plain) : plain);
  return { instance, digits, picks: (of) => below(random, of) === 0 };
}

function withTies(random: Source, instance: Instance): Instance {
  let level = 0;
  const ranks = instance.weights.map((_, index) => {
    if (index > 0 && random() < 0.6) level += 1;
    return level;
  });
  const ties = level < ranks.length - 1 && random() < 0.3;
  return { ...instance, ranks, ...(ties && { ties: 'order' as const }) };
}

/** Lets outcomes that tie with nothing stand for continuous parts. */
function withParts(random: Source, instance: Instance): Instance {
  if (random() < 0.65) return instance;
  const { ranks } = instance;
  const single = ranks.flatMap((rank, index) =>
    rank !== ranks[index - 1] && rank !== ranks[index + 1] ? [index] : [],
  );
  const continuousParts = single.filter(() => random() < 0.5);
  return continuousParts.length > 0 ? { ...instance, continuousParts } : instance;
}
