import { Rational as Q, type Rational } from '../../src/arithmetic/rational.ts';
import { difference, product, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { LOCAL_GAP, someMasses } from '../shared/atoms.ts';
import { estimatorIsFormulaLessGap, powerOf, step, topGapIsPositive } from '../shared/steps.ts';

export const claim = defineClaim({
  id: 'estimator-range',
  title: 'The estimator lies between 0 and the formula and falls in ε',
  statement: '0 ≤ D̂_n(ε) ≤ log n − (n−1)/n, and D̂_n(ε) ≥ D̂_n(ε′) for ε ≤ ε′',
  source: 'Beirami et al., arXiv 2401.01879, section 4, properties of the estimator',
  hypotheses: '0 < ε ≤ 1, integer n ≥ 1; checked at the masses of finite policies',
  expected: 'holds',
  proof: { theorems: ['estimator_range', 'estimator_antitone'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    let before: { name: string; mass: Rational } | null = null;
    for (const mass of someMasses(q)) {
      const name = `D̂_n(${mass})`;
      yield atMost('0', rationalReal(Q.ZERO), name, q.estimatorAt(mass));
      yield atMost(name, q.estimatorAt(mass), 'log n − (n−1)/n', q.atomlessKl);
      if (before) yield atMost(name, q.estimatorAt(mass), before.name, q.estimatorAt(before.mass));
      before = { name, mass };
    }
  },
  *crossChecks(q) {
    for (const mass of someMasses(q)) {
      const other = difference(q.atomlessKl, q.topGapAt(mass));
      yield { name: `D̂_n(${mass}) and formula − γ(${mass})`, one: q.estimatorAt(mass), other };
    }
  },
  *derivation(q) {
    const masses = someMasses(q);
    yield step('the top gap of everything is the formula', equal('γ(1)', q.topGapAt(Q.ONE), 'D̃', q.atomlessKl));
    for (const mass of masses) {
      yield estimatorIsFormulaLessGap(q, mass, q.estimatorAt(mass));
      yield topGapIsPositive(q, mass);
    }
    // From each mass to the next larger one, and to 1.
    const larger = masses.at(-1)?.equals(Q.ONE) ? masses.slice(1) : [...masses.slice(1), Q.ONE];
    for (const [i, large] of larger.entries()) {
      const small = masses[i] as Q;
      const rest = Q.ONE.sub(small);
      const between = q.of(LOCAL_GAP, Q.ONE.sub(large), rest);
      const share = large.sub(small).div(rest).reduced();
      const scaled = product(powerOf(q, rest), q.topGapAt(share));
      yield step('a local gap scales to a top gap', equal('g(1−t, 1−s)', between, '(1−s)^n γ((t−s)/(1−s))', scaled));
      yield topGapIsPositive(q, share);
      const merged = sum(q.topGapAt(small), between);
      yield step('merging only adds', atMost('γ(s) + g(1−t, 1−s)', merged, 'γ(t)', q.topGapAt(large)));
      yield step('so the top gap grows', atMost('γ(s)', q.topGapAt(small), 'γ(t)', q.topGapAt(large)));
    }
    for (const mass of masses) {
      yield step('the estimator is at least 0', atMost('0', rationalReal(Q.ZERO), 'D̂(ε)', q.estimatorAt(mass)));
      yield step('the estimator is at most the formula', atMost('D̂(ε)', q.estimatorAt(mass), 'D̃', q.atomlessKl));
    }
  },
});
