import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-below-log-n-minus-one',
  title: 'KL is at most log n − 1',
  statement: 'KL(π‖p) ≤ log n − 1',
  source: 'the formula for large n with 1/n dropped; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_gt_ln_minus_one'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  relations({ kl, atomlessKl, draws }) {
    const dropped = Rational.ONE.div(draws);
    return [atMost('KL', kl, 'log n − 1', difference(atomlessKl, rationalReal(dropped)))];
  },
});
