import { Rational } from '../arithmetic/rational.ts';

/**
 * The mean square of the score-function estimate of a softmax policy's gradient: E[(r_A − b)² ‖e_A − p‖²] for one draw A, rewards r and a
 * baseline b, with ‖e_i − p‖² = 1 − 2p_i + Σ p². The mean of the estimate does not depend on b, so its variance rises and falls with this.
 *
 * Source: Williams 1992, for the estimate; docs/theory-selections.md. Guarantee: exact.
 */
export function gradientSquare(
  masses: readonly Rational[],
  rewards: readonly Rational[],
  baseline: Rational,
): Rational {
  const squares = scoreSquares(masses);
  return masses.reduce((sum, mass, i) => {
    const advantage = (rewards[i] as Rational).sub(baseline);
    return sum.add(
      mass
        .mul(squares[i] as Rational)
        .mul(advantage)
        .mul(advantage),
    );
  }, Rational.ZERO);
}

/** The baseline of least variance, Σ p r ‖e − p‖² / Σ p ‖e − p‖²; 0 for one arm, where all are the same. Guarantee: exact. */
export function bestBaseline(masses: readonly Rational[], rewards: readonly Rational[]): Rational {
  const weights = scoreSquares(masses).map((square, i) => square.mul(masses[i] as Rational));
  const whole = weights.reduce((sum, weight) => sum.add(weight), Rational.ZERO);
  if (whole.sign() === 0) return Rational.ZERO;
  return weights.reduce((sum, weight, i) => sum.add(weight.mul(rewards[i] as Rational)), Rational.ZERO).div(whole);
}

/** ‖e_i − p‖² = 1 − 2p_i + Σ p², for each arm. */
function scoreSquares(masses: readonly Rational[]): Rational[] {
  const all = masses.reduce((sum, mass) => sum.add(mass.mul(mass)), Rational.ONE);
  return masses.map((mass) => all.sub(mass).sub(mass));
}
