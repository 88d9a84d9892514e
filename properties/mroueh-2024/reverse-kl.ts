import { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { reverseKlBound } from '../../src/bounds/divergence-bounds.ts';
import { defineClaim } from '../../src/claims/claim.ts';
import { REVERSE_KL as DIVERGENCE, REVERSE_KL_BOUND } from '../../src/claims/expression/divergence-symbols.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { jensenParts, jensenSteps } from '../../src/claims/jensen.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { fDivergence, REVERSE_KL } from '../../src/quantities/divergences.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { asStated, enumeration, inDecimals, massOfOutcome } from '../shared/cross-checks.ts';

const JENSEN = jensenParts('KL(p‖π)', REVERSE_KL);

const STATED = isAtMost(DIVERGENCE, REVERSE_KL_BOUND);

export const claim = defineClaim({
  id: 'reverse-kl',
  title: 'The reversed divergence is at most its value without atoms',
  statement: 'KL(p‖π) = Σ p_i log(p_i/π_i) ≤ n − 1 − log n',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for the reversed KL',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['reverse_kl_le', 'reverse_kl_ties_le'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  states: [STATED],
  *crossChecks(q) {
    yield asStated('n − 1 − log n', q, STATED, bound(q));
    yield* inDecimals('KL(p‖π)', q, reverseKl(q), (law) => fDivergence(law, REVERSE_KL));
    const drawn = enumeration(q);
    if (drawn) yield { name: 'KL(p‖π) and by enumeration', one: reverseKl(q), other: ofDrawn(q, drawn.pmf) };
  },
  derivation: (q) => jensenSteps(q, JENSEN, bound(q)),
});

function reverseKl(q: BestOfN): Real {
  return DIVERGENCE.value(q);
}

function bound(q: BestOfN): Real {
  return q.of(BOUND);
}

const BOUND = defineQuantity({
  symbol: 'n − 1 − log n',
  formula: ({ field, n }) => reverseKlBound(field, n),
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** Σ p log(p/π), outcome by outcome. */
function ofDrawn(q: BestOfN, pmf: readonly Rational[]): Real {
  const terms = pmf.map((drawn, y) => {
    const mass = massOfOutcome(q, y);
    return LogForm.log(mass.div(drawn)).scale(mass);
  });
  return exactReal(terms.reduce((sum, term) => sum.add(term), LogForm.ZERO));
}
