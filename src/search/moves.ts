import type { Instance } from '../claims/instance.ts';
import { hasTies, untied } from '../claims/instance.ts';
import { upTo } from './families.ts';
import { pick, type Random } from './random.ts';

/** Gives a neighbour of an instance, by a small change or a large one. */
type Move = (random: Random, instance: Instance) => Instance;

/** Limits of weights in bits, of atoms and of draws. A climb that begins above one of the last two may stay there. */
const MAX_BITS = 90n;
const MAX_ATOMS = 40;
const MAX_DRAWS = 4000;

const nudge: Move = (random, instance) => {
  const index = random.integer(0, instance.weights.length - 1);
  const weight = instance.weights[index] as bigint;
  const step = random.bigint(1n, weight / 4n + 1n);
  return {
    ...instance,
    weights: instance.weights.with(index, random.integer(0, 1) === 0 || weight <= step ? weight + step : weight - step),
  };
};

const scaleOne: Move = (random, instance) => {
  const index = random.integer(0, instance.weights.length - 1);
  const weight = instance.weights[index] as bigint;
  const factor = upTo(random, 30) + 1n;
  const scaled = random.integer(0, 1) === 0 ? weight * factor : weight / factor;
  return { ...instance, weights: instance.weights.with(index, scaled > 0n ? scaled : 1n) };
};

/** Multiplies all weights by 4, which leaves room for smaller relative changes. */
const refine: Move = (_, instance) => ({ ...instance, weights: instance.weights.map((weight) => weight * 4n) });

const changeDraws: Move = (random, instance) => {
  const { n } = instance;
  const changed = pick(random, [
    [3, n + 1],
    [3, n - 1],
    [2, 2 * n],
    [2, Math.ceil(n / 2)],
    [1, n + 1 / 64],
    [1, n - 1 / 64],
  ]);
  return { ...instance, n: Math.min(changed, Math.max(n, MAX_DRAWS)) };
};

/**
 * Drops an outcome, merges two neighbours, or splits an outcome into equal parts. Instances with ties, continuous parts or auxiliary
 * weights keep their outcomes.
 */
const reshape: Move = (random, instance) => {
  const { weights, n, continuousParts, auxiliary, selection } = instance;
  if (hasTies(instance) || continuousParts || auxiliary) return instance;
  const index = random.integer(0, weights.length - 1);
  const weight = weights[index] as bigint;
  const parts = random.integer(0, 3);
  if (parts === 0) return untied(weights.toSpliced(index, 1), n, selection);
  if (parts === 1) return untied(weights.toSpliced(index, 2, weight + (weights[index + 1] ?? 0n)), n, selection);
  return untied(
    weights.flatMap((w, i) => (i === index ? Array.from({ length: parts }, () => w) : [w * BigInt(parts)])),
    n,
    selection,
  );
};

const changeOther: Move = (random, instance) => {
  const { auxiliary } = instance;
  if (!auxiliary) return instance;
  const index = random.integer(0, auxiliary.length - 1);
  const weight = auxiliary[index] as bigint;
  return { ...instance, auxiliary: auxiliary.with(index, random.bigint(0n, 2n * weight + 4n)) };
};

const MOVES: readonly (readonly [number, Move])[] = [
  [30, nudge],
  [20, scaleOne],
  [5, refine],
  [20, changeDraws],
  [15, reshape],
  [20, changeOther],
];

/** A neighbour within the limits of a climb; the instance itself where the change would leave them. */
export function neighbour(random: Random, instance: Instance): Instance {
  const moved = pick(random, MOVES)(random, instance);
  const { weights } = moved;
  const maxAtoms = Math.max(MAX_ATOMS, instance.weights.length);
  const fits = weights.length <= maxAtoms && weights.every((weight) => weight >> MAX_BITS === 0n);
  return fits ? moved : instance;
}
