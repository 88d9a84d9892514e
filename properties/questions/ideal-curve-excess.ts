import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { untied } from '../../src/claims/instance.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

/** The largest excess at n = 2, rounded up. */
const EXCESS = Rational.of(375205n, 10n ** 8n);

export const claim = defineClaim({
  id: 'ideal-curve-excess',
  title: 'How far best-of-n rises above the ideal curve',
  statement: 'W − m/(m+1) ≤ 0.00375205 for the m ≥ 1 with log m − (m−1)/m = KL(π‖p)',
  source: 'this project: proved for n ≤ 2, computed beyond; open',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'open',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    // The excess is largest for one light atom below a continuous part, and it is larger for n < 2 than for n = 2.
    'real-draws': { witness: { ...untied([89n, 161n], 1.640625), continuousParts: [1] } },
  },
  relations: (q) => [
    atMost('W − m/(m+1)', difference(q.winRate, idealWinRate(q.kl)), '0.00375205', rationalReal(EXCESS)),
  ],
});
