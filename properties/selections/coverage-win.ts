import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { weightsOnAtoms, winRateOf } from '../../src/quantities/other-policy.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { isSmallPower } from '../../src/quantities/size-rule.ts';
import { chanceToBeAhead, rationals } from '../shared/cross-checks.ts';

const HALF = Rational.of(1, 2);

export const claim = defineClaim({
  id: 'coverage-win',
  title: 'No law that the reference covers wins much more than best-of-n',
  statement: 'W(φ) ≤ 1 − 1/(2M) and W(φ) − W(π) ≤ ½ (1 − 1/M)^n for every law φ, with M = max φ/p',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, any law φ on its outcomes, integer n ≥ 1',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    const won = rationalReal(winRateOf(q.policy, q.auxiliary));
    const share = Rational.ONE.div(coverage(q));
    yield atMost('W(φ)', won, '1 − 1/(2M)', rationalReal(Rational.ONE.sub(share.mul(HALF))));
    const bound = multiple(HALF, missed(q, share));
    // With φ on the better one of two atoms both sides are the same number.
    const more = isOnBetterOfTwo(q) ? bound : difference(won, q.winRate);
    yield atMost('W(φ) − W(π)', more, '½ (1 − 1/M)^n', bound);
  },
  *crossChecks(q) {
    if (q.policy.isDiscrete)
      yield rationals('W(φ) over all pairs', winRateOf(q.policy, q.auxiliary), chanceToBeAhead(q));
  },
});

/** M, the largest φ/p of a level. */
function coverage({ levels, auxiliary }: BestOfN): Rational {
  const phi = weightsOnAtoms(levels, auxiliary);
  const whole = phi.reduce((s, weight) => s + weight, 0n);
  return phi.reduce((most, weight, i) => {
    const ratio = Rational.of(weight * levels.total, whole * (levels.atoms[i] as bigint));
    return ratio.compare(most) > 0 ? ratio : most;
  }, Rational.ZERO);
}

const MISSED = defineQuantity<[share: Rational]>({
  symbol: '(1 − 1/M)^n',
  formula: ({ field, n }, share) => field.lift(field.pow(field.rational(Rational.ONE.sub(share)), n)),
  hasExactForm: ({ draws }, share) => isSmallPower(share.den, draws),
  isZero: (_, share) => share.num === share.den,
});

function missed(q: BestOfN, share: Rational): Real {
  return q.of(MISSED, share);
}

function isOnBetterOfTwo({ levels, auxiliary }: BestOfN): boolean {
  if (!levels.isDiscrete || levels.atoms.length !== 2) return false;
  return weightsOnAtoms(levels, auxiliary)[0] === 0n;
}
