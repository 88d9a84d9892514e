import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { LARGEST_RATIO } from '../../src/claims/expression/divergence-symbols.ts';
import { isAtMost, log, n } from '../../src/claims/expression/expression.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { largestLogRatio } from '../../src/quantities/divergences.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { atomAt } from '../../src/selection/law.ts';
import { asStated, enumeration, inDecimals, massOfOutcome } from '../shared/cross-checks.ts';

const STATED = isAtMost(LARGEST_RATIO, log(n));

export const claim = defineClaim({
  id: 'likelihood-ratio',
  title: 'No outcome becomes more than n times as likely',
  statement: 'π_i ≤ n p_i at every outcome, that is D_∞(π‖p) = log max π_i/p_i ≤ log n',
  source: 'Mroueh, arXiv 2406.05883, the Rényi divergence of order ∞; behind best-of-n as rejection sampling',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'holds',
  proof: { theorems: ['likelihood_ratio_le', 'largest_log_ratio', 'likelihood_ratio_ties_le'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'medium',
  states: [STATED],
  *crossChecks(q) {
    yield asStated('log n', q, STATED, exactReal(LogForm.log(q.draws)));
    yield* inDecimals('log max π/p', q, largest(q), largestLogRatio);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'log max π/p and by enumeration', one: largest(q), other: ofDrawn(q, drawn.pmf) };
    if (q.policy.isDiscrete) yield { name: 'log max π/p and at the last atom', one: largest(q), other: atTheLast(q) };
  },
  *derivation(q) {
    for (const atom of q.policy.atoms.keys()) {
      const ratio = q.of(RATIO, atom);
      const end = q.of(END, atom);
      if (!q.isOneDraw)
        yield {
          name: 'a mean of n u^(n−1) is at most its last value',
          relation: atMost('π/p', ratio, 'n F^(n−1)', end),
        };
    }
  },
});

function largest(q: BestOfN): Real {
  return LARGEST_RATIO.value(q);
}

const RATIO = defineQuantity<[atom: number]>({
  symbol: 'π/p',
  formula: (law, atom) => {
    const { mass, probability } = atomAt(law, atom);
    return law.field.lift(law.field.div(probability, mass));
  },
});

/** The density n u^(n−1) at F_i. */
const END = defineQuantity<[atom: number]>({
  symbol: 'n F^(n−1)',
  formula: (law, atom) => {
    const { field, n } = law;
    return field.lift(field.mul(field.rational(n), field.pow(atomAt(law, atom).upTo, n.sub(Rational.ONE))));
  },
});

/** log((1 − (1−ε)^n)/ε) at the last atom's mass ε, by expm1 and log1p. */
function atTheLast({ policy, draws }: BestOfN): Real {
  const last = policy.mass(policy.atoms.length - 1);
  if (last.equals(Rational.ONE)) return rationalReal(Rational.ZERO);
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      const power = field.mul(field.rational(draws), field.log1p(field.rational(last.neg())));
      return field.log(field.div(field.neg(field.expm1(power)), field.rational(last)));
    },
  });
}

function ofDrawn(q: BestOfN, pmf: readonly Rational[]): Real {
  const ratios = pmf.map((drawn, y) => drawn.div(massOfOutcome(q, y)));
  return exactReal(LogForm.log(ratios.reduce((a, b) => (a.compare(b) < 0 ? b : a))));
}
