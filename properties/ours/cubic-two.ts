import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { cubicGapBoundAtTwo } from '../../src/bounds/gap-bounds.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { gapIsLocal, localGapAt, placeOf, scaledTopGap, someAtoms } from '../shared/atoms.ts';
import { inDecimals } from '../shared/cross-checks.ts';

/** Σ p³/F is computed exactly for policies of at most this many atoms. */
const MAX_ATOMS = 20;

export const claim = defineClaim({
  id: 'cubic-two',
  title: 'The cubic bound for two draws',
  statement: 'log 2 − ½ − KL(π‖p) ≤ (log 2 − ½) Σ p_i³/F_i',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, n = 2; p_i are the masses of levels where rewards tie',
  expected: 'holds',
  proof: { theorems: ['gap_two_le_cubic', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 2, maxDraws: 2 },
  shares: { 'best-rare': 0.1, 'best-critical': 0.1, ties: 0.05 },
  cost: 'high',
  extensions: {
    'real-draws': { notApplicable: 'the constant belongs to n = 2' },
    'one-draw': { notApplicable: 'the constant belongs to n = 2' },
  },
  relations: (q) => [atMost('gap', q.gap, '(log 2 − ½) Σ p³/F', bound(q))],
  *crossChecks(q) {
    yield* inDecimals('(log 2 − ½) Σ p³/F', q, bound(q), cubicGapBoundAtTwo);
    if (q.policy.atoms.length <= MAX_ATOMS) {
      yield { name: '(log 2 − ½) Σ p³/F, term by term', one: bound(q), other: exactReal(boundAgain(q)) };
    }
  },
  derivation: steps,
});

function bound(q: BestOfN): Real {
  return q.of(CUBIC_BOUND);
}

const CUBIC_BOUND = defineQuantity({ symbol: '(log 2 − ½) Σ p³/F', formula: cubicGapBoundAtTwo });

const LOG_TWO_LESS_HALF = LogForm.log(Rational.of(2)).sub(LogForm.rational(Rational.of(1, 2)));

function boundAgain({ policy }: BestOfN): LogForm {
  const sum = policy.atoms.reduce((total, weight, i) => {
    const upTo = policy.cumulative[i + 1] as bigint;
    return total.add(Rational.of(weight ** 3n, policy.total ** 2n * upTo));
  }, Rational.ZERO);
  return LOG_TWO_LESS_HALF.scale(sum);
}

/** γ(t)/t³ grows from 1/12 to log 2 − ½. */
function* steps(q: BestOfN): Generator<Step> {
  yield gapIsLocal(q);
  for (const i of someAtoms(q)) {
    const { share } = placeOf(q, i);
    const scaled = equal('g', localGapAt(q, i), 'F² γ', scaledTopGap(q, i));
    yield { name: 'g(F_{i−1}, F_i) = F_i² γ(p_i/F_i)', relation: scaled };
    const cube = share.pow(3);
    const gamma = q.topGapAt(share);
    const [least, most] = [LogForm.rational(Rational.of(1, 12)), LOG_TWO_LESS_HALF].map((x) =>
      exactReal(x.scale(cube)),
    );
    yield { name: 't³/12 ≤ γ(t)', relation: atMost('t³/12', least as Real, 'γ(p/F)', gamma) };
    yield { name: 'γ(t) ≤ (log 2 − ½) t³', relation: atMost('γ(p/F)', gamma, '(log 2 − ½) t³', most as Real) };
  }
}
