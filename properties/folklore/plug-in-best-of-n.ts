import { rationalReal } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { plugIn, plugInAgain } from '../shared/plug-in.ts';

export const claim = defineClaim({
  id: 'plug-in-best-of-n',
  title: 'The plug-in estimate of the reward is unbiased',
  statement: 'the plug-in estimate of E_π r from n samples is unbiased',
  source: 'the bootstrap of best-of-n taken for unbiased; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2 and nondecreasing rewards, integer n from 2 to 12',
  expected: 'fails',
  domain: { atoms: 2, draws: 2, maxDraws: 12, auxiliary: true },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.1 },
  cost: 'high',
  reach: { atoms: 1000 },
  extensions: {
    'real-draws': { notApplicable: 'only an integer number of samples can be drawn' },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations(q) {
    const { mean, target } = plugIn(q);
    return [equal('E of the estimate', rationalReal(mean), 'E_π r', rationalReal(target))];
  },
  crossChecks: plugInAgain,
});
