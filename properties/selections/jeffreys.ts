import { sum } from '../../src/arithmetic/real.ts';
import { defineClaim } from '../../src/claims/claim.ts';
import { REVERSE_KL } from '../../src/claims/expression/divergence-symbols.ts';
import { isAtMost, minus, n, over, plus, power } from '../../src/claims/expression/expression.ts';
import { KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { fDivergence, REVERSE_KL as REVERSED } from '../../src/quantities/divergences.ts';
import { kl } from '../../src/quantities/kl.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'jeffreys',
  title: 'Both divergences together',
  statement: 'KL(π‖p) + KL(p‖π) ≤ (n−1)²/n',
  source:
    'the sum of the bounds of Beirami et al., arXiv 2401.01879, and Mroueh, arXiv 2406.05883; docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  states: [isAtMost(plus(KL, REVERSE_KL), over(power(minus(n, 1), 2), n))],
  *crossChecks(q) {
    const both = sum(q.kl, REVERSE_KL.value(q));
    yield* inDecimals('KL(π‖p) + KL(p‖π)', q, both, (law) => law.field.plus(kl(law), fDivergence(law, REVERSED)));
  },
});
