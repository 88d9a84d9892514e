import { exactField } from '../../arithmetic/exact-field.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { exactReal, rationalReal } from '../../arithmetic/real.ts';
import { chiSquareBound, renyiBound } from '../../bounds/divergence-bounds.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import {
  CHI_SQUARE_DIVERGENCE,
  LARGEST_LOG_RATIO,
  RENYI_DIVERGENCE,
  REVERSE_KL_DIVERGENCE,
  TOTAL_VARIATION as VARIATION,
} from '../../quantities/divergence-quantities.ts';
import { totalVariationBound } from '../../quantities/total-variation.ts';
import { evaluate } from './evaluate.ts';
import { log, minus, n, named, over, power, times } from './expression.ts';

/** χ²(π‖p) */
export const CHI_SQUARE = named<BestOfN>({
  text: 'χ²(π‖p)',
  short: 'χ²',
  latex: '\\chi^2(\\pi\\|p)',
  latexAt: (draws) => `\\chi^2(\\pi^{(${draws})}\\|p)`,
  value: (q) => (q.policy.isAtomless ? rationalReal(chiSquareBound(q.draws)) : q.of(CHI_SQUARE_DIVERGENCE)),
  coq: ({ outcomes, draws }) => `chi_square ${outcomes} (best_of ${outcomes} p ${draws}) p`,
});

/** The χ² divergence without atoms, (n−1)²/(2n−1). */
export const CHI_SQUARE_BOUND = over(power(minus(n, 1), 2), minus(times(2, n), 1));

/** The reversed divergence without atoms, n − 1 − log n. */
export const REVERSE_KL_BOUND = minus(n, 1, log(n));

/** KL(p‖π), in nats. */
export const REVERSE_KL = named<BestOfN>({
  text: 'KL(p‖π)',
  latex: '\\mathrm{KL}(p\\|\\pi)',
  value: (q) => (q.policy.isAtomless ? evaluate(REVERSE_KL_BOUND, q) : q.of(REVERSE_KL_DIVERGENCE)),
  coq: ({ outcomes, draws }) => `kl ${outcomes} p (best_of ${outcomes} p ${draws})`,
});

/** log max π_i/p_i, the Rényi divergence of order ∞. */
export const LARGEST_RATIO = named<BestOfN>({
  text: 'log max π_i/p_i',
  short: 'log max π/p',
  latex: '\\log\\max_i \\pi_i/p_i',
  latexAt: (draws) => `D_\\infty(\\pi^{(${draws})}\\|p)`,
  // On a continuous part that ends at 1 the supremum of the density is n.
  value: (q) =>
    q.policy.continuousParts.has(q.policy.atoms.length - 1) ? evaluate(log(n), q) : q.of(LARGEST_LOG_RATIO),
});

/** TV = ½ Σ |π_i − p_i|, for policies of atoms. */
export const TOTAL_VARIATION = named<BestOfN>({
  text: 'TV',
  latex: '\\mathrm{TV}',
  value: (q) => q.of(VARIATION),
  coq: ({ outcomes, draws }) => `total_variation ${outcomes} (best_of ${outcomes} p ${draws}) p`,
});

/** The total variation without atoms. */
export const TOTAL_VARIATION_BOUND = named<BestOfN>({
  text: '(1/n)^{1/(n−1)} − (1/n)^{n/(n−1)}',
  latex: '(1/n)^{1/(n-1)} - (1/n)^{n/(n-1)}',
  value: ({ draws }) => totalVariationBound(draws),
});

const TWO = Rational.of(2);

/** D_2(π‖p), the Rényi divergence of order 2, in nats. */
export const RENYI_TWO = named<BestOfN>({
  text: 'D_2(π‖p)',
  short: 'D_2',
  latex: 'D_2(\\pi\\|p)',
  value: (q) => (q.policy.isAtomless ? RENYI_TWO_BOUND.value(q) : q.of(RENYI_DIVERGENCE, TWO)),
  coq: ({ outcomes, draws }) => `renyi ${outcomes} 2 (best_of ${outcomes} p ${draws}) p`,
});

/** The Rényi divergence of order 2 without atoms. In Coq it is an instance of the bound for every order. */
export const RENYI_TWO_BOUND = named<BestOfN>({
  text: 'log(n²/(2n−1))',
  latex: '\\log\\frac{n^2}{2n-1}',
  definition: log(over(power(n, 2), minus(times(2, n), 1))),
  value: ({ draws }) => exactReal(renyiBound(exactField, draws, TWO)),
  coq: over(
    named<BestOfN>({
      text: 'log(n²/(2(n−1)+1))',
      latex: '\\log\\frac{n^2}{2(n-1)+1}',
      value: ({ draws }) => exactReal(renyiBound(exactField, draws, TWO)),
      coq: ({ draws }) => `ln (Rpower (INR ${draws}) 2 / (2 * (INR ${draws} - 1) + 1))`,
    }),
    minus(2, 1),
  ),
});
