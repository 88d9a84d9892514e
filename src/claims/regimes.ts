import { Rational } from '../arithmetic/rational.ts';
import type { BestOfN } from '../theory/best-of-n.ts';
import { powerSum } from '../theory/renyi.ts';

/** The named regimes into which an instance falls. ≪ 1 means below 1/10 and ≫ 1 above 10. */
export const REGIMES = {
  'best-rare': 'n·ε_∞ ≪ 1',
  'best-critical': 'n·ε_∞ ≈ 1',
  'best-common': 'n·ε_∞ ≫ 1',
  'collisions-rare': 'n²·Σp² ≪ 1',
  'collisions-critical': 'n²·Σp² ≈ 1',
  'collisions-common': 'n²·Σp² ≫ 1',
  ties: 'some rewards tie',
} as const;

export type Regime = keyof typeof REGIMES;

/** Minimum share of a claim's instances in each regime. */
export type Shares = Partial<Record<Regime, number>>;

/** Shares that the common generator is held to. Rare collisions need hundreds of outcomes, which cost time. */
export const COMMON_SHARES: Shares = {
  'best-rare': 0.1,
  'best-critical': 0.1,
  'best-common': 0.1,
  'collisions-rare': 0.01,
  'collisions-critical': 0.1,
  'collisions-common': 0.2,
  ties: 0.05,
};

const LOW = Rational.of(1, 10);
const HIGH = Rational.of(10);

function band<Name>(value: Rational, [low, middle, high]: [Name, Name, Name]): Name {
  if (value.compare(LOW) < 0) return low;
  return value.compare(HIGH) > 0 ? high : middle;
}

/** Guarantee: exact; one regime of each trio, and `ties` where it applies. */
export function regimesOf({ policy, n }: BestOfN): Regime[] {
  const best = policy.mass(policy.atoms.length - 1).mul(Rational.of(n));
  const collisions = powerSum(policy, 2).mul(Rational.of(n).pow(2));
  const found: Regime[] = [
    band(best, ['best-rare', 'best-critical', 'best-common']),
    band(collisions, ['collisions-rare', 'collisions-critical', 'collisions-common']),
  ];
  if (policy.byLevel().atoms.length < policy.outcomes.length) found.push('ties');
  return found;
}
