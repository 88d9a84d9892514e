import { defineClaim, equal } from '../../src/claims/claim.ts';
import { kl } from '../../src/quantities/kl.ts';
import { KL } from '../../src/quantities/quantities.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'equality-without-atoms',
  title: 'The formula is an equality without atoms',
  statement: 'KL(π‖p) = log n − (n−1)/n where no outcome has a mass of its own',
  source: 'Beirami et al., arXiv 2401.01879, section 3: the case in which the formula is right',
  hypotheses: 'policy of continuous parts without atoms, integer n ≥ 1; the KL is summed part by part',
  expected: 'holds',
  proof: {
    theorems: ['mixed_gap', 'mixed_kl_eq_formula_iff', 'continuous_part_is_limit'],
    beyond: 'that a continuous part adds Φ(b) − Φ(a), by definition here, the limit of ever more atoms',
  },
  domain: { atoms: 1, draws: 1, atomless: true, exactForms: true },
  shares: { 'best-critical': 0.1, 'best-common': 0.03 },
  cost: 'high',
  extensions: {
    'random-ties': { notApplicable: 'a continuous part ties with nothing' },
    'ordered-ties': { notApplicable: 'a continuous part ties with nothing' },
    'real-draws': { notApplicable: 'that two numbers are equal is decided by exact forms, which real n has not' },
    // A single atom has KL 0.
    'one-atom': 'fails',
  },
  crossChecks: (q) => inDecimals('KL', q, q.of(KL), kl),
  relations: (q) => [equal('KL, part by part', q.of(KL), 'log n − (n−1)/n', q.atomlessKl)],
});
