/**
 * A claim that is false, and known to be: the run is as expected when it is refuted. Run it with
 * `bonafide verify --claim examples/false-claim.ts`. Outside this repository import from 'bonafide-verify'.
 */
import { COMMON_SHARES, defineClaim, equal, multiple, Rational } from '../src/index.ts';

const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'twice-the-draws',
  title: 'Twice the draws cost twice the KL',
  statement: 'KL at 2n draws = 2 · KL at n draws',
  source: 'an example of docs/claims.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 1',
  expected: 'fails',
  domain: { atoms: 2, draws: 1, maxDraws: 1000 },
  shares: COMMON_SHARES,
  // With one atom both sides are 0.
  extensions: { 'one-atom': 'holds' },
  relations: (q) => [equal('KL at 2n', q.at(q.draws.mul(TWO)).kl, '2 KL at n', multiple(TWO, q.kl))],
});
