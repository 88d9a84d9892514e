import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
/** A sample of an instance's atoms, for claims and proofs about each atom, and quantities of one atom. */

import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, real } from '../../src/arithmetic/real.ts';
import { equal, type Step } from '../../src/claims/claim.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { localGap, topGap } from '../../src/quantities/local-gap.ts';
import { defineEnclosed, defineQuantity } from '../../src/quantities/quantity.ts';
import { logLikelihoodRatio } from '../../src/selection/likelihood.ts';

/** The size of a sample: the two ends and some between them. */
const SOME = 6;

/** A sample of the distinct masses of outcomes, in increasing order. */
export function someMasses({ policy }: BestOfN): Rational[] {
  const weights = [...new Set(policy.weights)].sort((a, b) => (a < b ? -1 : 1));
  return thinned(weights, SOME).map((weight) => Rational.of(weight, policy.total).reduced());
}

/** A sample of the indices of atoms, without continuous parts, from the lowest to the highest. */
export function someAtoms({ policy }: BestOfN, most = SOME): number[] {
  const atoms = policy.atoms.flatMap((_, i) => (policy.continuousParts.has(i) ? [] : [i]));
  return thinned(atoms, most);
}

/** The same quantities with the reward levels as atoms, however ties are broken. */
export function levelsOf(q: BestOfN): BestOfN {
  return q.policy.byLevel() === q.policy ? q : new BestOfN(q.policy.byLevel(), q.draws);
}

/** n + 1 and 2n, without repetition at n = 1. */
export function moreDraws({ draws, isOneDraw }: BestOfN): Rational[] {
  const next = draws.add(Rational.ONE);
  return isOneDraw ? [next] : [next, draws.mul(Rational.of(2))];
}

function thinned<X>(list: readonly X[], most: number): X[] {
  const step = Math.max(1, (list.length - 1) / (most - 1));
  const places = new Set<number>();
  for (let place = 0; place <= list.length - 1; place += step) places.add(Math.round(place));
  return [...places].map((place) => list[place] as X);
}

/** F_{i−1}, F_i and the mass p_i of the atom with index i, from 0; `share` is p_i/F_i, and `ratio` is F_{i−1}/F_i. */
export function placeOf(
  { policy }: Pick<BestOfN, 'policy'>,
  i: number,
): Record<'below' | 'upTo' | 'mass' | 'share' | 'ratio', Rational> {
  const [low, high] = [policy.cumulative[i] as bigint, policy.cumulative[i + 1] as bigint];
  return {
    below: Rational.of(low, policy.total),
    upTo: Rational.of(high, policy.total),
    mass: policy.mass(i),
    share: Rational.of(high - low, high).reduced(),
    ratio: Rational.of(low, high),
  };
}

/** g(a, b), in nats, for 0 ≤ a < b ≤ 1. */
export const LOCAL_GAP = defineQuantity<[a: Rational, b: Rational]>({
  symbol: 'g',
  formula: ({ field, n }, a, b) => localGap(field, a, b, n),
  isZero: ({ isOneDraw }) => isOneDraw,
});

const SCALED_TOP_GAP = defineQuantity<[i: number]>({
  symbol: 'F^n γ(p/F)',
  formula: ({ field, policy, n }, i) => {
    const { upTo, share } = placeOf({ policy }, i);
    return field.scale(field.pow(field.rational(upTo), n), topGap(field, share, n));
  },
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** log(π_i/p_i), in nats, of the atom with index i, from 0. It also works where π_i and p_i are too small to represent. */
export const LOG_LIKELIHOOD_RATIO = defineEnclosed<[i: number]>({
  symbol: 'log π/p',
  formula: ({ field, policy, n }, i) => logLikelihoodRatio(field, policy, n, i),
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** g(F_{i−1}, F_i) */
export function localGapAt(q: BestOfN, i: number): Real {
  const { below, upTo } = placeOf(q, i);
  return q.of(LOCAL_GAP, below, upTo);
}

/** F_i^n γ(p_i/F_i), which is equal to g(F_{i−1}, F_i). */
export function scaledTopGap(q: BestOfN, i: number): Real {
  return q.of(SCALED_TOP_GAP, i);
}

/** The gap is the sum of the local gaps. */
export function gapIsLocal(q: BestOfN): Step {
  return { name: 'gap = Σ g(F_{i−1}, F_i)', relation: equal('gap', q.gap, 'Σ g', q.gapByParts) };
}

/** A local gap is the scaled local gap of a top atom. */
export function localGapScales(q: BestOfN, i: number): Step {
  const relation = equal('g', localGapAt(q, i), 'F^n γ', scaledTopGap(q, i));
  return { name: 'g(F_{i−1}, F_i) = F_i^n γ(p_i/F_i)', relation };
}

/** The same number without its exact form, for strict inequalities. Exact forms are slow at hundreds of draws. */
export function enclosedOnly(x: Real): Real {
  if (x.rational) return x;
  return real({ enclose: (digits) => x.enclose(digits), approximate: () => x.approximate() });
}

/** Whether the only atom is on top, above continuous parts. Bounds by the best atom are then equalities. */
export function isBestOnly({ atoms, continuousParts }: FinitePolicy): boolean {
  return (
    continuousParts.size > 0 && continuousParts.size === atoms.length - 1 && !continuousParts.has(atoms.length - 1)
  );
}
