import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { hellingerBound } from '../../src/bounds/divergence-bounds.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { jensenParts, jensenSteps } from '../../src/claims/jensen.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { HELLINGER_DISTANCE } from '../../src/quantities/divergence-quantities.ts';
import { fDivergence, HELLINGER, powerDivergence } from '../../src/quantities/divergences.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { inDecimals } from '../shared/cross-checks.ts';

const ZERO = rationalReal(Rational.ZERO);
const TWO = Rational.of(2);
const HALF = Rational.of(1, 2);
const JENSEN = jensenParts('H²', HELLINGER);

export const claim = defineClaim({
  id: 'hellinger',
  title: 'The Hellinger distance is at most its value without atoms',
  statement: 'H²(π, p) = Σ (√π_i − √p_i)² ≤ 2(1 − 2√n/(n+1))',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for the squared Hellinger distance',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['hellinger_le', 'hellinger_ties_le'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  // Without atoms both sides are the same number. It has roots and no exact form, so the difference, which is 0, is compared.
  relations: (q) =>
    q.policy.isAtomless
      ? [atMost('H² − 2(1 − 2√n/(n+1))', ZERO, '0', ZERO)]
      : [atMost('H²', hellinger(q), '2(1 − 2√n/(n+1))', bound(q))],
  *crossChecks(q) {
    yield* inDecimals('H²', q, hellinger(q), (law) => fDivergence(law, HELLINGER));
    const affinity = q.of(AFFINITY);
    const other = multiple(TWO, difference(rationalReal(Rational.ONE), affinity));
    yield { name: 'H² and 2 − 2 Σ √(π p)', one: hellinger(q), other };
  },
  derivation: (q) => jensenSteps(q, JENSEN, bound(q)),
});

function hellinger(q: BestOfN): Real {
  return q.of(HELLINGER_DISTANCE);
}

function bound(q: BestOfN): Real {
  return q.of(BOUND);
}

const AFFINITY = defineEnclosed({
  symbol: 'Σ √(π p)',
  formula: (law) => fDivergence(law, powerDivergence(HALF)),
});

const BOUND = defineEnclosed({
  symbol: '2(1 − 2√n/(n+1))',
  formula: ({ field, n }) => field.lift(hellingerBound(field, n)),
  isZero: ({ isOneDraw }) => isOneDraw,
});
