/** Independent computations, with which claims cross-check the quantities of the theory. */

import { type Approximation, toInterval } from '../../src/arithmetic/approximation.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, multiple, type Real, rationalReal, real, sum } from '../../src/arithmetic/real.ts';
import type { CrossCheck } from '../../src/claims/claim.ts';
import { evaluate } from '../../src/claims/expression/evaluate.ts';
import type { Statement } from '../../src/claims/expression/expression.ts';
import { gapKernel, klByGap } from '../../src/kernels/gap.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Law } from '../../src/selection/law.ts';
import { type Enumeration, enumerate, isEnumerable } from '../../src/selection/oracles/enumerate.ts';
import { runningBest } from '../../src/selection/oracles/running-best.ts';

/** The most lists of draws that are enumerated for an instance; `enumerate` itself allows more. */
const ENUMERATED = 2_000;
/** The most atoms for decimal intervals, which cost ten times as much as fixed point. */
const MAX_ATOMS = 6;

const enumerations = new WeakMap<BestOfN, Enumeration | null>();

/** The enumeration of an instance, made once for all claims that use it; null where it is not feasible. */
export function enumeration(quantities: BestOfN): Enumeration | null {
  let found = enumerations.get(quantities);
  if (found === undefined) {
    const { policy, n } = quantities;
    found = isEnumerable(policy, n, ENUMERATED) ? enumerate(policy, n) : null;
    enumerations.set(quantities, found);
  }
  return found;
}

/** π of every outcome by composition of shorter draws. The probability of a level is split in proportion to the weights. */
export function composedPmf({ policy, n }: BestOfN): Rational[] {
  const whole = policy.total ** BigInt(n);
  const law = runningBest(policy, n);
  return policy.weights.map((weight, y) => {
    const atom = policy.atomOf(y);
    const level = policy.atoms[atom] as bigint;
    const won = law[atom] as bigint;
    return weight === level ? Rational.of(won, whole) : Rational.of(won * weight, whole * level);
  });
}

/** p of an outcome. Where outcomes tie, it is a part of the mass of the level. */
export function massOfOutcome({ policy }: Pick<BestOfN, 'policy'>, y: number): Rational {
  return Rational.of(policy.weights[y] as bigint, policy.total);
}

export function rationals(name: string, one: Rational, other: Rational): CrossCheck {
  return { name, one: rationalReal(one), other: rationalReal(other) };
}

/** The same quantity in decimal intervals. */
export function inDecimals(
  name: string,
  quantities: BestOfN,
  value: Real,
  formula: (law: Law<Interval, Interval>) => Interval,
): CrossCheck[] {
  if (quantities.policy.atoms.length > MAX_ATOMS) return [];
  return [
    {
      name: `${name} in decimal intervals`,
      one: value,
      other: real({ enclose: (digits) => quantities.inDecimals(formula, digits) }),
    },
  ];
}

/** Enclosures of the gap, and of the KL by the gap, in plain doubles; only where the kernels apply. */
export function byTheGap({ sums, gap, kl, n }: BestOfN): CrossCheck[] {
  if (!sums) return [];
  const enclosed = (approximation: Approximation): Real =>
    real({ enclose: (digits) => toInterval(approximation, digits) });
  return [
    { name: 'the gap in plain doubles', one: gap, other: enclosed(gapKernel(sums, n)) },
    { name: 'KL by the gap in plain doubles', one: kl, other: enclosed(klByGap(sums, n)) },
  ];
}

/** Σ p_i^power, mass by mass. For power 2 it is the probability that two independent draws are the same atom. */
export function collisionProbability({ policy }: BestOfN, power = 2): Rational {
  return policy.atoms.reduce((total, _, i) => total.add(policy.mass(i).pow(power)), Rational.ZERO);
}

/** log n + 1/n − 1, the analytical formula with its terms in another order. */
export function formulaAgain(n: Rational): Real {
  return exactReal(LogForm.log(n).add(LogForm.rational(Rational.ONE.sub(n).div(n))));
}

/** Σ π(y)·(D̃_n − γ(p(y))) from the composed PMF, term by term. `at` gives other estimators. */
export function estimatorMeanAgain(
  quantities: BestOfN,
  at = (mass: Rational): Real => difference(quantities.atomlessKl, quantities.topGapAt(mass)),
): Real {
  return composedPmf(quantities).reduce<Real>(
    (total, probability, y) => sum(total, multiple(probability, at(massOfOutcome(quantities, y)))),
    rationalReal(Rational.ZERO),
  );
}

/** D̂*_n(ε) = D̃_n − γ(ε)/(1 − (1−ε)^n). */
export function betterEstimatorAgain(q: BestOfN, epsilon: Rational): Real {
  const seen = Rational.ONE.sub(exactField.pow(Rational.ONE.sub(epsilon), q.draws));
  return difference(q.atomlessKl, multiple(Rational.ONE.div(seen), q.topGapAt(epsilon)));
}

/** The win rate of another law φ over all pairs of outcomes: φ's has a higher level than the reference's; an equal level counts ½. */
export function chanceToBeAhead({ policy: { weights, ranks, total }, auxiliary }: BestOfN): Rational {
  let twice = 0n;
  let whole = 0n;
  for (const [i, weight] of auxiliary.entries()) {
    whole += weight;
    if (weight === 0n) continue;
    for (const [j, below] of weights.entries()) {
      const [mine, theirs] = [ranks[i] as number, ranks[j] as number];
      if (mine >= theirs) twice += weight * below * (mine > theirs ? 2n : 1n);
    }
  }
  return Rational.of(twice, 2n * whole * total);
}

/** The right side of a claim's relation, which is data, and the library's function for it. */
export function asStated(name: string, q: BestOfN, { right }: Statement<BestOfN>, other: Real): CrossCheck {
  return { name: `${name}, as stated and by its function`, one: evaluate(right, q), other };
}
