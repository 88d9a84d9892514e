import { Rational } from '../arithmetic/rational.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { powerSum } from '../quantities/renyi.ts';
import { analyticalFormula } from '../selection/formula.ts';
import type { Law } from '../selection/law.ts';

const TWO = Rational.of(2);

/**
 * 2n(n−1) Σ p_i², an upper bound of the gap D̃_n − KL.
 *
 * Source: Beirami et al., arXiv 2401.01879, Theorem 3.4. Guarantee: exact. @throws InputError unless n is in [1, 10^9], as the others here.
 */
export function gapUpperBound(policy: FinitePolicy, n: Draws): Rational {
  const draws = exactDraws(n);
  return Rational.of(2).mul(draws).mul(draws.sub(Rational.ONE)).mul(powerSum(policy, 2));
}

/** n(n−1)/2 · Σ p_i², a quarter of `gapUpperBound`. Source: docs/theory-ours.md, gap-upper-half. Guarantee: exact. */
export function halfGapBound(policy: FinitePolicy, n: Draws): Rational {
  const draws = exactDraws(n);
  return draws.mul(draws.sub(Rational.ONE)).div(TWO).mul(powerSum(policy, 2));
}

/** n(n−1)²/24, the best constant for a bound by Σ p_i³. Source: docs/theory-ours.md, sharp-cubic. Guarantee: exact. */
export function cubicConstant(n: Draws): Rational {
  const draws = exactDraws(n);
  return draws.mul(draws.sub(Rational.ONE).pow(2)).div(Rational.of(24));
}

/** n(n−1)²/24 · Σ p_i³, an upper bound of the gap for n ≥ 3. Source: as `cubicConstant`. Guarantee: exact. */
export function cubicGapBound(policy: FinitePolicy, n: Draws): Rational {
  return cubicConstant(n).mul(powerSum(policy, 3));
}

/** n(n−1)²/24 · Σ F_i^(n−3) p_i³, the same bound weighted by quantiles. Source: as `cubicConstant`. Guarantee: that of the field. */
export function weightedCubicGapBound<Q, T>(law: Law<Q, T>): T {
  const { field, n } = law;
  const exponent = n.sub(Rational.of(3));
  const sum = sumOfCubes(law, (cube, upTo) =>
    exponent.sign() >= 0
      ? field.mul(cube, field.pow(upTo, exponent))
      : field.div(cube, field.pow(upTo, exponent.neg())),
  );
  return field.lift(field.mul(field.rational(cubicConstant(n)), sum));
}

/** (log 2 − ½) Σ p_i³/F_i, an upper bound of the gap at n = 2. Source: docs/theory-ours.md, cubic-two. Guarantee: that of the field. */
export function cubicGapBoundAtTwo<Q, T>(law: Law<Q, T>): T {
  const { field } = law;
  return field.scale(
    sumOfCubes(law, (cube, upTo) => field.div(cube, upTo)),
    analyticalFormula(field, 2),
  );
}

/** The sum over the atoms of a term that depends on p_i³ and F_i. */
function sumOfCubes<Q, T>(law: Law<Q, T>, term: (cube: Q, upTo: Q) => Q): Q {
  const { field } = law;
  let sum = field.rational(Rational.ZERO);
  for (const { mass, upTo, isContinuous } of law.atoms()) {
    if (!isContinuous) sum = field.add(sum, term(field.pow(mass, 3n), upTo));
  }
  return sum;
}
