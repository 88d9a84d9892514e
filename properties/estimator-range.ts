import type { Rational } from '../src/arithmetic/rational.ts';
import { Rational as Q } from '../src/arithmetic/rational.ts';
import { difference, rationalReal } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { someMasses } from './atoms.ts';

export const claim = defineClaim({
  id: 'estimator-range',
  title: 'The estimator lies between 0 and the formula and falls in ε',
  statement: '0 ≤ D̂_n(ε) ≤ log n − (n−1)/n, and D̂_n(ε) ≥ D̂_n(ε′) for ε ≤ ε′',
  source: 'Beirami et al., arXiv 2401.01879, section 4, properties of the estimator',
  hypotheses: '0 < ε ≤ 1, integer n ≥ 1; checked at the masses of finite policies',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    let before: { name: string; mass: Rational } | null = null;
    for (const mass of someMasses(q)) {
      const name = `D̂_n(${mass})`;
      yield atMost('0', rationalReal(Q.ZERO), name, q.estimatorAt(mass));
      yield atMost(name, q.estimatorAt(mass), 'log n − (n−1)/n', q.formula);
      if (before) yield atMost(name, q.estimatorAt(mass), before.name, q.estimatorAt(before.mass));
      before = { name, mass };
    }
  },
  *secondWays(q) {
    for (const mass of someMasses(q)) {
      const other = difference(q.formula, q.topGapAt(mass));
      yield { name: `D̂_n(${mass}) and formula − γ(${mass})`, one: q.estimatorAt(mass), other };
    }
  },
});
