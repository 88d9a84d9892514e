import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, multiple, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { halfLogSquares } from '../../src/quantities/log-squares.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { enumeration, inDecimals, massOfOutcome } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'k2-unbiased',
  title: 'Half the squared logarithm estimates the KL without bias',
  statement: 'E_π[½ log²(π/p)] = KL(π‖p)',
  source:
    'the estimator k2 of Schulman 2020, which is known to be biased, taken for unbiased; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations: (q) => [equal('E k2', q.of(MEAN), 'KL', q.kl)],
  *crossChecks(q) {
    yield* inDecimals('E k2', q, q.of(MEAN), halfLogSquares);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'E k2 by enumeration', one: q.of(MEAN), other: ofDrawn(q, drawn.pmf) };
  },
});

/** E_π[½ log²(π/p)] */
const MEAN = defineEnclosed({ symbol: 'E k2', formula: halfLogSquares, isZero: ({ isTrivial }) => isTrivial });

function ofDrawn(q: BestOfN, pmf: readonly Rational[]): Real {
  return pmf.reduce<Real>((total, drawn, y) => {
    const log = exactReal(LogForm.log(drawn.div(massOfOutcome(q, y))));
    return sum(total, multiple(drawn.div(Rational.of(2)), product(log, log)));
  }, rationalReal(Rational.ZERO));
}
