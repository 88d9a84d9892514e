import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { estimatorMean } from '../../src/quantities/estimator.ts';
import { topGap } from '../../src/quantities/local-gap.ts';
import type { Law, LawAtom } from '../../src/selection/law.ts';
import { belowBest, estimatorExcess } from '../shared/below-best.ts';
import { estimatorMeanAgain, inDecimals } from '../shared/cross-checks.ts';
import {
  defineTerms,
  isTooLarge,
  localGaps,
  ONE,
  parts,
  powerOf,
  scaling,
  step,
  telescoping,
  terms,
  topGapIsPositive,
  total,
} from '../shared/steps.ts';

/** The most outcomes for the cross-check term by term. */
const MAX_OUTCOMES = 10;

export const claim = defineClaim({
  id: 'estimator-upper',
  title: 'The estimator is an upper bound in the mean',
  statement: 'KL(π‖p) ≤ E_{y∼π} D̂_n(p(y))',
  source: 'Beirami et al., arXiv 2401.01879, Conjecture 4.4; proved in docs/theory.md',
  hypotheses: 'finite policy, integer n ≥ 1; p(y) is the mass of the outcome itself also where rewards tie',
  expected: 'holds',
  proof: { theorems: ['estimator_upper', 'estimator_ties_upper'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations(q) {
    const below = belowBest(q);
    // E D̂_n − KL = s (Σ π′ D̂_n(p) + γ(p_K) − KL′) if one outcome is the best. If several tie for it, the two sides are far apart.
    return below?.isSingle
      ? [atMost('KL below the best', below.rest.kl, 'Σ π′ D̂_n(p(y)) + γ(ε_∞)', estimatorExcess(q, below))]
      : [atMost('KL', q.kl, 'E D̂_n(p(y))', q.estimatorMean)];
  },
  *crossChecks(q) {
    if (q.policy.weights.length <= MAX_OUTCOMES) {
      yield { name: 'E D̂_n and Σ π (formula − γ)', one: q.estimatorMean, other: estimatorMeanAgain(q) };
    }
    yield* inDecimals('E D̂_n', q, q.estimatorMean, estimatorMean);
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const gaps = [...localGaps(q)];
    yield telescoping(q, gaps);
    const probabilities = [...terms(q, PROBABILITIES)];
    yield step('the probabilities add up to 1', equal('Σ π', total(probabilities), '1', ONE));
    for (const [i, part] of parts(q).entries()) {
      const { a, b, mass, share } = part;
      yield scaling(q, part, gaps[i] as Real);
      if (!share.equals(mass)) {
        const names = ['γ(p)', 'γ(p/F)'] as const;
        yield step('the top gap grows', atMost(names[0], q.topGapAt(mass), names[1], q.topGapAt(share)));
      }
      yield topGapIsPositive(q, mass);
      const below = sum(probabilities[i] as Real, powerOf(q, a));
      yield step('the probability is a part of F^n', equal('π + a^n', below, 'b^n', powerOf(q, b)));
    }
    const means = [...terms(q, MEAN_TOP_GAPS)];
    const least = difference(q.atomlessKl, total(means));
    yield step('the mean of the estimator', equal('E D̂', q.estimatorMean, 'D̃ − Σ π γ(p)', least));
    yield step('so the mean is above', atMost('KL', q.kl, 'E D̂', q.estimatorMean));
  },
});

function probabilityOf<Q, T>({ field }: Law<Q, T>, { probability }: LawAtom<Q>): T {
  return field.lift(probability);
}

/** π of a level, times the mean top gap of its outcomes. */
function meanTopGap<Q, T>({ field, policy, n }: Law<Q, T>, { index, probability }: LawAtom<Q>): T {
  const level = policy.atoms[index] as bigint;
  const counts = new Map<bigint, bigint>();
  for (const [y, weight] of policy.weights.entries()) {
    if (policy.atomOf(y) === index) counts.set(weight, (counts.get(weight) ?? 0n) + 1n);
  }
  let mean = field.lift(field.rational(Rational.ZERO));
  for (const [weight, count] of counts) {
    const gap = topGap(field, Rational.of(weight, policy.total), n);
    mean = field.plus(mean, field.scale(field.rational(Rational.of(weight * count, level)), gap));
  }
  return field.scale(probability, mean);
}

const PROBABILITIES = defineTerms('π', probabilityOf);
const MEAN_TOP_GAPS = defineTerms('π γ(p)', meanTopGap, ({ isOneDraw }) => isOneDraw);
