/**
 * Claims on policies and n where best-of-n misses the best atom so rarely, with probability s = F^n for F = 1 − p_K, that no
 * precision shows what the sides of a claim differ by. There both sides are the same number but for a multiple of s, and the
 * claim is stated of what is multiplied, which the policy below the best atom decides.
 *
 * Best-of-n of that policy has π′_i = π_i/s and p′_i = p_i/F, so that with KL′ its divergence
 *
 *   KL = s (KL′ + (n−1) log F) + (1−s) log((1−s)/p_K),
 *   D̂_n(p_K) = s (D̃_n + (n−1) log F) + (1−s) log((1−s)/p_K),
 *   E D̂_n = s Σ π′ D̂_n(p) + (1−s) D̂_n(p_K), and (1−s) D̂*_n(p_K) = (1−s) log((1−s)/p_K) + s (n−1) log F.
 *
 * The claims say of each such form why it is equivalent, or what it implies.
 */

import { bitLength } from '../../src/arithmetic/bigint.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, multiple, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, type Relation } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { betterEstimator } from '../../src/quantities/better-estimator.ts';
import { estimator, meanOfEstimator } from '../../src/quantities/estimator.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';

/** From s ≤ 2^−this on; half of the bound that is used may be lost, and 2^−8000 is well within reach of comparisons. */
const INVISIBLE_BITS = 4_000n;

const TWO = Rational.of(2);

/** The policy below the best atom, where what it adds is too small to see. */
export interface BelowBest {
  /** Best-of-n of that policy, at the same n. */
  readonly rest: BestOfN;
  /** p_K */
  readonly top: Rational;
  /** F = 1 − p_K */
  readonly share: Rational;
  /** No outcomes tie for the best. */
  readonly isSingle: boolean;
}

const known = new WeakMap<BestOfN, BelowBest | null>();

/** Null where the best atom is missed often enough to see it, or there is none: one atom, a stretch on top, or n < 2. */
export function belowBest(q: BestOfN): BelowBest | null {
  let found = known.get(q);
  if (found === undefined) {
    found = isMissedRarely(q) ? withoutBest(q) : null;
    known.set(q, found);
  }
  return found;
}

function isMissedRarely({ policy, draws }: BestOfN): boolean {
  const best = policy.atoms.length - 1;
  if (best < 1 || policy.stretches.has(best) || draws.compare(TWO) < 0) return false;
  return isMissedBelow(draws, policy.mass(best), INVISIBLE_BITS);
}

/**
 * Whether (1−ε)^n ≤ 2^−bits for a mass ε < 1, by log₂(1/(1−ε)) ≥ ε and ≥ ⌊log₂⌊1/(1−ε)⌋⌋. Where it says no, (1−ε)^n > 2^−2·bits: the
 * larger of these is at least half the logarithm, as −log₂(1−ε) is convex and 2ε at 1/2, and from 1 on ⌊x⌋ > x/2.
 */
export function isMissedBelow(draws: Rational, mass: Rational, bits: bigint): boolean {
  const { num, den } = mass;
  const doublings = Rational.of(BigInt(bitLength(den / (den - num)) - 1));
  return [mass, doublings].some((halvings) => draws.mul(halvings).compare(Rational.of(bits)) >= 0);
}

/** The same however often the best atom is missed; there must be one. */
export function withoutBest({ policy, draws, other }: BestOfN): BelowBest {
  const { outcomes, ranks, ties, atoms, stretches } = policy;
  const best = atoms.length - 1;
  const below = [...outcomes.keys()].filter((y) => policy.atomOf(y) < best);
  const rest = FinitePolicy.fromRanked(
    below.map((y) => outcomes[y] as bigint),
    below.map((y) => ranks[y] as number),
    { ties, stretches: below.filter((y) => stretches.has(policy.atomOf(y))) },
  );
  const top = policy.mass(best);
  return {
    rest: new BestOfN(rest, draws, other.slice(0, below.length)),
    top,
    share: Rational.ONE.sub(top).reduced(),
    isSingle: outcomes.length - below.length === 1,
  };
}

/** D̂_n(p_K) − KL = s (D̃_n − KL′): KL ≤ D̂_n(p_K), and γ(p_K) ≤ D̃_n − KL, are equivalent to KL′ ≤ D̃_n. */
export function belowEstimatorBest(q: BestOfN, { rest }: BelowBest): Relation {
  return atMost('KL below the best', rest.kl, 'log n − (n−1)/n', q.formula);
}

/** Σ π′(y) D̂_n(p(y)) over the outcomes below the best. */
export function estimatorBelow({ rest, share }: BelowBest): Real {
  return rest.of(ESTIMATOR_BELOW, share);
}

const ESTIMATOR_BELOW = defineEnclosed<[share: Rational]>({
  symbol: 'Σ π′ D̂_n(p)',
  formula: (law, share) => {
    const at = estimator(law.field, law.n);
    return meanOfEstimator(law, (mass) => at(mass.mul(share)));
  },
});

/** Σ π′(y) D̂*_n(p(y)) over the outcomes below the best. */
export function betterEstimatorBelow({ rest, share }: BelowBest): Real {
  return rest.of(BETTER_ESTIMATOR_BELOW, share);
}

const BETTER_ESTIMATOR_BELOW = defineEnclosed<[share: Rational]>({
  symbol: 'Σ π′ D̂*_n(p)',
  formula: (law, share) => {
    const at = betterEstimator(law.field, law.n);
    return meanOfEstimator(law, (mass) => at(mass.mul(share)));
  },
});

/** Σ π′ D̂_n(p) + γ(p_K): E D̂_n is KL + s times what this is above KL′. */
export function estimatorExcess(q: BestOfN, below: BelowBest): Real {
  return sum(estimatorBelow(below), q.topGapAt(below.top));
}

/** −log p_K − (n−1) log F, which is > (n−1) log(1/F) > 1,000. */
export function logOdds({ rest: { draws }, top, share }: BelowBest): Real {
  return difference(logOf(Rational.ONE.div(top)), multiple(draws.sub(Rational.ONE), logOf(share)));
}

/** F^k for k > 0. */
export function shareTo({ rest, share }: BelowBest, exponent: Rational): Real {
  if (exponent.equals(Rational.ONE)) return rationalReal(share);
  return rest.of(SHARE_TO, share, exponent);
}

const SHARE_TO = defineEnclosed<[share: Rational, exponent: Rational]>({
  symbol: 'F^k',
  formula: ({ field }, share, exponent) => field.pow(field.rational(share), exponent),
});

/** log x, exactly. */
export function logOf(x: Rational): Real {
  return exactReal(LogForm.log(x));
}
