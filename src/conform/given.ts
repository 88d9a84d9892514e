import { sumOf } from '../arithmetic/bigint.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Instance } from '../claims/instance.ts';
import { nearest } from '../policy/draws.ts';

/** How a program is given the policy: as integer weights of any size, or as the doubles nearest to the probabilities. */
export const FORMS = ['weights', 'probabilities'] as const;

export type Form = (typeof FORMS)[number];

/** What a program is given of an instance, and the instance whose numbers are the truth for it. */
export interface Given {
  /** The doubles that are sent; null where weights are sent. */
  readonly probabilities: readonly number[] | null;
  /** The instance of exactly what is sent: its weights are those doubles, scaled. */
  readonly exact: Instance;
  /** |1 − Σ| of the doubles that are sent, exactly; 0 where weights are sent. */
  readonly slack: Rational;
}

/** The scale in which every finite double is an integer. */
const UNIT = 2n ** 1074n;

/** What a program is given; null where a probability rounds to 0, which is no policy with these outcomes any more. */
export function givenOf(instance: Instance, form: Form): Given | null {
  if (form === 'weights') return { probabilities: null, exact: instance, slack: Rational.ZERO };
  const total = sumOf(instance.weights);
  const probabilities = instance.weights.map((weight) => nearest(Rational.of(weight, total)));
  if (probabilities.includes(0)) return null;
  const scaled = probabilities.map((p) => {
    const { num, den } = Rational.fromDouble(p);
    return num * (UNIT / den);
  });
  const sum = sumOf(scaled);
  const off = Rational.of(sum > UNIT ? sum - UNIT : UNIT - sum, UNIT);
  return { probabilities, exact: { ...instance, weights: withoutTwos(scaled) }, slack: off };
}

/** The integers without the power of two that all of them have. Small totals are what the fast kernels need. */
function withoutTwos(weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((bits, weight) => bits | weight, 0n);
  let shift = 0n;
  while (((all >> shift) & 1n) === 0n) shift += 1n;
  return weights.map((weight) => weight >> shift);
}
