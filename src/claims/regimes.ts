import { Rational } from '../arithmetic/rational.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import { powerSum } from '../quantities/renyi.ts';

/** The named regimes of instances. ≪ 1 means below 1/10, and ≫ 1 means above 10. */
export const REGIMES = {
  'best-rare': 'n·ε_∞ ≪ 1',
  'best-critical': 'n·ε_∞ ≈ 1',
  'best-common': 'n·ε_∞ ≫ 1',
  'collisions-rare': 'n²·Σp² ≪ 1',
  'collisions-critical': 'n²·Σp² ≈ 1',
  'collisions-common': 'n²·Σp² ≫ 1',
  ties: 'some rewards tie',
} as const;

/**
 * The name of a regime.
 * @useDeclaredType
 */
export type Regime = keyof typeof REGIMES;

/** Minimum share of a claim's instances in each regime. */
export type Shares = Partial<Record<Regime, number>>;

/** The minimum shares for the common generator. Rare collisions need hundreds of outcomes, which cost time. */
export const COMMON_SHARES: Shares = {
  'best-rare': 0.1,
  'best-critical': 0.1,
  'best-common': 0.1,
  'collisions-rare': 0.01,
  'collisions-critical': 0.1,
  'collisions-common': 0.2,
  ties: 0.05,
};

type Trio = readonly [Regime, Regime, Regime];
const BEST: Trio = ['best-rare', 'best-critical', 'best-common'];
const COLLISIONS: Trio = ['collisions-rare', 'collisions-critical', 'collisions-common'];

/** The regime of a number: below 1/10, between, above 10. */
function band({ num, den }: Rational, [low, middle, high]: Trio): Regime {
  if (10n * num < den) return low;
  return num > 10n * den ? high : middle;
}

/** A sum of at most 10^7 squares in doubles has a relative error below this. Values this near to a border are decided exactly. */
const ROUNDING = 1e-8;

/** The regime by n²·Σp² in doubles; null where the kernels' weights are not available or the doubles do not decide it. */
function collisionsQuickly({ sums, n }: Evaluation): Regime | null {
  if (!sums) return null;
  const { heads } = sums.mass;
  let squares = 0;
  for (let i = 0; i < sums.size; i += 1) squares += (heads[i] as number) ** 2;
  const value = (squares / (sums.cumulative[sums.size] as number) ** 2) * n * n;
  const isNear = (border: number): boolean => Math.abs(value / border - 1) < ROUNDING;
  if (isNear(0.1) || isNear(10)) return null;
  return COLLISIONS[value < 0.1 ? 0 : value > 10 ? 2 : 1];
}

function collisions(quantities: Evaluation): Regime {
  const { policy, draws } = quantities;
  const quick = collisionsQuickly(quantities);
  if (quick) return quick;
  return band(powerSum(policy, 2).mul(draws.pow(2)), COLLISIONS);
}

/** The regimes of an instance: one of each trio, and `ties` where some rewards tie. Guarantee: exact. */
export function regimesOf(quantities: Evaluation): Regime[] {
  const { policy, draws } = quantities;
  const best = policy.atoms.at(-1) as bigint;
  const found = [band(draws.mul(Rational.of(best, policy.total)), BEST), collisions(quantities)];
  if (policy.hasTies) found.push('ties');
  return found;
}
