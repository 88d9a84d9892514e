import { Rational } from '../arithmetic/rational.ts';
import type { Real } from '../arithmetic/real.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { Evaluation } from '../quantities/evaluation.ts';
import { hasRule, ruleOf, type Selection } from '../selection/families.ts';

/** Numbers at one n as a picture shows them; null where there is no quick one. */
export interface Quick {
  readonly n: number;
  readonly kl: number | null;
  readonly formula: number | null;
  readonly winRate: number | null;
  readonly estimator: number | null;
}

/**
 * The middles of double-double enclosures, for pictures and while something is dragged. Guarantee: as doubles are; the numbers that are shown as
 * certified come from `certified`.
 */
export function quickly(policy: FinitePolicy, selection: Selection, n: number): Quick {
  if (selection !== 'best-of-n') {
    const q = new Evaluation(policy, ruleOf(selection, Rational.of(n)));
    return { n, kl: middle(q.kl), formula: middle(q.atomlessKl), winRate: middle(q.winRate), estimator: null };
  }
  const q = new BestOfN(policy, n);
  const { kl, atomlessKl, winRate, estimatorMean } = q;
  return { n, kl: middle(kl), formula: middle(atomlessKl), winRate: middle(winRate), estimator: middle(estimatorMean) };
}

function middle(value: Real): number | null {
  return value.approximate()?.hi ?? null;
}

/** The n of a curve that is shown: about `count` of them, evenly on a logarithmic axis, with n itself. */
export function drawsUpTo(selection: Selection, most: number, n: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => Math.round(most ** (i / (count - 1))));
  return [...new Set([...all, n])].filter((one) => hasRule(selection, one)).sort((a, b) => a - b);
}
