import { inHundred, pick, type Random } from './random.ts';

/** Weights of a policy near one of the theory's degeneracies. It has `atoms` atoms, or fewer but at least `least`. */
export type Family = (random: Random, atoms: number, digits: number, least: number) => bigint[];

/** The most decimal digits that a weight has. */
export const MAX_DIGITS = 40;
/** Weights that are not powers of a ratio have up to 30 digits. */
const HUGE_DIGITS = 30;

/** The largest power of ten that a weight may be. */
export function huge(digits: number): bigint {
  return 10n ** BigInt(Math.min(HUGE_DIGITS, digits - 1));
}

export function times(count: number, make: (index: number) => bigint): bigint[] {
  const weights: bigint[] = [];
  for (let index = 0; index < count; index += 1) weights.push(make(index));
  return weights;
}

export function upTo(random: Random, most: number): bigint {
  return BigInt(random.integer(1, most));
}

/** Places a special weight at the bottom, at the top or anywhere. */
function place(random: Random, weights: bigint[], special: bigint): bigint[] {
  const last = weights.length - 1;
  const at = random.integer(0, 2);
  weights[at === 0 ? 0 : at === 1 ? last : random.integer(0, last)] = special;
  return weights;
}

const uniform: Family = (_, atoms) => times(atoms, () => 1n);

/** Ratios, and how many of their powers each decimal digit has room for. */
const RATIOS: readonly (readonly [number, readonly [bigint, number]])[] = [
  [2, [2n, 3.3]],
  [1, [3n, 2]],
  [1, [10n, 1]],
];

/** Powers of a ratio. Where they get too large before there are enough atoms, each power is repeated. */
const geometric: Family = (random, atoms, digits, least) => {
  const [ratio, perDigit] = pick(random, RATIOS);
  const powers = Math.min(atoms, 40, Math.floor(digits * perDigit));
  const count = Math.max(powers, least);
  const weights = times(count, (index) => ratio ** BigInt(Math.floor((index * powers) / count)));
  return inHundred(random, 50) ? weights : weights.reverse();
};

const spiky: Family = (random, atoms) =>
  place(
    random,
    times(atoms, () => upTo(random, 9)),
    10n ** random.bigint(1n, 6n),
  );

const twoBlocks: Family = (random, atoms) => {
  const [low, high] = [upTo(random, 1000), upTo(random, 1000)];
  const border = random.integer(1, atoms - 1);
  return times(atoms, (index) => (index < border ? low : high));
};

const oneHuge: Family = (random, atoms, digits) =>
  place(
    random,
    times(atoms, () => 1n),
    10n ** BigInt(random.integer(6, Math.min(HUGE_DIGITS, digits - 1))),
  );

const tinyTop: Family = (random, atoms) => {
  const size = 10n ** random.bigint(2n, 12n);
  const weights = times(atoms - 1, () => random.bigint(size, 9n * size));
  weights.push(upTo(random, 9));
  return weights;
};

const small: Family = (random, atoms) => times(atoms, () => upTo(random, 9));

const hugeDenominator: Family = (random, atoms, digits) => {
  const most = huge(digits);
  return times(atoms, () => random.bigint(1n, most));
};

/** One heavier outcome at the bottom, below 50 to 100 times as many light ones as its weight. There, bounds in Σp³ are close. */
export function bottomHeavy(random: Random, least: number): bigint[] {
  const heavy = random.integer(10, 20);
  return [BigInt(heavy), ...times(Math.max(least, random.integer(50 * heavy, 100 * heavy)), () => 1n)];
}

/** The families with their frequencies. */
export const FAMILIES: readonly (readonly [number, Family])[] = [
  [4, uniform],
  [12, geometric],
  [14, spiky],
  [14, twoBlocks],
  [12, oneHuge],
  [16, tinyTop],
  [18, small],
  [10, hugeDenominator],
];
