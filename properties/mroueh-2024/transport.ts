import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { TOTAL_VARIATION } from '../../src/quantities/divergence-quantities.ts';
import { gain, gainAgain, scaledSquare } from '../shared/gain.ts';

const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'transport',
  title: 'What a divergence buys in reward',
  statement: '0 ≤ E_π r − E_p r ≤ (hi − lo) √(KL/2), that is 2(E_π r − E_p r)² ≤ KL, for rewards from lo = 0 to hi = 1',
  source: 'Mroueh, arXiv 2406.05883, the transportation inequality for bounded rewards',
  hypotheses: 'finite policy with nondecreasing rewards in an interval, integer n ≥ 1; rewards rise by arbitrary steps',
  expected: 'holds',
  proof: {
    theorems: ['transport', 'reward_monotone', 'best_of_one', 'level_policy', 'random_ties_kl', 'random_ties_expect'],
  },
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'medium',
  relations: (q) => [
    atMost('0', rationalReal(Rational.ZERO), 'E_π r − E_p r', gain(q)),
    atMost('2(E_π r − E_p r)²', scaledSquare(TWO, gain(q)), 'KL', q.kl),
  ],
  crossChecks: gainAgain,
  *derivation(q) {
    const variation = q.of(TOTAL_VARIATION);
    yield { name: 'rewards differ by at most 1', relation: atMost('E_π r − E_p r', gain(q), 'TV', variation) };
    yield { name: 'Pinsker', relation: atMost('2 TV²', scaledSquare(TWO, variation), 'KL', q.kl) };
  },
});
