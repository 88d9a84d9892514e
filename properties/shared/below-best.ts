/**
 * Claims where best-of-n almost never misses the best atom. The probability of a miss is s = F^n for F = 1 − p_K. If s is tiny, no
 * precision shows the difference of the sides of a claim. This difference is s times a bracket, so that the claim is stated of the
 * bracket instead. The bracket depends on the policy below the best atom.
 *
 * Best-of-n of that policy has π′_i = π_i/s and p′_i = p_i/F. With KL′ for its divergence
 *
 *   KL = s (KL′ + (n−1) log F) + (1−s) log((1−s)/p_K),
 *   D̂_n(p_K) = s (D̃_n + (n−1) log F) + (1−s) log((1−s)/p_K),
 *   E D̂_n = s Σ π′ D̂_n(p) + (1−s) D̂_n(p_K), and (1−s) D̂*_n(p_K) = (1−s) log((1−s)/p_K) + s (n−1) log F.
 *
 * Each claim says why its form is equivalent, or what it implies.
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

/** These forms are used where `isMissedBelow` shows s ≤ 2^−this. Elsewhere s > 2^−8000, which comparisons can resolve. */
const INVISIBLE_BITS = 4_000n;

const TWO = Rational.of(2);

/** The policy below the best atom, where its contribution is too small to resolve. */
export interface BelowBest {
  /** Best-of-n of that policy, at the same n. */
  readonly rest: BestOfN;
  /** p_K */
  readonly top: Rational;
  /** F = 1 − p_K */
  readonly share: Rational;
  /** Whether the best atom is a single outcome, without ties. */
  readonly isSingle: boolean;
}

const known = new WeakMap<BestOfN, BelowBest | null>();

/** Null where s is large enough to resolve, and where it does not apply: for one atom, a continuous part on top, or n < 2. */
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
  if (best < 1 || policy.continuousParts.has(best) || draws.compare(TWO) < 0) return false;
  return isMissedBelow(draws, policy.mass(best), INVISIBLE_BITS);
}

/**
 * Whether (1−ε)^n ≤ 2^−bits is shown for a mass ε < 1 by the lower bounds ε and ⌊log₂⌊1/(1−ε)⌋⌋ of x = log₂(1/(1−ε)). Where it is not
 * shown, (1−ε)^n > 2^(−2·bits), because the larger lower bound is at least x/2: x is convex in ε and equals 2ε at ε = 0 and ε = 1/2, so
 * that x ≤ 2ε between; and ⌊x⌋ > x/2 for x ≥ 1.
 */
export function isMissedBelow(draws: Rational, mass: Rational, bits: bigint): boolean {
  const { num, den } = mass;
  const doublings = Rational.of(BigInt(bitLength(den / (den - num)) - 1));
  return [mass, doublings].some((halvings) => draws.mul(halvings).compare(Rational.of(bits)) >= 0);
}

/** The same without a condition on s. The policy must have a best atom and something below it. */
export function withoutBest({ policy, draws, auxiliary }: BestOfN): BelowBest {
  const { weights, ranks, ties, atoms, continuousParts } = policy;
  const best = atoms.length - 1;
  const below = [...weights.keys()].filter((y) => policy.atomOf(y) < best);
  const rest = FinitePolicy.fromRanked(
    below.map((y) => weights[y] as bigint),
    below.map((y) => ranks[y] as number),
    { ties, continuousParts: below.filter((y) => continuousParts.has(policy.atomOf(y))) },
  );
  const top = policy.mass(best);
  return {
    rest: new BestOfN(rest, draws, auxiliary.slice(0, below.length)),
    top,
    share: Rational.ONE.sub(top).reduced(),
    isSingle: weights.length - below.length === 1,
  };
}

/** D̂_n(p_K) − KL = s (D̃_n − KL′), so that KL ≤ D̂_n(p_K) and γ(p_K) ≤ D̃_n − KL are both equivalent to KL′ ≤ D̃_n. */
export function belowEstimatorBest(q: BestOfN, { rest }: BelowBest): Relation {
  return atMost('KL below the best', rest.kl, 'log n − (n−1)/n', q.atomlessKl);
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

/** X = Σ π′ D̂_n(p) + γ(p_K), for which E D̂_n = KL + s (X − KL′). */
export function estimatorExcess(q: BestOfN, below: BelowBest): Real {
  return sum(estimatorBelow(below), q.topGapAt(below.top));
}

/** −log p_K − (n−1) log F; it is > (n−1) log(1/F) > 1,000. */
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
