import { exactField } from '../arithmetic/exact-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { difference, exactReal, type Real, rationalReal, real } from '../arithmetic/real.ts';
import { formulaKernel } from '../kernels/formula.ts';
import { checkMass } from '../policy/arguments.ts';
import type { Draws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { bestOf } from '../selection/best-of.ts';
import { analyticalFormula } from '../selection/formula.ts';
import { Evaluation } from './evaluation.ts';
import { ESTIMATOR, ESTIMATOR_BEST, ESTIMATOR_MEAN, GAP_BY_PARTS, RENYI, TOP_GAP } from './quantities.ts';
import { integerOrder } from './renyi.ts';
import { winRateBound } from './win-rate.ts';

const ZERO = exactReal(LogForm.ZERO);

/**
 * The quantities of best-of-n from one policy, and those that the theory compares with them: the analytical formula, the gap, the
 * estimators.
 *
 * @example
 * new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2).kl.exact?.toString(); // '3/4*log(3) - log(2)'
 */
export class BestOfN extends Evaluation {
  #formula: Real | undefined;
  #gap: Real | undefined;

  /** A double n stands for its exact binary value. @throws InputError unless n is in [1, 10^9]. */
  constructor(policy: FinitePolicy, n: Draws, auxiliary: readonly bigint[] = []) {
    super(policy, bestOf(n), auxiliary);
  }

  /** The same policy and weights at another number of draws. @throws as the constructor. */
  at(n: Draws): BestOfN {
    return new BestOfN(this.policy, n, this.auxiliary);
  }

  /** The analytical formula D̃_n = log n − (n−1)/n, in nats; always exact. It bounds the KL from above (Theorem 3.1, arXiv 2401.01879). */
  override get atomlessKl(): Real {
    this.#formula ??= this.#makeFormula();
    return this.#formula;
  }

  #makeFormula(): Real {
    if (this.isOneDraw) return ZERO;
    const form = (): LogForm => analyticalFormula(exactField, this.draws);
    return real({
      enclose: (digits) => form().enclose(digits),
      exact: form,
      approximate: () => (this.hasIntegerDraws ? formulaKernel(this.n) : form().approximate()),
    });
  }

  /** D̃_n − KL, in nats; ≥ 0, and 0 only for n = 1 and without atoms. */
  get gap(): Real {
    this.#gap ??= this.policy.isAtomless ? ZERO : difference(this.atomlessKl, this.kl);
    return this.#gap;
  }

  /** Σ g(F_{i−1}, F_i), a cross-check of the gap. */
  get gapByParts(): Real {
    return this.of(GAP_BY_PARTS);
  }

  /** γ(ε_∞): the local gap of the best atom, in nats; 0 where a continuous part is on top. The gap is at least this. */
  get bestAtomGap(): Real {
    const best = this.#bestMass();
    return best ? this.topGapAt(best) : ZERO;
  }

  /** γ(t) at any mass t in (0, 1]. @throws DomainError for another mass. */
  topGapAt(mass: Rational): Real {
    checkMass('the mass t', mass);
    // γ(1) = D̃_n, which is exact at any n.
    if (mass.num === mass.den) return this.atomlessKl;
    return this.of(TOP_GAP, mass);
  }

  /** n/(n+1), exact. The win rate is at most this (section 5 of the paper). */
  override get winRateBound(): Real {
    return rationalReal(winRateBound(this.draws));
  }

  /** E_{y∼π} D̂_n(p(y)), the mean of the paper's estimator, in nats; at least the KL. Section 4 of the paper. */
  get estimatorMean(): Real {
    return this.policy.isAtomless ? this.atomlessKl : this.of(ESTIMATOR_MEAN);
  }

  /** D̂_n(ε_∞), the paper's estimator at the mass of the best atom, in nats; at least the KL. */
  get estimatorBest(): Real {
    const best = this.#bestMass();
    return best ? this.of(ESTIMATOR_BEST, best) : this.atomlessKl;
  }

  /** D̂_n(ε) at any mass ε in (0, 1], in nats; 0 at ε = 1. @throws DomainError for another mass. */
  estimatorAt(epsilon: Rational): Real {
    checkMass('the mass ε', epsilon);
    // The same number must be the same real, so that comparisons know that it equals itself.
    const best = this.#bestMass();
    if (best?.equals(epsilon)) return this.estimatorBest;
    return this.of(ESTIMATOR, epsilon);
  }

  /** H_α of the reference, in nats, for an integer α ≥ 2; 0 for one atom. @throws DomainError for another α. */
  renyi(alpha: number): Real {
    return this.of(RENYI, Rational.of(integerOrder(alpha)));
  }

  /** The mass of the best atom; null where a continuous part is on top. */
  #bestMass(): Rational | null {
    const best = this.policy.atoms.length - 1;
    return this.policy.continuousParts.has(best) ? null : this.policy.mass(best);
  }
}
