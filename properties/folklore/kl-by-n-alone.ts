import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const TWO_EQUAL = FinitePolicy.fromWeights([1n, 1n]);

export const claim = defineClaim({
  id: 'kl-by-n-alone',
  title: 'KL depends on n only',
  statement: 'KL(π‖p) is the same for every policy; checked as: it is that of two equal outcomes',
  source: 'implied by the use of the formula as an equality; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_has_no_largest_policy'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  relations({ policy, kl, draws }) {
    const { atoms, isDiscrete } = policy;
    // Two equal levels are that policy itself. The same real on both sides is equal at any size.
    const isTwoEqual = isDiscrete && atoms.length === 2 && atoms[0] === atoms[1];
    return [equal('KL', kl, 'KL of 1, 1', isTwoEqual ? kl : new BestOfN(TWO_EQUAL, draws).kl)];
  },
});
