import { Rational } from '../src/arithmetic/rational.ts';
import { difference } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { localGap } from '../src/theory/local-gap.ts';
import { inDecimals } from './second-ways.ts';

/** The sharp form behind "the gap is unbounded when n·ε_∞ grows". */
export const claim = defineClaim({
  id: 'gap-lower',
  title: 'The gap is large where the best outcome is common',
  statement: 'log n − (n−1)/n − KL(π‖p) ≥ γ(ε_∞), that is KL(π‖p) ≤ D̂_n(ε_∞)',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 3.6, in the sharp form proved in docs/theory.md',
  hypotheses: 'finite policy, integer n ≥ 1; ε_∞ is the mass of the best level where rewards tie',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) => [atMost('γ(ε_∞)', q.bestAtomGap, 'gap', q.gap), atMost('KL', q.kl, 'D̂_n(ε_∞)', q.estimatorBest)],
  *secondWays(q) {
    yield { name: 'D̂_n(ε_∞) and formula − γ(ε_∞)', one: q.estimatorBest, other: difference(q.formula, q.bestAtomGap) };
    const top = q.policy.mass(q.policy.atoms.length - 1);
    yield* inDecimals('γ(ε_∞)', q, q.bestAtomGap, ({ field, n }) =>
      localGap(field, Rational.ONE.sub(top), Rational.ONE, n),
    );
  },
});
