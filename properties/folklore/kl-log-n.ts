import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, sum } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-log-n',
  title: 'KL is log n',
  statement: 'KL(π‖p) = log n',
  source: 'the bound π/p ≤ n taken for the value; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_ln', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  relations({ kl, atomlessKl, draws }) {
    const rest = Rational.ONE.sub(Rational.ONE.div(draws));
    return [equal('KL', kl, 'log n', sum(atomlessKl, rationalReal(rest)))];
  },
});
