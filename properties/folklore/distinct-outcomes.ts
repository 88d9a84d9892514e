import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { distinctPmf } from '../../src/selection/distinct-winner.ts';
import { klOf } from '../../src/selection/oracles/enumerate.ts';

export const claim = defineClaim({
  id: 'distinct-outcomes',
  title: 'Choosing among distinct answers changes nothing',
  statement:
    'the KL between outcomes is that between levels where the winner is uniform among the distinct best outcomes drawn',
  source: 'a natural reading of "ties broken at random"; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy in which rewards tie, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 1, draws: 2, maxDraws: 12, ties: true, exactForms: true },
  shares: { ties: 1, 'best-rare': 0.02, 'best-critical': 0.1 },
  cost: 'high',
  extensions: {
    'ordered-ties': { notApplicable: 'the claim is about another way to break ties' },
    'continuous-parts': { notApplicable: 'a continuous part ties with nothing' },
    'real-draws': { notApplicable: 'only an integer number of draws can be made' },
    'one-draw': 'holds',
  },
  relations: (q) => [equal('KL between outcomes', klOfOutcomes(q), 'KL between levels', q.kl)],
});

function klOfOutcomes({ policy, n }: BestOfN): Real {
  return exactReal(klOf(policy, distinctPmf(policy, n)));
}
