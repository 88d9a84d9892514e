import { ceilDiv } from '../arithmetic/bigint.ts';
import type { Rational } from '../arithmetic/rational.ts';
import { checkOrder } from '../policy/arguments.ts';
import { atomAt } from '../selection/law.ts';
import { CHI_SQUARE, fDivergence, HELLINGER, largestLogRatio, REVERSE_KL, renyiDivergence } from './divergences.ts';
import { defineEnclosed, defineQuantity, type Evaluated } from './quantity.ts';
import { totalVariation } from './total-variation.ts';

/** Divergences are 0 where the selection changes nothing. */
const isZero = ({ isTrivial }: Evaluated): boolean => isTrivial;

/** χ²(π‖p) = Σ π_i²/p_i − 1. */
export const CHI_SQUARE_DIVERGENCE = defineQuantity({
  symbol: 'χ²',
  scope: 'any selection',
  formula: (law) => fDivergence(law, CHI_SQUARE),
  isZero,
});

/** H²(π, p) = Σ (√π_i − √p_i)². */
export const HELLINGER_DISTANCE = defineEnclosed({
  symbol: 'H²',
  scope: 'any selection',
  formula: (law) => fDivergence(law, HELLINGER),
  isZero,
});

/** KL(p‖π), in nats. */
export const REVERSE_KL_DIVERGENCE = defineQuantity({
  symbol: 'KL(p‖π)',
  scope: 'any selection',
  formula: (law) => fDivergence(law, REVERSE_KL),
  isZero,
});

/** Exact forms of higher orders are too long to be of use. */
const MAX_EXACT_ORDER = 64n;

/** D_α(π‖p), in nats, for an order α > 0, α ≠ 1. It has an exact form for integers α only: other powers are roots. */
export const RENYI_DIVERGENCE = defineQuantity<[order: Rational]>({
  symbol: 'D',
  scope: 'any selection',
  formula: renyiDivergence,
  hasExactForm: ({ hasExactForms }, order) =>
    order.num % order.den === 0n && order.num <= MAX_EXACT_ORDER * order.den && hasExactForms,
  // A density to the power α is as large as that power of its largest value; up to 2 the rule's own guard bits do.
  guardBits({ rule }, order) {
    const { num, den } = checkOrder(order);
    return Math.max(0, Number(ceilDiv(num, den)) - 2) * rule.guardBits;
  },
  isZero,
});

/** TV = ½ Σ |π_i − p_i|. */
export const TOTAL_VARIATION = defineQuantity({
  symbol: 'TV',
  scope: 'any selection',
  formula: (law) => law.field.lift(totalVariation(law)),
  isZero,
});

/** log(π_i/p_i), in nats, of the atom with this index, from 0. */
export const LOG_RATIO = defineQuantity<[index: number]>({
  symbol: 'log π/p',
  formula: (law, index) => {
    const { probability, mass } = atomAt(law, index);
    return law.field.log(law.field.div(probability, mass));
  },
  isZero,
});

/** D_∞(π‖p) = log max π_i/p_i, in nats. */
export const LARGEST_LOG_RATIO = defineQuantity({
  symbol: 'log max π/p',
  scope: 'any selection',
  formula: largestLogRatio,
  isZero,
});
