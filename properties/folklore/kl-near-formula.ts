import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-near-formula',
  title: 'The formula errs by at most 1',
  statement: 'log n − (n−1)/n − 1 ≤ KL(π‖p)',
  source: 'the hope that the formula, if not exact, is close; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_far_below_formula'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  relations: ({ kl, atomlessKl }) => [
    atMost('log n − (n−1)/n − 1', difference(atomlessKl, rationalReal(Rational.ONE)), 'KL', kl),
  ],
});
