import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const TWO_EQUAL = FinitePolicy.fromWeights([1n, 1n]);
const LOG_TWO = LogForm.log(Rational.of(2));
const FIXED = { notApplicable: 'the policy is given' };

export const claim = defineClaim({
  id: 'binary-example',
  title: 'Two equal outcomes',
  statement: 'KL(π‖p) = log 2 − h(2^−n) ≤ log 2 for two outcomes of mass 1/2, with h the binary entropy',
  source: 'Beirami et al., arXiv 2401.01879, section 3, the example against the equality',
  hypotheses: 'two outcomes of equal mass whatever the policy, integer n from 1 to 5000',
  expected: 'holds',
  proof: { theorems: ['binary_kl', 'binary_kl_le_ln_2'] },
  // The equality is decided by exact forms. For larger n they are beyond the size rule.
  domain: { atoms: 2, draws: 1, maxDraws: 5_000 },
  shares: { 'best-critical': 0.1 },
  cost: 'high',
  reach: { draws: 2000 },
  extensions: {
    'random-ties': FIXED,
    'ordered-ties': FIXED,
    'continuous-parts': FIXED,
    'one-atom': FIXED,
    'real-draws': { notApplicable: 'that two numbers are equal is decided by exact forms, which real n has not' },
  },
  relations({ draws, n }) {
    const { kl } = new BestOfN(TWO_EQUAL, draws);
    const [half, whole] = [exactReal(LOG_TWO.sub(binaryEntropy(n))), exactReal(LOG_TWO)];
    return [equal('KL of 1, 1', kl, 'log 2 − h(2^−n)', half), atMost('KL of 1, 1', kl, 'log 2', whole)];
  },
});

/** h(x) = −x log x − (1−x) log(1−x) at x = 2^−n, in nats. */
function binaryEntropy(n: number): LogForm {
  const missed = Rational.of(1, 2n ** BigInt(n));
  const seen = Rational.ONE.sub(missed);
  const ofMissed = LOG_TWO.scale(missed.mul(Rational.of(n)));
  return ofMissed.sub(LogForm.log(seen).scale(seen));
}
