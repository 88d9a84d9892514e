import { difference, exactReal, type Real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { kl } from '../../src/quantities/kl.ts';
import { phi } from '../../src/selection/best-of.ts';
import type { Law, LawAtom } from '../../src/selection/law.ts';
import { byTheGap, enumeration, formulaAgain, inDecimals } from '../shared/cross-checks.ts';
import {
  defineTerms,
  isTooLarge,
  localGaps,
  parts,
  scaling,
  step,
  telescoping,
  terms,
  topGapIsPositive,
  total,
  ZERO,
} from '../shared/steps.ts';

/** The evidence is the direct sum for the KL. The gap form already contains the theorem and serves as a cross-check only. */
export const claim = defineClaim({
  id: 'kl-bound',
  title: 'The formula is an upper bound',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 3.1',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['kl_le_formula', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  states: [isAtMost(KL, ATOMLESS_KL)],
  *crossChecks(q) {
    yield { name: 'the formula, terms in another order', one: q.atomlessKl, other: formulaAgain(q.draws) };
    yield { name: 'gap and sum of local gaps', one: q.gap, other: q.gapByParts };
    yield* inDecimals('KL', q, q.kl, kl);
    yield* byTheGap(q);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'KL and KL by enumeration', one: q.kl, other: exactReal(drawn.kl) };
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const increments = [...terms(q, INCREMENTS)];
    yield step('the increments of Φ add up to the formula', equal('Σ ΔΦ', total(increments), 'D̃', q.atomlessKl));
    const divergences = [...terms(q, DIVERGENCES)];
    yield step('the terms of the divergence add up to KL', equal('Σ π log(π/p)', total(divergences), 'KL', q.kl));
    const gaps: Real[] = [];
    for (const gap of localGaps(q)) {
      const i = gaps.push(gap) - 1;
      const rest = difference(increments[i] as Real, divergences[i] as Real);
      yield step('a local gap is an increment of Φ less a term', equal('g(a, b)', gap, 'ΔΦ − π log(π/p)', rest));
    }
    yield telescoping(q, gaps);
    for (const [i, part] of parts(q).entries()) {
      yield scaling(q, part, gaps[i] as Real);
      yield topGapIsPositive(q, part.share);
    }
    yield step('a sum of such is at least 0', atMost('0', ZERO, 'gap', q.gap));
  },
});

/** Φ(F_i) − Φ(F_{i−1}). */
function increment<Q, T>({ field, policy, n }: Law<Q, T>, { index }: LawAtom<Q>): T {
  return field.minus(phi(field, policy.cdf(index + 1), n), phi(field, policy.cdf(index), n));
}

/** π_i log(π_i/p_i). */
function divergence<Q, T>({ field }: Law<Q, T>, { probability, mass }: LawAtom<Q>): T {
  return field.relativeEntropy(probability, mass);
}

const INCREMENTS = defineTerms('Φ', increment, ({ isOneDraw }) => isOneDraw);
const DIVERGENCES = defineTerms('π log(π/p)', divergence, ({ isOneDraw }) => isOneDraw);
