import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkOrder, type Parameter } from '../policy/arguments.ts';
import { type Law, type LawAtom, sumOver } from '../selection/law.ts';

const HALF = Rational.of(1, 2);
const TWO = Rational.of(2);

/**
 * D_φ = Σ p_i φ(π_i/p_i) for a convex φ, by its parts. By Jensen's inequality an atom's part is at most the integral of φ(f) over the
 * atom's interval, with f(u) = n u^(n−1) the density of best-of-n against the reference; stretches add that integral.
 *
 * Source: Mroueh, arXiv 2406.05883: D_φ is at most the integral over [0, 1], which is the divergence of Beta(n, 1).
 */
export interface FDivergence {
  /** p φ(π/p) */
  ofAtom<Q, T>(field: LogField<Q, T>, atom: LawAtom<Q>, n: Rational): T;
  /** ∫ φ(f(u)) du over [F_{i−1}, F_i] */
  overInterval<Q, T>(field: LogField<Q, T>, atom: LawAtom<Q>, n: Rational): T;
}

/** D_φ(π‖p). Guarantee: that of the field. */
export function fDivergence<Q, T>(law: Law<Q, T>, { ofAtom, overInterval }: FDivergence): T {
  return sumOver(law, (atom) => (atom.isStretch ? overInterval : ofAtom)(law.field, atom, law.n));
}

/** χ² = Σ (π_i − p_i)²/p_i */
export const CHI_SQUARE: FDivergence = {
  ofAtom(field, { mass, probability }) {
    const excess = field.sub(probability, mass);
    return field.lift(field.div(field.mul(excess, excess), mass));
  },
  overInterval(field, atom, n) {
    const squares = powerOverInterval(field, atom, n, TWO);
    const { mass, probability } = atom;
    return field.lift(field.add(field.sub(squares, field.add(probability, probability)), mass));
  },
};

/** H² = Σ (√π_i − √p_i)². Enclosures only. */
export const HELLINGER: FDivergence = {
  ofAtom(field, atom, n) {
    const root = field.mul(field.pow(atom.upTo, n.mul(HALF)), field.pow(shareOfTop(field, atom, n), HALF));
    const difference = field.sub(root, field.pow(atom.mass, HALF));
    return field.lift(field.mul(difference, difference));
  },
  overInterval(field, atom, n) {
    const roots = powerOverInterval(field, atom, n, HALF);
    const { mass, probability } = atom;
    return field.lift(field.sub(field.add(probability, mass), field.add(roots, roots)));
  },
};

/** KL(p‖π) = Σ p_i log(p_i/π_i), in nats. */
export const REVERSE_KL: FDivergence = {
  ofAtom(field, atom, n) {
    const draws = field.rational(n);
    const won = field.plus(field.scale(draws, field.log(atom.upTo)), field.log(shareOfTop(field, atom, n)));
    return field.scale(atom.mass, field.minus(field.log(atom.mass), won));
  },
  overInterval(field, { index, mass, below, upTo }, n) {
    const others = field.rational(n.sub(Rational.ONE));
    const top = field.scale(upTo, field.log(upTo));
    const rise = index === 0 ? top : field.minus(top, field.scale(below, field.log(below)));
    const logs = field.scale(others, field.minus(field.lift(mass), rise));
    return field.minus(logs, field.scale(mass, field.log(field.rational(n))));
  },
};

/** Σ p_i (π_i/p_i)^α for α > 0: exact for an integer α, enclosures otherwise. x^α is convex for α ≥ 1; for α < 1 its negative is. @throws DomainError unless α > 0, α ≠ 1. */
export function powerDivergence(alpha: Parameter): FDivergence {
  const order = checkOrder(alpha);
  return {
    ofAtom: (field, atom, n) => field.lift(powerOfAtom(field, atom, n, order)),
    overInterval: (field, atom, n) => field.lift(powerOverInterval(field, atom, n, order)),
  };
}

function powerOfAtom<Q, T>(field: LogField<Q, T>, atom: LawAtom<Q>, n: Rational, alpha: Rational): Q {
  const { mass, upTo, probability } = atom;
  if (alpha.num >= alpha.den)
    return field.mul(mass, field.pow(field.div(notNegative(field, probability), mass), alpha));
  const share = field.pow(field.div(shareOfTop(field, atom, n), mass), alpha);
  return field.mul(mass, field.mul(field.pow(upTo, n.mul(alpha)), share));
}

/** 1 − (F_{i−1}/F_i)^n = π_i/F_i^n: roots and logarithms of a tiny π_i are precise by its two factors. */
function shareOfTop<Q, T>(field: LogField<Q, T>, { below, upTo }: LawAtom<Q>, n: Rational): Q {
  return field.sub(field.rational(Rational.ONE), field.pow(field.div(below, upTo), n));
}

/** An enclosure of a tiny probability may reach below 0. */
function notNegative<Q, T>(field: LogField<Q, T>, probability: Q): Q {
  return field.max(probability, field.rational(Rational.ZERO));
}

/** ∫ f^α du = n^α (F_i^s − F_{i−1}^s)/s for s = α(n−1) + 1. */
function powerOverInterval<Q, T>(field: LogField<Q, T>, { below, upTo }: LawAtom<Q>, n: Rational, alpha: Rational): Q {
  const exponent = alpha.mul(n.sub(Rational.ONE)).add(Rational.ONE);
  const rise = field.sub(field.pow(upTo, exponent), field.pow(below, exponent));
  const draws = field.pow(field.rational(n), alpha);
  return field.div(field.mul(draws, rise), field.rational(exponent));
}

/**
 * D_α(π‖p) = log(Σ p_i (π_i/p_i)^α)/(α−1), in nats, for α > 0, α ≠ 1. Source: as `FDivergence`. Guarantee: that of the field, which is
 * exact for integers α only. @throws DomainError for another α.
 */
export function renyiDivergence<Q, T>(law: Law<Q, T>, alpha: Parameter): T {
  const { field, n } = law;
  const order = checkOrder(alpha);
  let sum = field.rational(Rational.ZERO);
  for (const atom of law.atoms()) {
    const part = atom.isStretch ? powerOverInterval(field, atom, n, order) : powerOfAtom(field, atom, n, order);
    sum = field.add(sum, part);
  }
  return field.scale(field.rational(Rational.ONE.div(order.sub(Rational.ONE))), field.log(sum));
}

/**
 * D_∞(π‖p) = log max π_i/p_i, in nats; on a stretch the density is at most n F_i^(n−1). Source: as `FDivergence`, the case α = ∞.
 * Guarantee: that of the field.
 */
export function largestLogRatio<Q, T>(law: Law<Q, T>): T {
  const { field, n } = law;
  const others = n.sub(Rational.ONE);
  let largest = field.rational(Rational.ONE);
  for (const { mass, probability, upTo, isStretch } of law.atoms()) {
    const ratio = isStretch ? field.mul(field.rational(n), field.pow(upTo, others)) : field.div(probability, mass);
    largest = field.max(largest, ratio);
  }
  return field.log(largest);
}
