import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkOrder, type Parameter } from '../policy/arguments.ts';
import { type Law, type LawAtom, sumOver } from '../selection/law.ts';

const HALF = Rational.of(1, 2);
const TWO = Rational.of(2);

/**
 * D_φ = Σ p_i φ(π_i/p_i) for a convex φ, as a sum of parts. An atom's part is at most the integral of φ(g) over the atom's interval, by
 * Jensen's inequality; g is the density of the selection against the reference. The part of a continuous part is that integral.
 *
 * Source: docs/theory-selections.md; for best-of-n Mroueh, arXiv 2406.05883: D_φ is at most the integral over [0, 1].
 */
export interface FDivergence {
  /** p φ(π/p) */
  ofAtom<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>): T;
  /** ∫ φ(g(u)) du over [F_{i−1}, F_i] */
  overInterval<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>): T;
}

/** D_φ(π‖p). Guarantee: that of the field. */
export function fDivergence<Q, T>(law: Law<Q, T>, { ofAtom, overInterval }: FDivergence): T {
  return sumOver(law, (atom) => (atom.isContinuous ? overInterval : ofAtom)(law, atom));
}

/** χ² = Σ (π_i − p_i)²/p_i */
export const CHI_SQUARE: FDivergence = {
  ofAtom({ field }, { mass, probability }) {
    const excess = field.sub(probability, mass);
    return field.lift(field.div(field.mul(excess, excess), mass));
  },
  overInterval(law, atom) {
    const { field } = law;
    const { mass, probability } = atom;
    const squares = powerOverInterval(law, atom, TWO);
    return field.lift(field.add(field.sub(squares, field.add(probability, probability)), mass));
  },
};

/** H² = Σ (√π_i − √p_i)². Enclosures only. */
export const HELLINGER: FDivergence = {
  ofAtom(law, atom) {
    const { field } = law;
    const difference = field.sub(rootOfProbability(law, atom), field.pow(atom.mass, HALF));
    return field.lift(field.mul(difference, difference));
  },
  overInterval(law, atom) {
    const { field } = law;
    const { mass, probability } = atom;
    const roots = powerOverInterval(law, atom, HALF);
    return field.lift(field.sub(field.add(probability, mass), field.add(roots, roots)));
  },
};

function rootOfProbability<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>): Q {
  const { field, distortion } = law;
  const { factors } = distortion;
  if (!factors) return field.pow(notNegative(field, atom.probability), HALF);
  const [below, upTo] = law.ends(atom);
  return field.mul(factors.headPower(below, upTo, HALF), field.pow(factors.ratio(below, upTo), HALF));
}

/** KL(p‖π) = Σ p_i log(p_i/π_i), in nats. */
export const REVERSE_KL: FDivergence = {
  ofAtom(law, atom) {
    const { field } = law;
    return field.scale(atom.mass, field.minus(field.log(atom.mass), logOfProbability(law, atom)));
  },
  overInterval: (law, atom) => law.distortion.crossEntropy(...law.ends(atom)),
};

function logOfProbability<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>): T {
  const { field, distortion } = law;
  const { factors } = distortion;
  if (!factors) return field.log(atom.probability);
  const [below, upTo] = law.ends(atom);
  return field.plus(factors.logHead(below, upTo), field.log(factors.ratio(below, upTo)));
}

/**
 * Σ p_i (π_i/p_i)^α for α > 0: exact for an integer α, enclosures otherwise. x^α is convex for α ≥ 1 and concave for α < 1.
 * @throws DomainError unless α > 0, α ≠ 1.
 */
export function powerDivergence(alpha: Parameter): FDivergence {
  const order = checkOrder(alpha);
  return {
    ofAtom: (law, atom) => law.field.lift(powerOfAtom(law, atom, order)),
    overInterval: (law, atom) => law.field.lift(powerOverInterval(law, atom, order)),
  };
}

function powerOfAtom<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>, alpha: Rational): Q {
  const { field, distortion } = law;
  const { mass, probability } = atom;
  const { factors } = distortion;
  if (alpha.num >= alpha.den || !factors)
    return field.mul(mass, field.pow(field.div(notNegative(field, probability), mass), alpha));
  const [below, upTo] = law.ends(atom);
  const share = field.pow(field.div(factors.ratio(below, upTo), mass), alpha);
  return field.mul(mass, field.mul(factors.headPower(below, upTo, alpha), share));
}

/** The probability, with its enclosure cut off at 0: the enclosure of a tiny probability may extend below 0. */
function notNegative<Q, T>(field: LogField<Q, T>, probability: Q): Q {
  return field.max(probability, field.rational(Rational.ZERO));
}

/** ∫ g^α du */
function powerOverInterval<Q, T>(law: Law<Q, T>, atom: LawAtom<Q>, alpha: Rational): Q {
  return law.distortion.power(...law.ends(atom), alpha);
}

/**
 * D_α(π‖p) = log(Σ p_i (π_i/p_i)^α)/(α−1), in nats, for α > 0, α ≠ 1. Source: as `FDivergence`. Guarantee: that of the field; exact for
 * integers α only. @throws DomainError for another α.
 */
export function renyiDivergence<Q, T>(law: Law<Q, T>, alpha: Parameter): T {
  const { field } = law;
  const order = checkOrder(alpha);
  let sum = field.rational(Rational.ZERO);
  for (const atom of law.atoms()) {
    sum = field.add(sum, atom.isContinuous ? powerOverInterval(law, atom, order) : powerOfAtom(law, atom, order));
  }
  return field.scale(field.rational(Rational.ONE.div(order.sub(Rational.ONE))), field.log(sum));
}

/**
 * D_∞(π‖p) = log max π_i/p_i, in nats; on a continuous part the ratio is the supremum of the density. Source: as `FDivergence`, the case
 * α = ∞. Guarantee: that of the field.
 */
export function largestLogRatio<Q, T>(law: Law<Q, T>): T {
  const { field, distortion } = law;
  let largest = field.rational(Rational.ONE);
  for (const atom of law.atoms()) {
    const ratio = atom.isContinuous ? distortion.supremum(...law.ends(atom)) : field.div(atom.probability, atom.mass);
    largest = field.max(largest, ratio);
  }
  return field.log(largest);
}
