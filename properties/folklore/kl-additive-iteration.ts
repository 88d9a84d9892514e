import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'kl-additive-iteration',
  title: 'The KL adds up over rounds of best-of-n',
  statement: 'best-of-n of best-of-n has twice the KL of best-of-n',
  source: 'a natural guess about iterated best-of-n; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2 up to 30,000',
  expected: 'fails',
  // n² must be a number of draws, too.
  domain: { atoms: 2, draws: 2, maxDraws: 30_000 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations: (q) => [equal('KL of n²', q.at(q.draws.mul(q.draws)).kl, '2 KL of n', multiple(TWO, q.kl))],
});
