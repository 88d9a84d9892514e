import { gcd, sumOf } from '../../src/arithmetic/bigint.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { REGIMES, regimesOf } from '../../src/claims/regimes.ts';
import { nearest } from '../../src/policy/draws.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { type Problem, quantitiesOf } from './problem.ts';

/** What each flag says of an instance, with the test that decides it. */
const OWN: Record<string, readonly [says: string, holds: (problem: Problem, q: BestOfN) => boolean]> = {
  'ties-by-order': [
    'some rewards tie and the order breaks ties',
    ({ ties }, q) => q.policy.hasTies && ties === 'order',
  ],
  'one-atom': ['there is one atom, so that the KL is 0', (_, q) => q.policy.atoms.length === 1],
  'one-draw': ['n = 1, so that the KL is 0', ({ n }) => n === 1],
  'huge-n': ['n is at least 10^6', ({ n }) => n >= 1_000_000],
  'many-outcomes': ['there are at least 50 outcomes', ({ weights }) => weights.length >= 50],
  'huge-weights': [
    'a weight is above 2^53, which a double may round',
    ({ weights }) => weights.some((w) => w > 1n << 53n),
  ],
  'common-factor': ['the weights have a common factor', ({ weights }) => weights.reduce(gcd) > 1n],
  'tiny-mass': [
    'an outcome has a mass below 2^-53, and is lost beside 1 in doubles',
    (problem) => hasMassBelow(problem, 53n),
  ],
  'subnormal-mass': [
    'an outcome has a mass below 2^-1022, the least normal double',
    (problem) => hasMassBelow(problem, 1022n),
  ],
  underflow: ['F_1^n is below 2^-1074, the least double', underflows],
};

/** The flags of instances: their regimes, and what makes them hard. */
export const FLAGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(REGIMES).map(([flag, says]) => [flag, inFull(says)])),
  ...Object.fromEntries(Object.entries(OWN).map(([flag, [says]]) => [flag, says])),
};

/** With what ≪ and ≫ mean; a regime in between is neither. */
function inFull(says: string): string {
  return says.replace('≪ 1', 'is below 1/10').replace('≫ 1', 'is above 10').replace('≈ 1', 'is from 1/10 to 10');
}

/** The flags of an instance, in the order of the legend. */
export function flagsOf(problem: Problem): string[] {
  const q = quantitiesOf(problem);
  const regimes: readonly string[] = regimesOf(q);
  return Object.keys(FLAGS).filter((flag) => regimes.includes(flag) || OWN[flag]?.[1](problem, q));
}

function hasMassBelow({ weights }: Problem, bits: bigint): boolean {
  const total = sumOf(weights);
  return weights.some((weight) => weight << bits < total);
}

/** The bits by which a number may be below 1 and still be a double. */
const LEAST_DOUBLE = 1074;

/** No instance is near the border, so that doubles decide. */
function underflows({ n }: Problem, { policy }: BestOfN): boolean {
  const least = nearest(Rational.of(policy.atoms[0] as bigint, policy.total));
  return -n * Math.log2(least) > LEAST_DOUBLE;
}
