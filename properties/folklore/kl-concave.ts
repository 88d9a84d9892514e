import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

/** Concavity in log n is tested at n, 2n and 4n, which are equally spaced in log n. */
export const claim = defineClaim({
  id: 'kl-concave',
  title: 'KL is concave in log n',
  statement: 'KL_n + KL_{4n} ≤ 2 KL_{2n} for the KL of best-of-n on one policy',
  source: 'the look of curves that level off; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ∈ [1, 250]',
  expected: 'fails',
  proof: { theorems: ['kl_is_not_concave'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 1, maxDraws: 250 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-atom': 'holds' },
  relations(q) {
    const ends = sum(q.kl, q.at(q.draws.mul(Rational.of(4))).kl);
    return [
      atMost('KL_n + KL_{4n}', ends, '2 KL_{2n}', multiple(Rational.of(2), q.at(q.draws.mul(Rational.of(2))).kl)),
    ];
  },
});
