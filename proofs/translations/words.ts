/** The words of proofs/Definitions.v in calls of src/theory, exactly, and what statements draw beyond a policy. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, real } from '../../src/arithmetic/real.ts';
import type { Random } from '../../src/campaign/random.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { runningBest } from '../../src/policy/running-best.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { betterEstimator } from '../../src/theory/better-estimator.ts';
import { estimator } from '../../src/theory/estimator.ts';
import { analyticalFormula } from '../../src/theory/formula.ts';
import { Law } from '../../src/theory/law.ts';
import { localGap, phi, topGap } from '../../src/theory/local-gap.ts';
import { exactPmf } from '../../src/theory/pmf.ts';
import { type Assertion, atMost, equal } from './translation.ts';

export const ZERO = Rational.ZERO;
export const ONE = Rational.ONE;
export const HALF = Rational.of(1, 2);

export const rational = (num: number | bigint, den: number | bigint = 1): Rational => Rational.of(num, den);

/** Σ_{i<K} a(i) of rational numbers, and of forms. */
export function sum(count: number, term: (i: number) => Rational): Rational {
  return Array.from({ length: count }, (_, i) => term(i)).reduce((all, value) => all.add(value), ZERO);
}

export function sumOfForms(count: number, term: (i: number) => LogForm): LogForm {
  return Array.from({ length: count }, (_, i) => term(i)).reduce((all, value) => all.add(value), LogForm.ZERO);
}

export const ln = (x: Rational): LogForm => LogForm.log(x);
export const form = (x: Rational): LogForm => LogForm.rational(x);

/** A number that has no exact form. */
export function enclosed(formula: (field: IntervalField) => Interval): Real {
  return real((digits) => formula(intervals(digits)));
}

/** p_i and F_i = p_0 + … + p_{i−1}. */
export const p = ({ policy }: BestOfN, i: number): Rational => policy.mass(i);
export const cdf = ({ policy }: BestOfN, i: number): Rational =>
  Rational.of(policy.cumulative[i] as bigint, policy.total);

/** Whether numbers are the probabilities of a distribution, as assertions. */
export function areProbabilities(masses: readonly Rational[]): Assertion[] {
  const total = masses.reduce((all, mass) => all.add(mass), ZERO);
  return [...masses.map((mass) => atMost(ZERO, mass)), equal(total, ONE)];
}

/** K, as in sum K. */
export const size = ({ policy }: BestOfN): number => policy.atoms.length;

/** Σ p_i^k */
export const powers = (q: BestOfN, k: number): Rational => sum(size(q), (i) => p(q, i).pow(k));

/** π as src/theory has it. */
export const pmf = ({ policy, n }: BestOfN): Rational[] => exactPmf(policy, n);

/** best_of K p n by its definition, the running best: it shares no formula with the theory. */
export function bestOf({ policy, n }: BestOfN): Rational[] {
  const whole = policy.total ** BigInt(n);
  return runningBest(policy, n).map((numerator) => Rational.of(numerator, whole));
}

export const lawOf = ({ policy, n }: BestOfN): Law<Rational, LogForm> => new Law(exactField, policy, n);

export const formula = (n: number): LogForm => analyticalFormula(exactField, n);
export const Phi = (n: number, u: Rational): LogForm => phi(exactField, u, n);
export const localGapOf = (n: number, a: Rational, b: Rational): LogForm => localGap(exactField, a, b, n);
export const topGapOf = (n: number, t: Rational): LogForm => topGap(exactField, t, n);
export const estimatorOf = (n: number, e: Rational): LogForm => estimator(exactField, n)(e);
export const betterEstimatorOf = (n: number, e: Rational): LogForm => betterEstimator(exactField, n)(e);

export const localGapAt = (q: BestOfN, i: number): LogForm => localGapOf(q.n, cdf(q, i), cdf(q, i + 1));

/** Σ q_i f_i. */
export function expect(weights: readonly Rational[], f: (i: number) => LogForm): LogForm {
  return sumOfForms(weights.length, (i) => f(i).scale(weights[i] as Rational));
}

/** A rational number in (0, 1]; in (0, 1) when `below`. */
export function share(random: Random, below = false): Rational {
  const den = random.integer(2, 12);
  return Rational.of(random.integer(1, below ? den - 1 : den), den);
}

/** 0 ≤ a < b ≤ end. */
export function interval(random: Random, end = ONE): [Rational, Rational] {
  const b = share(random).mul(end);
  return [b.mul(Rational.of(random.integer(0, 11), 12)), b];
}

/** An index below a length. */
export const index = (random: Random, length: number): number => random.integer(0, length - 1);

/** Weights ≥ 0 of a distribution, not all of them 0. */
export function distribution(random: Random, length: number): bigint[] {
  const weights = Array.from({ length }, () => BigInt(random.integer(0, 9)));
  return weights.some((weight) => weight > 0n) ? weights : weights.fill(1n);
}

/** A list of rational numbers between −3 and 3. */
export function values(random: Random, length: number): Rational[] {
  return Array.from({ length }, () => Rational.of(random.integer(-12, 12), 4));
}

/** The uniform policy over K outcomes. */
export const uniform = (count: number): FinitePolicy =>
  FinitePolicy.fromWeights(Array.from({ length: count }, () => 1n));
