import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { likelihoodFactor } from '../../src/selection/likelihood.ts';
import { LOG_LIKELIHOOD_RATIO, placeOf, someAtoms } from '../shared/atoms.ts';
import { composedPmf, rationals } from '../shared/cross-checks.ts';

/** Powers are added one by one for at most this many draws. */
const MAX_DRAWS = 32;

export const claim = defineClaim({
  id: 'likelihood-bounds',
  title: 'The ratio of the laws at one outcome',
  statement: 'F_i^(n−1) ≤ π_i/p_i ≤ n F_i^(n−1), and π_i/p_i is nondecreasing in i',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; some atoms of each policy; growth by logarithms',
  expected: 'holds',
  proof: { theorems: ['ratio_bounds', 'ratio_nondecreasing', 'level_policy', 'random_ties_ratio'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    let before: number | null = null;
    for (const i of someAtoms(q)) {
      const name = `π_${i + 1}/(p_${i + 1} F_${i + 1}^(n−1))`;
      yield atMost('1', rationalReal(Rational.ONE), name, factorAt(q, i));
      yield atMost(name, factorAt(q, i), 'n', rationalReal(q.draws));
      if (before !== null) {
        yield atMost(
          `log π_${before + 1}/p_${before + 1}`,
          logRatio(q, before),
          `log π_${i + 1}/p_${i + 1}`,
          logRatio(q, i),
        );
      }
      before = i;
    }
  },
  *crossChecks(q) {
    if (q.n > MAX_DRAWS) return;
    const drawn = q.policy.hasTies ? null : composedPmf(q);
    for (const i of someAtoms(q)) {
      const { mass, upTo } = placeOf(q, i);
      const one = factorAt(q, i);
      yield { name: 'π/(p F^(n−1)) and a sum of powers', one, other: rationalReal(sumOfPowers(q, i)) };
      if (!drawn) continue;
      const ratio = (drawn[i] as Rational).div(mass);
      yield rationals('π/p and F^(n−1) times a sum of powers', ratio, powerOf(upTo, q, 1).mul(sumOfPowers(q, i)));
    }
  },
  derivation: steps,
});

/** π_i/(p_i F_i^(n−1)), which is 1 for the lowest atom and for one draw. */
function factorAt(q: BestOfN, i: number): Real {
  if (i === 0 || q.isOneDraw) return rationalReal(Rational.ONE);
  return q.of(FACTOR, i);
}

const FACTOR = defineEnclosed<[i: number]>({
  symbol: 'π/(p F^(n−1))',
  formula: ({ field, policy, n }, i) => likelihoodFactor(field, policy, n, i),
});

function logRatio(q: BestOfN, i: number): Real {
  return q.of(LOG_LIKELIHOOD_RATIO, i);
}

/** 1 + r + … + r^(n−1) with r = F_{i−1}/F_i. */
function sumOfPowers(q: BestOfN, i: number): Rational {
  const { ratio } = placeOf(q, i);
  let sum = Rational.ZERO;
  for (let power = 0; power < q.n; power += 1) sum = sum.mul(ratio).add(Rational.ONE);
  return sum;
}

/** u^(n − less) for an integer n. */
function powerOf(u: Rational, { draws }: BestOfN, less = 0): Rational {
  return exactField.pow(u, draws.sub(Rational.of(less)));
}

/** log n u^(n−1) */
const LOG_DENSITY = defineEnclosed<[u: Rational]>({
  symbol: 'log f',
  formula: ({ field, n }, u) => {
    const log = field.scale(field.rational(n.sub(Rational.ONE)), field.log(field.rational(u)));
    return field.plus(log, field.log(field.rational(n)));
  },
});

function* steps(q: BestOfN): Generator<Step> {
  for (const i of someAtoms(q)) {
    const { ratio, upTo, below, mass } = placeOf(q, i);
    if (q.n <= MAX_DRAWS) {
      const wins = powerOf(upTo, q).sub(powerOf(below, q));
      const powers = sumOfPowers(q, i)
        .mul(powerOf(upTo, q, 1))
        .mul(mass);
      yield {
        name: 'π_i = p_i Σ F_i^(n−1−l) F_{i−1}^l',
        relation: equal('π', rationalReal(wins), 'sum', rationalReal(powers)),
      };
    }
    if (ratio.sign() > 0 && !q.isOneDraw) {
      // The density n u^(n−1) is at most its mean over the interval at F_{i−1}, and at least its mean at F_i.
      const low = q.of(LOG_DENSITY, below);
      yield { name: 'f(F_{i−1}) ≤ π_i/p_i', relation: atMost('log f(F_{i−1})', low, 'log π/p', logRatio(q, i)) };
    }
  }
}
