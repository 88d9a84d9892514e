import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { chiSquareBound } from '../../src/bounds/divergence-bounds.ts';
import { defineClaim } from '../../src/claims/claim.ts';
import { CHI_SQUARE_BOUND, CHI_SQUARE as DIVERGENCE } from '../../src/claims/expression/divergence-symbols.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { jensenParts, jensenSteps } from '../../src/claims/jensen.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { CHI_SQUARE, fDivergence } from '../../src/quantities/divergences.ts';
import { asStated, enumeration, inDecimals, massOfOutcome } from '../shared/cross-checks.ts';

const JENSEN = jensenParts('χ²', CHI_SQUARE);

const STATED = isAtMost(DIVERGENCE, CHI_SQUARE_BOUND);

export const claim = defineClaim({
  id: 'chi-square',
  title: 'The χ² divergence is at most its value without atoms',
  statement: 'χ²(π‖p) = Σ π_i²/p_i − 1 ≤ (n−1)²/(2n−1)',
  source: 'Mroueh, arXiv 2406.05883, the bound by the divergence of Beta(n, 1), for χ²',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['chi_square_le', 'chi_square_by_squares', 'chi_square_ties_le'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  states: [STATED],
  *crossChecks(q) {
    yield asStated('(n−1)²/(2n−1)', q, STATED, bound(q));
    yield* inDecimals('χ²', q, chiSquare(q), (law) => fDivergence(law, CHI_SQUARE));
    const drawn = enumeration(q);
    if (drawn) yield { name: 'χ² and Σ π²/p − 1 by enumeration', one: chiSquare(q), other: ofDrawn(q, drawn.pmf) };
    const n = q.draws;
    const integral = n.mul(n).div(n.add(n).sub(Rational.ONE)).sub(Rational.ONE);
    yield { name: '(n−1)²/(2n−1) and n²/(2n−1) − 1', one: bound(q), other: rationalReal(integral) };
  },
  derivation: (q) => jensenSteps(q, JENSEN, bound(q)),
});

function bound({ draws }: BestOfN): Real {
  return rationalReal(chiSquareBound(draws));
}

function chiSquare(q: BestOfN): Real {
  return DIVERGENCE.value(q);
}

function ofDrawn(q: BestOfN, pmf: readonly Rational[]): Real {
  const sum = pmf.reduce((total, drawn, y) => total.add(drawn.mul(drawn).div(massOfOutcome(q, y))), Rational.ZERO);
  return rationalReal(sum.sub(Rational.ONE));
}
