/** Slips in the defining sums. */
import { gcd, sumOf } from '../../arithmetic/bigint.ts';
import type { Instance } from '../../claims/instance.ts';
import { atomMasses, divergence, levelMasses } from './masses.ts';
import { giving, type Slip } from './slip.ts';

export const WRONG_SUM: readonly Slip[] = [
  giving('swapped-divergence', 'KL(p‖π) instead of KL(π‖p)', ['kl'], ({ instance }) => {
    const { p, pi } = atomMasses(instance);
    return [divergence(p, pi)];
  }),
  giving(
    'index-off-by-one',
    'of cumulative sums whose index is off by one',
    ['kl', 'winRate'],
    ({ instance, quantity }) => (quantity === 'kl' ? shiftedKl(instance) : shiftedWinRate(instance)),
  ),
  giving(
    'uniform-reference',
    'the KL from the uniform distribution instead of the reference',
    ['kl'],
    ({ instance }) => {
      const { pi } = atomMasses(instance);
      return [
        divergence(
          pi,
          pi.map(() => 1 / pi.length),
        ),
      ];
    },
  ),
  giving('half-of-ties', 'without the factor ½ for a tie with the reference', ['winRate'], ({ instance }) => {
    const { pi, ends } = levelMasses(instance);
    return [weighted(pi, ends), weighted(pi, ends.slice(1))];
  }),
  giving(
    'without-replacement',
    'for draws without replacement from as many samples as the weights count',
    ['kl', 'winRate'],
    (subject) => withoutReplacement(subject.instance, subject.quantity === 'kl'),
  ),
];

function weighted(pi: readonly number[], values: readonly number[]): number {
  return pi.reduce((sum, mass, i) => sum + mass * (values[i] as number), 0);
}

/** π_i beside the mass of a neighbour, or one atom left out. */
function shiftedKl(instance: Instance): number[] {
  const { p, pi } = atomMasses(instance);
  return [
    divergence(pi.slice(0, -1), p.slice(1)),
    divergence(pi.slice(1), p.slice(0, -1)),
    divergence(pi.slice(1), p.slice(1)),
    divergence(pi.slice(0, -1), p.slice(0, -1)),
  ];
}

/** F_i + F_{i+1} for F_{i−1} + F_i, with the last one repeated, and the opposite. */
function shiftedWinRate(instance: Instance): number[] {
  const { pi, ends } = levelMasses(instance);
  const halves = halvesOf(ends);
  const next = halves.map((half, i) => halves[i + 1] ?? (half + (ends.at(-1) as number)) / 2);
  return [weighted(pi.slice(1), halves), weighted(pi, next), weighted(pi, [0, ...halves])];
}

/** Larger counts are no doubles, and more draws take long. */
const [MAX_COUNT, MAX_DRAWN] = [1n << 53n, 100_000];

/** The law of the best of n that are drawn without replacement, (C_i choose n)/(N choose n) − …, for the weights as counts, and reduced. */
function withoutReplacement(instance: Instance, isKl: boolean): number[] {
  const { p, ends } = isKl ? atomMasses(instance) : levelMasses(instance);
  const whole = sumOf(instance.weights);
  return [...new Set([whole, whole / instance.weights.reduce(gcd)])].flatMap((total) => {
    if (total > MAX_COUNT || instance.n > MAX_DRAWN) return [];
    const count = Number(total);
    if (instance.n > count) return [Number.NaN];
    const below = ends.map((end) => chosenFrom(Math.round(end * count), count, instance.n));
    const pi = below.slice(1).map((value, i) => value - (below[i] as number));
    return [isKl ? divergence(pi, p) : weighted(pi, halvesOf(ends))];
  });
}

/** (F_{i−1} + F_i)/2. */
function halvesOf(ends: readonly number[]): number[] {
  return ends.slice(1).map((end, i) => (end + (ends[i] as number)) / 2);
}

/** (count choose n)/(total choose n). */
function chosenFrom(count: number, total: number, n: number): number {
  let chance = 1;
  for (let i = 0; i < n && chance > 0; i += 1) chance *= Math.max(0, count - i) / (total - i);
  return chance;
}
