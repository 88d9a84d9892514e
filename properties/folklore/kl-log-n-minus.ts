import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, sum } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-log-n-minus',
  title: 'KL is log n − 1/n',
  statement: 'KL(π‖p) = log n − 1/n',
  source: 'a slip in (n−1)/n; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_ln_minus_inverse', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  relations({ kl, atomlessKl, draws }) {
    const rest = Rational.ONE.sub(Rational.of(2).div(draws));
    return [equal('KL', kl, 'log n − 1/n', sum(atomlessKl, rationalReal(rest)))];
  },
});
